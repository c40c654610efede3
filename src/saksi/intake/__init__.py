"""Bytes become pages, pages become articles; nothing is read for meaning here."""

from saksi.intake.opening import Fetch, articles, pages

__all__ = ["Fetch", "articles", "pages"]
