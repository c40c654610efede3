"""Tokens: words, figures and marks of a text with their offsets; nothing is normalised but case."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\d+(?:[.,:/-]\d+)+(?![^\W\d_])"  # 24/3, 100-200, 190,24, 07.30
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[^\W_]+(?:[-'’][^\W_]+|[`´‘][a-z][^\W_]*)*"  # antar-milisi, Ma'ruf, Jum`at, al-Warfalli, Covid-19, didn't
    r"|\n\s*"  # a line end, or a paragraph end
    r"|(?<=\S)(?P<inner>['’])(?=(?P=inner){2}(?!(?P=inner)))"  # the first of three closing marks: 'no'''
    r"|(?P<twice>['’‘`´])(?P=twice)"  # two single marks for a double one
    r"|(?<![^\s(\[]),,(?=[^\W_])"  # two commas for a low opening mark
    r'|(?<![\w"])""(?=\w)|(?<=[^\s"])""(?![\w"])'  # a double mark written twice
    r"|\S"  # any other mark
)
_LINE_END = re.compile(r"(\S)[^\S\n]*\n[^\S\n]*([^\s])")
_STOPS = frozenset(".?!…:\"”’'»)")
_MOST = 0.8
"""Share of single line ends behind a stop from which they part paragraphs; where lines are wrapped it is one in ten."""
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|ve|ll|re|d|m))$", re.I)


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
    matches = list(_TOKEN.finditer(text))
    words = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    _part_clitics(words, starts, ends, lines_part=_lines_are_paragraphs(text))
    return Tokens(text, words, [word.lower() for word in words], starts, ends)


def _lines_are_paragraphs(text: str) -> bool:
    """Whether single line ends part paragraphs: nearly each stands behind a stop and before no small letter."""
    ends = _LINE_END.findall(text)
    return bool(ends) and sum(before in _STOPS and not after.islower() for before, after in ends) >= _MOST * len(ends)


def _part_clitics(words: list[str], starts: list[int], ends: list[int], *, lines_part: bool) -> None:
    """Cut clitics from their words and give line ends their two names, in place, from the last token to the first."""
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word[0] == "\n":
            words[i] = "\n\n" if lines_part or word.count("\n") > 1 else "\n"
        elif ("'" in word or "’" in word) and len(word) > 2 and (clitic := _CLITIC.search(word)) and clitic.start():
            cut = clitic.start()
            words[i : i + 1] = [word[:cut], word[cut:]]
            starts.insert(i + 1, starts[i] + cut)
            ends.insert(i, starts[i] + cut)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (both included) of one sentence; `paragraph` counts from 0; `cut` where it ran on too long."""

    first: int
    last: int
    paragraph: int
    cut: bool = False
