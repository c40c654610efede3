"""Draws the card that others show beside a link: what it is, its words, where it stands and what is known of it, as a PNG.

The font has Latin, Greek and Cyrillic letters; a letter of another script is drawn as an empty box.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

from saksi.desk.sharing import Shared
from saksi.limits import CARD_CHARS

WIDTH, HEIGHT = 1200, 630
"""Pixels; the shape that those who show such cards ask for."""

_EDGE = 72
_INNER = WIDTH - 2 * _EDGE
_PAPER, _INK, _QUIET, _ACCENT = "#faf8f3", "#1d1c1a", "#5d584f", "#0f5a66"
_WORDS_TOP, _WORDS_STEP, _WORDS_LINES = 140, 66, 5


def drawn(shared: Shared) -> bytes:
    """The card as a PNG of WIDTH by HEIGHT pixels."""
    card = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(card)
    pen.rectangle((0, 0, WIDTH, 16), fill=_ACCENT)
    pen.text((_EDGE, 72), shared.label, font=_font("Semibold", 32), fill=_ACCENT)
    pen.text((WIDTH - _EDGE, 66), "Saksi", font=_font("Bold", 40), fill=_INK, anchor="ra")
    words = _font("Semibold", 54)
    for number, line in enumerate(_lines(shared.title, words, _WORDS_LINES)):
        pen.text((_EDGE, _WORDS_TOP + number * _WORDS_STEP), line, font=words, fill=_INK)
    small = _font("Regular", 32)
    for top, text in ((510, shared.told), (556, shared.facts)):
        for line in _lines(text, small, 1):
            pen.text((_EDGE, top), line, font=small, fill=_QUIET)
    packed = BytesIO()
    card.save(packed, "PNG")
    return packed.getvalue()


def _lines(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """At most `most` lines that fit the card; where words are left out the last ends with "…"."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text[:CARD_CHARS]).split())
    lines: list[str] = []
    for letters in range(100, 6, -2):
        lines = wrap(plain, letters, max_lines=most, placeholder=" …", break_on_hyphens=False)
        if all(font.getlength(line) <= _INNER for line in lines):
            break
    return lines


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    data = files("font_source_sans_pro").joinpath("files", f"SourceSansPro-{weight}.ttf").read_bytes()
    return ImageFont.truetype(BytesIO(data), size)
