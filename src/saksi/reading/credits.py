"""Finds the agencies that an article credits and the dateline that opens it; inline relays ("as Reuters reported") are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from saksi.records import Credit, Dateline, Span
from saksi.words.packs import LANGUAGES, load, load_shared
from saksi.words.places import places
from saksi.words.world import OutletForm, world

_HEAD_CHARS: Final = 110
"""A dateline with two places, a date and two agencies has about ninety characters."""
_OPENING_LINES: Final = 4
"""A headline, a byline and a caption may stand before the line that the dateline opens."""

_DASH: Final = re.compile(r"\s+[-–—]{1,3}(?=\s|[^\W\d_]|[\"“‘])|[-–—]{1,3}(?=\s)|—")
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]")
_MEMBERS: Final = re.compile(r"\s*(?:[/,;&+|]|\s-\s|\bdan\b|\band\b)\s*")
_INITIALS: Final = re.compile(r"[A-Za-z*]{1,4}\d?|\*+")
_PLACE: Final = re.compile(r"[^\W\d_][^\W\d_.]*(?:[ '’.-]{1,2}[^\W\d_][^\W\d_.]*){0,5}\.?")
_DIGIT_DATE: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_MONTH_DATE: Final = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? ([^\W\d_]{3,9})\.?|([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?)(?: (\d{4}))?"
)
_AGENCY: Final = re.compile(r"[A-Z][\w&.-]{1,24}(?: [A-Z][\w&.-]{0,24}){0,3}")
_ENDED: Final = re.compile(r"[.!?][\"”’)]*\s*$")
_SLASH_CREDIT: Final = re.compile(r"([A-Za-z][\w .-]{1,28}?)/(?=\S)")
_VOWEL: Final = frozenset("AEIOUYÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜ")
"""A word of capitals with none of these is an acronym, no place."""
_SENTENCE_END: Final = re.compile(r"[.!?]\s")
_SITE: Final = re.compile(r"[\w-]{2,30}(?:\.[a-z]{2,4}){1,2}", re.I)
_CLOSING_DASH: Final = re.compile(r"[.!?\"”’)]\s*[-–—]{1,2}\s*([^\W\d_][\w .&/-]{1,40})$")


class _Opening(NamedTuple):
    """The head of the line that opens an article: its place with region and date, and the agencies credited there."""

    start: int
    end: int
    place: str
    day: str | None
    credits: tuple[Credit, ...]


class _Words(NamedTuple):
    months: dict[str, int]
    weekdays: frozenset[str]
    banners: frozenset[str]
    small: frozenset[str]
    before_places: re.Pattern[str]
    credit_label: re.Pattern[str]
    picture_label: re.Pattern[str]
    byline: re.Pattern[str]
    by_lower: dict[str, OutletForm]
    by_capitals: dict[str, str]


def find_credits(text: str, language: str) -> tuple[Credit, ...]:
    """The agencies and outlets that the article credits, in the order of the text.

    In the dateline ("NIAMEY, Niger (Reuters) -", "JAKARTA, Antara -"), at a paragraph's end in brackets
    ("(Reuters/Ant)" gives two records with one span) or after a dash, in a byline, or alone on a line. A paper that
    names itself in its own dateline ("JAKARTA, KOMPAS") and the agency of a picture are no credits. `language` is the
    article's; the words of credits mix languages, so both are always known.
    """
    opening = _opening(text, None)
    found = list(opening.credits) if opening is not None else []
    taken = {(credit.start, credit.end) for credit in found}
    for start, end in _lines(text):
        line = text[start:end]
        for credit in (*_bracketed(text, start, line), *_bare(text, start, line)):
            if (credit.start, credit.end) not in taken:
                found.append(credit)
    return tuple(sorted(found, key=lambda credit: credit.start))


def find_dateline(text: str, language: str, published: str | None) -> Dateline | None:
    """The place (with region and date) that opens the article, or None.

    `place` is the place's name in normal case; `date` is ISO, its year, where the dateline gives none, the one that
    lies nearest to `published` (ISO date or datetime, or None: then without a year there is no date).
    """
    opening = _opening(text, published)
    if opening is None or not opening.place:
        return None
    span = Span.cut(text, opening.start, opening.end)
    return Dateline(start=span.start, end=span.end, text=span.text, place=opening.place, date=opening.day)


@cache
def _words() -> _Words:
    listed: dict[str, Any] = load_shared("datelines")
    calendars = [load(language, "calendar") for language in LANGUAGES]

    def alternatives(name: str) -> str:
        return "|".join(re.escape(word) for word in sorted(listed[name], key=len, reverse=True))

    by_lower: dict[str, OutletForm] = {}
    for form, outlet in world().outlets.items():
        if outlet.kind == "agency":
            by_lower.setdefault(form.lower(), outlet)
    return _Words(
        months={name: month for calendar in calendars for name, month in calendar["months"]["words"].items()},
        weekdays=frozenset(name for calendar in calendars for name in calendar["weekdays"]["words"]),
        banners=frozenset(listed["banners"]),
        small=frozenset(listed["small_in_places"]),
        before_places=re.compile(rf"\b(?:{alternatives('before_places')}) ", re.I),
        credit_label=re.compile(rf"(?:{alternatives('credit_labels')})\s?:?\s+", re.I),
        picture_label=re.compile(rf"\b(?:{alternatives('picture_labels')})\b", re.I),
        byline=re.compile(rf"(?:{alternatives('byline_labels')})\b", re.I),
        by_lower=by_lower,
        by_capitals={form.upper(): form for form in world().states if len(form) > 3},
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that holds something, blanks at either end left out."""
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            lead = len(line) - len(line.lstrip())
            yield start + lead, start + lead + len(stripped)
        start += len(line) + 1


