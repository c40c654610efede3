"""The web application where people read the ledger."""
