"""Ledger contents as files for other programs."""