def _outlet(form: str) -> OutletForm | None:
    """The outlet that a member of a credit names; an agency also in small letters ("ant"). A platform is none."""
    outlet = world().outlets.get(form) or _words().by_lower.get(form.lower())
    return outlet if outlet is not None and outlet.kind != "platform" else None


def agencies_in(inside: str) -> tuple[str, ...]:
    """The usual names of the outlets in what stands between brackets: "Reuters/Ant" gives ("Reuters", "Antara").

    Empty unless each member is an outlet or a writer's initials, and one an outlet; empty for the credit of a picture.
    """
    if _words().picture_label.search(inside):
        return ()
    label = _words().credit_label.match(inside)
    outlets: list[str] = []
    for member in _MEMBERS.split(inside[label.end() :] if label else inside):
        outlet = _outlet(member.strip())
        if outlet is not None:
            outlets.append(outlet.name)
        elif not _INITIALS.fullmatch(member.strip()):
            return ()
    return tuple(dict.fromkeys(outlets))


def _credited(text: str, start: int, end: int, agencies: tuple[str, ...]) -> Iterator[Credit]:
    for agency in agencies:
        yield Credit(start=start, end=end, text=text[start:end], agency=agency)


def _bracketed(text: str, start: int, line: str) -> Iterator[Credit]:
    """Credits in brackets at a line's end, or alone at its start before a dash."""
    if line[0] in "([":
        bracket = _BRACKET.match(line)
        if bracket is not None and _DASH.match(line, bracket.end()):
            yield from _credited(text, start, start + bracket.end(), agencies_in(bracket.group(1)))
    tail = line.rstrip(" .*")
    if tail.endswith((")", "]")):
        opens = max(tail.rfind("("), tail.rfind("["))
        bracket = _BRACKET.fullmatch(tail, opens) if opens >= 0 else None
        if bracket is not None and not _spells_out(tail[:opens]):
            agencies = agencies_in(bracket.group(1))
            if not agencies and _ENDED.search(tail, 0, opens) and not text[start + len(line) :].strip():
                agencies = tuple(name for name in _unlisted(bracket.group(1)) if " " in name)
            yield from _credited(text, start + opens, start + len(tail), agencies)


def _unlisted(inside: str) -> tuple[str, ...]:
    """The names in a bracket that stands where only a credit does, though no list has them: "(Nusa Wire)", "(BPA/ral)".

    Empty where a member is no name, a state or place, a day, or the credit of a picture.
    """
    if _words().picture_label.search(inside):
        return ()
    members = [member.strip() for member in _MEMBERS.split(inside)]
    names = [member for member in members if _AGENCY.fullmatch(member)]
    if len(names) + sum(1 for member in members if _INITIALS.fullmatch(member) and member.islower()) < len(members):
        return ()
    known = (
        name in world().states or name in world().outlets or name in places().names or name.lower() in _words().weekdays for name in names
    )
    return () if any(known) else tuple(dict.fromkeys(names))


