"""Bytes become pages, pages become articles; nothing is read for meaning here."""

from saksi.intake.opening import Fetch, articles

__all__ = ["Fetch", "articles"]
