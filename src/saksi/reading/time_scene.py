"""What is known where a phrase of time stands, and the words of that phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, Literal, NamedTuple

from saksi.reading.lexeme import Lexeme
from saksi.reading.time_words import Calendar
from saksi.records import Anchor, TimeValue

_SAME_TALE: Final = 9
"""Words between a date with its year and a later one without, of one and the same "and" ("on 3 October 2014 and freed on 5 December")."""
_TENSE_REACH: Final = 14
"""Words before or after a weekday that may tell whether it is to come."""


_PARTING: Final = frozenset(",;\n<>\u2014")
"""Letters of the marks that part what is told."""


@dataclass(slots=True)
class Scene:
    """What is known where a phrase stands: the day of the report, if any, and what earlier phrases named.

    `asked` is the anchor that the phrase at hand was counted from; who reads `today` or `last_day` sets it.
    """

    language: str
    text: str
    lexemes: Sequence[Lexeme]
    kinds: str
    values: dict[int, Any]
    words: Calendar
    anchor: Anchor | None = None
    clock: datetime | None = None
    asked: Anchor | None = None
    last: TimeValue | None = None
    weekdays: dict[int, date] = field(default_factory=dict)
    _named: date | None = None
    _dated: tuple[int, date] | None = None
    _day: date | None = None

    def anchored(self, when: date | None, by: Literal["published", "text"]) -> None:
        """Count from this day on."""
        self._day = when
        self.anchor = None if when is None else Anchor(day=when.isoformat(), by=by)

    def forget_asked(self) -> None:
        """Begin a phrase that is not yet counted from any anchor."""
        self.asked = None

    @property
    def today(self) -> date | None:
        """The day of the report; None where nothing tells it."""
        if self.asked is None:
            self.asked = self.anchor
        return self._day

    @property
    def last_day(self) -> date | None:
        """The day that the text named last."""
        if self._named is not None:
            self.asked = Anchor(day=self._named.isoformat(), by="text")
        return self._named

    def weekday_named(self, weekday: int) -> date | None:
        """The day that an earlier "Senin (12/5)" gave a weekday."""
        when = self.weekdays.get(weekday)
        if when is not None:
            self.asked = Anchor(day=when.isoformat(), by="text")
        return when

    def remember(self, value: TimeValue) -> None:
        """Keep what later phrases may point back to."""
        if value.type in ("DATE", "TIME") and value.from_ is not None and value.to is not None:
            self.last = value
            if value.from_[:10] == value.to[:10] and value.from_[4:5] == "-":
                self._named = date.fromisoformat(value.from_[:10])

    def remember_year(self, behind: int, value: TimeValue) -> None:
        """Keep a month or day that stands with its year, and the place behind it."""
        if value.from_:
            self._dated = behind, date.fromisoformat(value.from_[:10])

    def year_told_before(self, place: int, month: int, day: int = 28) -> int | None:
        """The year of a bare month or day that "and" ties to one with its year: the first that comes after it.

        "Arrested on 3 October 2014 and freed on 5 December" is one tale; in "elected in May 2014, he resigns on 5 December" a comma
        parts them, and in "... and will be tried in July" the other is to come. None for those, and where nothing is tied.
        """
        if self._dated is None:
            return None
        behind, when = self._dated
        between = self.kinds[behind:place]
        if len(between) > _SAME_TALE or "&" not in between or not _PARTING.isdisjoint(between) or self.to_come(place):
            return None
        year = when.year + ((month, day) < (when.month, when.day))
        return None if self._day is not None and (year, month) > (self._day.year, self._day.month) else year

    def word(self, place: int) -> str:
        """The word at a place, empty beyond the text."""
        return self.lexemes[place].word if 0 <= place < len(self.lexemes) else ""

    def letter(self, place: int) -> str:
        """The letter at a place, empty beyond the text."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else ""

    def to_come(self, place: int, end: int | None = None) -> bool | None:
        """Does the sentence speak of what is to come, around a phrase from `place` to `end`? None where no word tells."""
        lists = self.words.lists
        for step in (-1, 1):
            at = (end - 1 if end is not None and step > 0 else place) + step
            while 0 <= at < len(self.kinds) and abs(at - place) <= _TENSE_REACH and self.kinds[at] not in ";\n":
                word = self.word(at)
                if word in lists["future_cues"] and self.kinds[at] != "M" and (step < 0 or self.kinds[at] != "h") and not self._leads(at):
                    return True
                if word in lists["past_cues"] or (self.language == "en" and word.endswith("ed") and len(word) > 4):
                    return self._is_passive(at)
                at += step
        return None

    def _leads(self, place: int) -> bool:
        """Does the word at a place lead to a place or person ("to Paris"), not to what is to be done?"""
        after = place + 1
        return self.word(place) == "to" and after < len(self.lexemes) and self.text[self.lexemes[after].start].isupper()

    def _is_passive(self, place: int) -> bool:
        """Is the past form at a place one of what is to come ("will be signed in May", "akan sudah")?"""
        words = [self.word(at) for at in range(max(place - 4, 0), place) if self.kinds[at] not in ";\n"]
        return self.language == "en" and not {"will", "shall", "must", "'ll"}.isdisjoint(words)


@dataclass(slots=True)
class Phrase:
    """A stretch of lexemes that a pattern matched, `end` excluded."""

    scene: Scene
    start: int
    end: int
    closed: bool = False
    """Does it name both ends of a stretch, so that no word before it opens it?"""

    @property
    def kinds(self) -> str:
        """The letters of the phrase."""
        return self.scene.kinds[self.start : self.end]

    def at(self, kind: str, nth: int = 0) -> int | None:
        """The place of the nth lexeme of one of the kinds."""
        for place in range(self.start, self.end):
            if self.scene.kinds[place] in kind:
                if nth == 0:
                    return place
                nth -= 1
        return None

    def value(self, kind: str, nth: int = 0) -> Any:
        """What the nth word of one of the kinds is worth; a number for figures; None where there is none."""
        place = self.at(kind, nth)
        if place is None:
            return None
        value = self.scene.values.get(place)
        return self.scene.lexemes[place].number if value is None else value

    def whole(self, kind: str, nth: int = 0) -> int | None:
        """The nth figure or ordinal of one of the kinds as a whole number."""
        value = self.value(kind, nth)
        return int(value) if value is not None and value == int(value) else None


class Found(NamedTuple):
    """A phrase and what it means."""

    phrase: Phrase
    value: TimeValue
