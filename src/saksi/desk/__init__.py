"""The web application where people read the ledger and members write beside it; it asks nobody else on the network."""

from saksi.desk.app import create_app

__all__ = ["create_app"]
