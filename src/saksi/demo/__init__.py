"""Texts that the demonstration reads: invented, written for it, CC0; no code."""