def _sure_place(head: str) -> bool:
    """Whether what stands before the bracket of a dateline is a town: in capitals, or by the lists."""
    town = head.split(",")[0].strip()
    return town.isupper() or town in places().names or town in world().states


def _spells_out(before: str) -> bool:
    """Whether the bracket gives the acronym of the name before it: "kantor berita Palestina (WAFA)"."""
    words = before.split()
    return bool(words) and words[-1][0].isupper() and words[-1][-1].isalnum()


def _bare(text: str, start: int, line: str) -> Iterator[Credit]:
    """Credits without brackets: "AP/" at a line's start, "... said. - Reuters", a byline's agency, an agency alone."""
    slash = _SLASH_CREDIT.match(line)
    if slash is not None:
        outlet = world().outlets.get(slash.group(1))
        if outlet is not None and outlet.kind == "agency" and not _words().picture_label.search(line[:40]):
            yield from _credited(text, start, start + slash.end(), (outlet.name,))
            return
    if len(line) <= 80:
        yield from _byline(text, start, line)
    tail = line[-60:]
    dash = _CLOSING_DASH.search(tail)
    if dash is not None:
        begin = start + len(line) - len(tail) + dash.start(1)
        yield from _credited(text, begin, start + len(line), _named(dash.group(1)))


def _named(listed: str) -> tuple[str, ...]:
    """Like `agencies_in`, but for words outside brackets: every member an outlet that is no everyday word."""
    outlets = [world().outlets.get(member.strip()) for member in _MEMBERS.split(listed)]
    sure = [outlet.name for outlet in outlets if outlet is not None and not outlet.ambiguous and outlet.kind != "platform"]
    return tuple(dict.fromkeys(sure)) if len(sure) == len(outlets) else ()


def _byline(text: str, start: int, line: str) -> Iterator[Credit]:
    label = _words().credit_label.match(line)
    if label is not None and ":" in label.group():
        yield from _credited(text, start + label.end(), start + len(line), agencies_in(line[label.end() :]))
    elif _words().byline.match(line):
        last = max(line.rfind(mark) for mark in ",|-–—") + 1
        name = line[last:].strip()
        if last and name:
            yield from _credited(text, start + line.rindex(name), start + len(line), _named(name))
    elif line.count(" ") <= 4:
        yield from _credited(text, start, start + len(line), _named(line))


def _opening(text: str, published: str | None) -> _Opening | None:
    for number, (start, end) in enumerate(_lines(text)):
        if number == _OPENING_LINES:
            break
        opening = _head(text, start, end, published, first=number == 0)
        if opening is not None:
            return opening
    return None


def _head(text: str, start: int, end: int, published: str | None, *, first: bool) -> _Opening | None:
    """The opening that the line from `start` to `end` begins with, or None where it begins with a plain sentence."""
    dash = _DASH.search(text, start, min(end, start + _HEAD_CHARS))
    if dash is None or dash.start() == start:
        return None
    close = dash.start()
    day: str | None = None
    credits: tuple[Credit, ...] = ()
    bracket = _BRACKET.search(text, start, close)
    if bracket is not None and not text[bracket.end() : close].strip(" :"):
        agencies = agencies_in(bracket.group(1))
        if not agencies and _sure_place(text[start : bracket.start()]):
            agencies = _unlisted(bracket.group(1))
        if not agencies and not _dated(bracket.group(1)):
            return None
        day = None if agencies else _day(bracket.group(1), published)
        credits = tuple(_credited(text, bracket.start(), bracket.end(), agencies))
        close = bracket.start()
    parsed = _parts(text, start, close, published)
    if parsed is None:
        return None
    opening, firm = parsed
    if bracket is not None and day is not None:
        opening = opening._replace(end=bracket.end(), day=day)
    if credits or firm or day is not None or _opens(text, opening, end, dash, first=first):
        return opening._replace(credits=(*credits, *opening.credits))
    return None


