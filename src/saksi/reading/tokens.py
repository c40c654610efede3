"""Tokens: words, figures and marks of a text with their offsets; nothing is normalised but case."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"[^\W\d_](?:\.(?:[^\W\d_]\.)+"  # U.S., a.m.
    r"|[^\W_]*(?:[-'’][^\W_]+|[`´‘][a-z][^\W_]*)*)"  # antar-milisi, Ma'ruf, Jum`at, al-Warfalli, Covid-19, didn't
    r"|\d+(?:[.,:/-]\d+)+(?![^\W\d_])"  # 24/3, 100-200, 190,24, 07.30
    r"|[^\W_]+(?:[-'’][^\W_]+|[`´‘][a-z][^\W_]*)*"  # 5, 3pm, 1990-an
    r"|\n\s*"  # a line end, or a paragraph end
    r"|(?<=\S)(?P<inner>['’])(?=(?P=inner){2}(?!(?P=inner)))"  # the first of three closing marks: 'no'''
    r"|(?P<twice>['’‘`´])(?P=twice)"  # two single marks for a double one
    r"|(?<![^\s(\[]),,(?=[^\W_])"  # two commas for a low opening mark
    r'|(?<![\w"])""(?=\w)|(?<=[^\s"])""(?![\w"])'  # a double mark written twice
    r"|\S"  # any other mark
)
_STOPS: Final = frozenset(".?!…:\"”’'»)")
_MOST: Final = 0.8
"""Share of single line ends behind a stop from which they part paragraphs; where lines are wrapped it is one in ten."""
_CLITIC: Final = re.compile(r"(?:n['’]t|['’](?:s|ve|ll|re|d|m))$", re.I)


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the tokens of `text`: `words` as they stand, `lower` in lower case, offsets end excluded.

    A line end is a token whose word is "\\n" (inside a paragraph) or "\\n\\n" (between paragraphs, which are parted by
    a blank line, or by every line end where nearly all stand behind a full stop).
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.words[index][0].isupper()

    def word(self, index: int) -> bool:
        """Whether the token is a word or a figure, not a mark."""
        return self.words[index][0].isalnum()


def tokenise(text: str) -> Tokens:
    """The tokens of a text, in order; "Libya's" and "didn't" are two tokens each."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        words.append(match[0])
        starts.append(start)
        ends.append(end)
    _name_line_ends(words)
    if "'" in text or "’" in text:
        _part_clitics(words, starts, ends)
    return Tokens(text, words, [word.lower() for word in words], starts, ends)


def _name_line_ends(words: list[str]) -> None:
    """Give line ends their two names, in place."""
    lines = [i for i, word in enumerate(words) if word[0] == "\n"]
    single = [i for i in lines if 0 < i < len(words) - 1 and words[i].count("\n") == 1]
    lines_part = bool(single) and sum(_parts_paragraphs(words, i) for i in single) >= _MOST * len(single)
    for i in lines:
        words[i] = "\n\n" if lines_part or words[i].count("\n") > 1 else "\n"


def _parts_paragraphs(words: list[str], line_end: int) -> bool:
    """Whether a single line end may part paragraphs: it stands behind a stop and before no small letter."""
    return words[line_end - 1][-1] in _STOPS and not words[line_end + 1][0].islower()


def _part_clitics(words: list[str], starts: list[int], ends: list[int]) -> None:
    """Cut clitics from their words, in place."""
    parted = [piece for token in zip(words, starts, ends, strict=True) for piece in _parted(*token)]
    words[:], starts[:], ends[:] = (list(column) for column in zip(*parted, strict=True)) if parted else ([], [], [])


def _parted(word: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """A token, or the word and the clitic that it is made of."""
    if len(word) > 2 and ("'" in word or "’" in word) and (clitic := _CLITIC.search(word)) and (cut := clitic.start()):
        return (word[:cut], start, start + cut), (word[cut:], start + cut, end)
    return ((word, start, end),)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (both included) of one sentence; `paragraph` counts from 0; `cut` where it ran on too long."""

    first: int
    last: int
    paragraph: int
    cut: bool = False
