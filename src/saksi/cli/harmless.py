"""Makes foreign text harmless for a terminal: what steers the screen or turns the reading direction is shown, not obeyed."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, C0 and C1, but for tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, embeddings, overrides, isolates
    "\u2028\u2029\ufeff\ud800-\udfff\U000e0000-\U000e007f]"  # separators, byte order mark, surrogates, tags
)
_ONE_LINE = re.compile(r"\s+")


def harmless(text: str) -> str:
    """The text with each steering character replaced by one visible character, so that offsets still hold."""
    return _STEERING.sub(_visible, text)


def one_line(text: str) -> str:
    """The same on one line: stretches of white space become one space."""
    return _ONE_LINE.sub(" ", harmless(text)).strip()


def _visible(found: re.Match[str]) -> str:
    """The control picture of a C0 control ("␛" for escape), the replacement character for everything else."""
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
