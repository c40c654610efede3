"""Bytes become pages, pages become articles; nothing is read for meaning here."""
