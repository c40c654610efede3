"""Bytes become pages, pages become articles; nothing is read for meaning here."""

from saksi.intake.opening import articles

__all__ = ["articles"]
