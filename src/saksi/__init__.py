"""Saksi reads news and keeps a ledger of attributed claims: who says what about whom, on whose word, and who denies it."""

from __future__ import annotations

__version__ = "0.1.0"
