"""The exit codes of the commands, beside 0."""

from __future__ import annotations

FAILED = 2
"""Nothing could be done, or the call itself is wrong."""
NOTHING_READ = FAILED
"""No input of the call could be read."""
WRONG = 1
"""Something was checked and is not as it should be."""
