"""Joins the lines that a printer's width broke, and leaves the others apart."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from saksi.intake.block import Block
from saksi.intake.language import open_endings
from saksi.limits import PAGE_LINES
from saksi.records import Note

WIDEST = 110
"""Characters of the widest column that text is wrapped to by hand or by mail programs."""

WRAPPED_SHARE = 0.8
"""A text is wrapped where this share of its broken lines could not have held the next word."""

WRAPPED_LINES = 4
"""Fewer broken lines than this show no width."""

LONG_LINE = 50
"""A shorter line was not broken by a width; it is a title, a name or a list."""

_LINES = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")
_ITEM = re.compile(r"[-*•·–—►▪]\s|\d{1,3}[.)]\s")


def paragraphs(text: str) -> list[Block]:
    """The text's paragraphs as blocks, white space single, broken lines joined."""
    groups: list[list[str]] = [[]]
    for line in _LINES.split(text):
        clean = " ".join(line.split())
        if clean:
            groups[-1].append(clean)
        elif groups[-1]:
            groups.append([])
    width = _width(groups)
    blocks: list[Block] = []
    for group in groups:
        for number, whole in enumerate(_joined(group, width)):
            blocks.append(Block(text=whole, kind="item" if _ITEM.match(whole) else "prose", blank_before=number == 0))
    return blocks


def cut_after_lines(text: str) -> tuple[str, list[Note]]:
    """The text up to its PAGE_LINES-th line, with a note where more than white space follows."""
    last = next(islice(_LINES.finditer(text), PAGE_LINES - 1, None), None)
    left = len(text[last.end() :].strip()) if last is not None else 0
    if last is None or not left:
        return text, []
    why = f"a page is read up to its {PAGE_LINES:,}th line; split it to read the rest"
    return text[: last.start()], [Note(code="too-many-lines", what=f"{left:,} characters after line {PAGE_LINES:,}", why=why)]


def _width(groups: list[list[str]]) -> int:
    """The column that the text is wrapped to, 0 where it is not."""
    pairs = [(one, after) for group in groups for one, after in pairwise(group)]
    lengths = sorted(len(one) for one, _ in pairs)
    if len(pairs) < WRAPPED_LINES or lengths[-1] > WIDEST:
        return 0
    width = lengths[-1]
    full = sum(not _fits(one, after, width) for one, after in pairs)
    return width if full >= WRAPPED_SHARE * len(pairs) else 0


def _fits(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) <= width


def _joined(group: list[str], width: int) -> list[str]:
    whole: list[list[str]] = []
    for line in group:
        if whole and _goes_on(whole[-1][-1], line, width):
            whole[-1].append(line)
        else:
            whole.append([line])
    return [" ".join(lines) for lines in whole]


def _goes_on(line: str, after: str, width: int) -> bool:
    if _ITEM.match(after):
        return False
    if width:
        return not _fits(line, after, width)
    if len(line) < LONG_LINE:
        return False
    last = _LAST_WORD.search(line)
    ends_open = line.endswith(",") or (last is not None and last[1].lower() in open_endings())
    return ends_open or (after[0].islower() and not line.endswith((".", "!", "?", ":", '"', "”")))
