"""What stands between a headline and its story: lines with byline, date, outlet; and the standfirst above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from saksi.intake.block import Block, Page
from saksi.intake.dates import iso_date
from saksi.intake.furniture import bare, is_furniture, stock
from saksi.intake.names import no_person, one_name, writers

INFO_CHARS = 160
"""A longer line is no line of information."""

FRONT_BLOCKS = 10
"""How many first blocks of a story may be its title, standfirst, bylines, dates and lead pictures' captions."""

DEK_LEAST, DEK_MOST = 30, 500
"""Characters of a standfirst: a shorter line is a label, a longer one the story itself."""

LABEL_CHARS = 24
"""A longer line is more than a label."""

TAIL_BLOCKS = 6
"""How many last blocks of a story may name who wrote and who edited it."""

_PARTED = re.compile(r"\s+[|·•–—/⋅-]\s+|\s*[|;•]\s*")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[^\W\d_]{2,4})?", re.I)


class Info(msgspec.Struct, frozen=True):
    """What a line of information gives: writers' names, an ISO date; `labelled` where a word such as "By" opens a part of it."""

    author: str | None = None
    published: str | None = None
    labelled: bool = False


def info_line(text: str, outlet: str | None = None) -> Info | None:
    """Reads "By Ann Lee | 8 March 2021, 10.15" and its like; None where any part of the line is something else."""
    if len(text) > INFO_CHARS or (len(text) > 80 and text.endswith((".", "”", '"'))):
        return None
    author = published = None
    labelled = told = False
    parts = _PARTED.split(text)
    if outlet is not None and len(parts) == 2 and bare(parts[1]) == bare(outlet) and (name := one_name(parts[0])) is not None:
        return Info(name)
    for part in parts:
        found = _part(part.strip(" ,.:"), outlet)
        if found is None:
            return None
        author, published = author or found.author, published or found.published
        labelled, told = labelled or found.labelled, told or found != Info() or _names_desk(part)
    return Info(author, published, labelled) if told else None


def _part(part: str, outlet: str | None) -> Info | None:
    if day := iso_date(part, label=True):
        return Info(published=day)
    if stock().byline.match(part) is not None:
        return _byline(part, outlet)
    if not part or _CLOCK.fullmatch(part) or no_person(part) or stock().other_hands.match(part):
        return Info()
    if outlet is not None and bare(part) == bare(outlet):
        return Info()
    return Info() if is_furniture(part) and part[-1:] not in ".”" else None


def _names_desk(part: str) -> bool:
    """Does the part by itself say that a desk or an editor, not a writer, signs? "Airline sacks staff" does not."""
    words = bare(part).split()
    known = stock()
    return bare(part) in known.no_writer or known.other_hands.match(part) is not None or sum(word in known.desks for word in words) > 1


def _byline(part: str, outlet: str | None) -> Info | None:
    """ "By Ann Lee, 12 March 2019" split where its date begins; what stands before must be a name or say that there is none."""
    words = part.split()
    for at in range(2, len(words)):
        rest = " ".join(words[at:])
        if any(map(str.isdigit, rest)) and (day := iso_date(rest, label=True)):
            names = writers([" ".join(words[:at]).rstrip(" ,")], outlet)
            return Info(names, day, labelled=True) if names or no_person(" ".join(words[1:at])) else None
    names = writers([part], outlet)
    return Info(names, None, labelled=True) if names or no_person(stock().byline.sub("", part, count=1)) else None


def take_front(page: Page, story: Sequence[Block]) -> list[Block]:
    """The story without its title, bylines and dates, which go to the page's fields where these are still empty.

    One block between the headline and a byline is the standfirst. Whatever is not told for certain stays.
    """
    taken: set[int] = set()
    loose: int | None = None
    for index, block in enumerate(story[:FRONT_BLOCKS]):
        info = _read(story, index, page.outlet)
        if index in taken or repeats(block, page) or _is_writer(block, page):
            taken.add(index)
        elif info is not None and is_label(block.text):
            taken.update((index, index + 1) if _names_under(story, index) else (index,))
            page.author = page.author or info.author
        elif info is not None and (loose is None or info.labelled):
            taken.add(index)
            page.author, page.published = page.author or info.author, page.published or info.published
            if loose is not None and _may_be_dek(page, story[loose]):
                page.dek = page.dek or story[loose].text
                taken.add(loose)
                loose = None
        elif block.kind != "caption":
            if loose is not None or not DEK_LEAST <= len(block.text) <= DEK_MOST:
                break
            loose = index
    return [block for index, block in enumerate(story) if index not in taken]


def _read(story: Sequence[Block], index: int, outlet: str | None) -> Info | None:
    """The information of a block; of a label that stands alone ("Reporter"), that of it and the name under it."""
    block = story[index]
    known = stock()
    if block.kind == "caption" or (block.kind == "item" and not (known.byline.match(block.text) or known.other_hands.match(block.text))):
        return None
    if not is_label(block.text):
        return info_line(block.text, outlet)
    return labelled_name(block.text, story[index + 1].text if index + 1 < len(story) else "", outlet)


def _names_under(story: Sequence[Block], index: int) -> bool:
    return index + 1 < len(story) and one_name(story[index + 1].text) is not None


def labelled_name(label: str, below: str, outlet: str | None) -> Info:
    """What a label and the line under it say together; the line counts only where it is a name."""
    name = one_name(below)
    found = info_line(f"{label.rstrip(' :')}: {name}", outlet) if name is not None else None
    return found if found is not None else Info(labelled=True)


def is_label(text: str) -> bool:
    """Is the text nothing but a byline's label ("Reporter", "Editor:")?"""
    return len(text) <= LABEL_CHARS and bare(text) in stock().labels


def _may_be_dek(page: Page, block: Block) -> bool:
    return page.title is not None and (page.dek is None or bare(page.dek) == bare(block.text))


def repeats(block: Block, page: Page) -> bool:
    """Is this block the page's title once more?"""
    return page.title is not None and len(block.text) <= 2 * len(page.title) and bare(block.text) == bare(page.title)


def _is_writer(block: Block, page: Page) -> bool:
    """Is this block the name of the page's writer and nothing else?"""
    return page.author is not None and bare(block.text) == bare(page.author)


def take_tail(page: Page, story: list[Block]) -> list[Block]:
    """The story without the lines under it that say, with a colon, who reported and who edited."""
    end = len(story)
    while end > max(1, len(story) - TAIL_BLOCKS):
        text = story[end - 1].text
        info = info_line(text, page.outlet) if ":" in text[:24] else None
        if info is None or not (info.labelled or stock().other_hands.match(text)):
            break
        page.author = page.author or info.author
        end -= 1
    return story[:end]
