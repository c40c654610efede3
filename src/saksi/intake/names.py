"""Tells the writers of a piece from what else stands in a byline; it knows shapes of names, no persons."""

from __future__ import annotations

import re
from collections.abc import Iterable

from saksi.intake.dates import date_words, months
from saksi.intake.furniture import bare, stock
from saksi.words.forenames import forenames

LEAST_CHARS = 3
"""Fewer characters are initials; a name in Chinese or Japanese may have two."""

NAME_CHARS = 60
"""A longer stretch is a sentence about the writer, not a name."""

_PARTED = re.compile(r"\s*(?:[;/|•·⋅]|,\s|\s(?:and|with|dan|und|et|og|och|y|&)\s)\s*")
_FILED = re.compile(r",\s(?:in|di)\s.*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]+$)")
_PLACED = re.compile(r"\s(?:in|for|at|on|via|[-–—])\s")
_MARKS = re.compile(r"https?://|www\.|@|\d{2,}|[{}<>=:?!“”]")
_WORD = re.compile(r"[^\W\d_]+")


def writers(fields: Iterable[str | None], outlet: str | None = None) -> str | None:
    """The names in the fields, each once, joined by ", "; None where none of them holds a name. The outlet is no writer."""
    names: dict[str, str] = {}
    for field in fields:
        for part in _PARTED.split(_FILED.sub("", field)) if field else ():
            name = one_name(part)
            if name is not None and not is_outlet(name, outlet):
                names.setdefault(bare(name), name)
    return ", ".join(names.values()) or None


def one_name(text: str) -> str | None:
    """The name in a stretch such as "By Ann Lee" or "Reporter: Budi Utomo", else None."""
    if stock().other_hands.match(text):
        return None
    label = stock().byline.match(text)
    name = _PLACED.split(text[label.end() :] if label else text, maxsplit=1)[0].partition(" (")[0].strip(" \t,.:;|-–—()[]\"'")
    if not LEAST_CHARS - (not name.isascii()) <= len(name) <= NAME_CHARS or _MARKS.search(name) or len(name.split()) > 6:
        return None
    name = _without_role(name).rstrip(",")
    if len(name) < 2 or no_person(name) or stock().roles.match(name) or not name[0].isalpha() or name[0].islower():
        return None
    return None if _is_date(name) or not _capitalised(name) else name


def _capitalised(name: str) -> bool:
    """Is every word spelled as in a name, particles (van, bin, de) aside? "Friday the port was shut" is not."""
    particles = stock().name_particles
    return not any(word[0].islower() and word not in particles for word in _WORD.findall(name) if len(word) > 1)


def _without_role(name: str) -> str:
    """ "Ann Lee Reporter" is Ann Lee; of "Review Editor" nothing is left."""
    words = _HUMP.sub(" ", name).split()
    if len(words) > len(name.split()) and stock().roles.fullmatch(words[-1]) is None and stock().changed.fullmatch(words[-1]) is None:
        words = name.split()
    if len(words) < 2 or (stock().roles.fullmatch(words[-1]) is None and stock().changed.fullmatch(words[-1]) is None):
        return name
    return " ".join(words[:-1]) if len(words) > 2 else ""


def no_person(text: str) -> bool:
    """Do the words name a desk and nobody in it ("Redaksi", "Gazette staff and agencies")?"""
    words = _WORD.findall(text.casefold())
    return bool(words) and (bare(text) in stock().no_writer or (len(words) <= 8 and not stock().desks.isdisjoint(words)))


def is_outlet(name: str, outlet: str | None) -> bool:
    """Is the name the outlet's own, "The" and blanks aside? A weblog named after its writer is no outlet here."""
    return outlet is not None and _plain(name) == _plain(outlet) and (name.split() or [""])[0] not in forenames()


def _plain(name: str) -> str:
    return "".join(_WORD.findall(name.casefold().removeprefix("the ")))


def _is_date(name: str) -> bool:
    return all(word in date_words() or word in months() for word in _WORD.findall(name.casefold()))