def _parts(text: str, start: int, close: int, published: str | None) -> tuple[_Opening, bool] | None:
    """Place, date and outlet among the comma-parted parts of a head; the flag says that an outlet or a date stands there."""
    begin, end, place, day, firm = -1, -1, "", None, False
    credits: list[Credit] = []
    at = start
    for part in text[start:close].split(","):
        piece = part.strip()
        here = at + len(part) - len(part.lstrip())
        at += len(part) + 1
        outlet = world().outlets.get(piece)
        if (outlet is not None and outlet.kind != "platform") or _SITE.fullmatch(piece):
            firm = True
            if outlet is not None and outlet.kind == "agency":
                credits.append(Credit(start=here, end=here + len(piece), text=piece, agency=outlet.name))
        elif begin >= 0 and _dated(piece):
            firm = True
            day = _day(piece, published)
        elif not _place_like(piece):
            return None
        elif begin < 0:
            begin, place = here, piece
        if begin >= 0:
            end = here + len(piece)
    if begin < 0:
        return None
    return _Opening(begin, end, _place_name(place.split("/")[0]), day, tuple(credits)), firm


def _place_like(piece: str) -> bool:
    """Words that could name a place: each with a capital, but for small words inside; two places may share a slash."""
    words = _words()
    if piece in words.banners or len(piece) > 40:
        return False
    for name in piece.split("/"):
        if not _PLACE.fullmatch(name):
            return False
        if any(not word[0].isupper() and word.lower() not in words.small for word in name.split()):
            return False
    return True


def _opens(text: str, opening: _Opening, line_end: int, dash: re.Match[str], *, first: bool) -> bool:
    """Whether a place without agency, date or outlet beside it is a dateline and not the subject of a sentence."""
    head = text[opening.start : opening.end].split(",")[0].split("/")[0]
    if _dash_again(text, dash, line_end):
        return False
    if head.isupper() and len(head) >= 4:
        return head not in world().bodies and head not in world().outlets and not _VOWEL.isdisjoint(head)
    if not first or not dash.group().startswith((" ", "\t")):
        return False
    known = world().states.get(opening.place)
    if known is not None and known.kind == "capital":
        return True
    rest = text[opening.end : opening.end + 20_000]
    return any(_words().before_places.search(rest[max(0, at - 14) : at]) for at in _places_of(rest, head))


def _dash_again(text: str, dash: re.Match[str], line_end: int) -> bool:
    """Whether the dashes of the sentence come in pairs, so that they enclose an aside."""
    stop = _SENTENCE_END.search(text, dash.end(), line_end)
    return text[dash.end() : stop.start() if stop else line_end].split().count(dash.group().strip()) % 2 == 1


def _places_of(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _place_name(place: str) -> str:
    """The place in normal case: as the gazetteer writes it, else word by word."""
    words = _words()
    if not place.isupper():
        return place
    if place in words.by_capitals:
        return words.by_capitals[place]
    pieces = enumerate(re.split(r"([ -])", place.rstrip(".")))
    return "".join(piece.lower() if number and piece.lower() in words.small else piece.capitalize() for number, piece in pieces)


def _dated(piece: str) -> bool:
    """Whether a part of the head is a date or a weekday, resolvable or not."""
    bare = piece.strip("() ").lower().replace("’", "'")
    return bare in _words().weekdays or bool(_DIGIT_DATE.search(piece)) or _month_day(piece) is not None or bare.isdigit()


def _month_day(piece: str) -> tuple[int | None, int, int] | None:
    """Year or None, month and day of "May 14" or "14 Mei 2019"."""
    words = _words()
    for match in _MONTH_DATE.finditer(piece):
        name = (match.group(2) or match.group(3)).lower()
        month = words.months.get(name)
        if month is not None:
            year = match.group(5)
            return (int(year) if year else None, month, int(match.group(1) or match.group(4)))
    return None


def _day(piece: str, published: str | None) -> str | None:
    """The ISO date that a part of the head gives. Digits are day/month, as Indonesian datelines write them."""
    digits = _DIGIT_DATE.search(piece)
    if digits is not None:
        year = int(digits.group(3)) if digits.group(3) else None
        return _iso(year + 2000 if year is not None and year < 100 else year, int(digits.group(2)), int(digits.group(1)), published)
    named = _month_day(piece)
    return _iso(*named, published) if named is not None else None


def _iso(year: int | None, month: int, day: int, published: str | None) -> str | None:
    try:
        if year is not None:
            return date(year, month, day).isoformat()
        near = date.fromisoformat((published or "")[:10])
        around = (date(near.year + shift, month, day) for shift in (-1, 0, 1))
        return min(around, key=lambda candidate: abs((candidate - near).days)).isoformat()
    except ValueError:
        return None
