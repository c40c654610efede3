"""What leaves a ledger for other programs: one file a kind, one a format; `exports.catalogue` knows which go together."""
