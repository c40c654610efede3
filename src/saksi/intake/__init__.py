"""Bytes become pages, pages become articles; nothing is read for meaning here."""

from saksi.intake.opening import Fetch, articles, pages, pages_in

__all__ = ["Fetch", "articles", "pages", "pages_in"]
