"""Jobs: what takes many inputs through intake, reading and the ledger."""
