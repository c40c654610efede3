"""The name tagger: which tokens of a text name a person, an organization or a place, by a trained linear chain.

It looks only at stretches around capitals, decides each by the best path through its labels (Viterbi), and resolves nothing.
Reference: Lafferty, McCallum and Pereira, Conditional random fields (2001); the chain is cut where no name can lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, fsum
from struct import Struct
from typing import Final

from saksi.limits import TAGGED_RUN, WORD_LETTERS, WORDS_REMEMBERED
from saksi.reading.laid_out import LaidOut
from saksi.reading.tagger_features import (
    Looked,
    Small,
    Surroundings,
    features,
    plain_opening,
    runs,
    small_features,
)
from saksi.reading.tagger_words import word_features
from saksi.records.entity import EntityKind
from saksi.words.packs import load
from saksi.words.taggers import Weights, weights
from saksi.words.world import world

KINDS: Final[dict[str, EntityKind]] = {"PER": "person", "ORG": "organization", "LOC": "place"}
IMPOSSIBLE: Final = -1e9
SURELY: Final = 0.95
"""How sure a name must be to be taken again unseen where the text repeats it."""
FIELD: Final = 32
"""Bits of a label's field in a packed row; sums of steps stay far below."""
RAISED: Final = 1 << 31
"""Added to every label of a token alike, so that no field of a sum is negative; it changes neither the best path nor how sure it is."""
SHORTENED: Final = frozenset({"Inc", "Ltd", "Co", "Corp", "Tbk", "Jr", "Sr"})
"""Short forms that close a name and are written with a stop, which is part of it."""
STOP: Final = "."
LEAST_SURE: Final = 0.6
"""A name that the model is less sure of is wrong more often than right, and is left out."""
OUTSIDE: Final = 0
"""The label of what is in no name comes first."""
_STATES: Final = ("name",)


@dataclass(frozen=True, slots=True)
class TaggedName:
    """Tokens `first` to `last`, both included, that name somebody or something; `confidence` 0 to 1, of the weakest token."""

    first: int
    last: int
    kind: EntityKind
    confidence: float


Settled = Mapping[int, tuple[int, EntityKind]]
"""First token -> last token and kind of names that the word lists have settled."""


def tag_names(laid: LaidOut, settled: Settled | None = None) -> tuple[TaggedName, ...]:
    """The names of a text in its order, none overlapping another.

    "Ketua KPU Arief Budiman tiba di Medan": KPU organization, Arief Budiman person, Medan place; "Ketua" is a role, no name.
    Where the capitals of a stretch are one `settled` name and nothing else, that name is taken without a look at its words.
    Raises WordsError where the language has no tagger.
    """
    chain = _chain(laid.lang.code)
    settled = settled or {}
    around = Surroundings(laid, {first: known for first, known in settled.items() if known[1] != "state"})
    met = _Met(laid, settled)
    found: list[TaggedName] = []
    for sentence in laid.sentences:
        bounds = (sentence.first, sentence.last)
        for run in runs(laid, *bounds):
            capitals = _capitals(laid, run)
            if (known := met.again(capitals)) is not None:
                found.append(known)
            elif not plain_opening(laid, run):
                names = [
                    TaggedName(first, last, _kind(laid, first, last, KINDS[label]), sure)
                    for piece in _pieces(run)
                    for first, last, label, sure in chain.spans(laid, piece, bounds, around)
                    if sure >= LEAST_SURE
                ]
                met.remember(capitals, names)
                found += names
    return tuple(found)


def _capitals(laid: LaidOut, run: tuple[int, int]) -> tuple[int, int]:
    """From the first capital of a run to the last: a run has a small word before and figures behind."""
    first, last = run
    words = laid.tokens.words
    while first < last and words[first].islower():
        first += 1
    while last > first and (words[last].islower() or not words[last][0].isalpha()):
        last -= 1
    return first, last


class _Met:
    """The stretches of capitals that need no second look: those that are one settled name, and those that were surely one before."""

    def __init__(self, laid: LaidOut, settled: Settled) -> None:
        self.words = laid.tokens.words
        self.settled = settled
        self.forms: dict[tuple[str, ...], TaggedName] = {}

    def again(self, capitals: tuple[int, int]) -> TaggedName | None:
        """The name that a stretch is ("di Amerika Serikat pada"); None where there is more to it, or it is new."""
        first, last = capitals
        known = self.settled.get(first)
        if known is not None and known[0] == last:
            return TaggedName(first, last, known[1], 1.0)
        before = self.forms.get(tuple(self.words[first : last + 1]))
        return TaggedName(first, last, before.kind, before.confidence) if before is not None else None

    def remember(self, capitals: tuple[int, int], names: Sequence[TaggedName]) -> None:
        """Keep a stretch that is one name, all of it, and surely so."""
        if len(names) == 1 and (names[0].first, names[0].last) == capitals and names[0].confidence >= SURELY:
            self.forms[tuple(self.words[capitals[0] : capitals[1] + 1])] = names[0]


def _pieces(run: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """A run, cut where it is longer than any name."""
    for first in range(run[0], run[1] + 1, TAGGED_RUN):
        yield first, min(first + TAGGED_RUN - 1, run[1])


def _impossible(before: str, label: str) -> bool:
    """Whether a label cannot follow another: the inside of a name without its beginning."""
    return label[0] == "I" and (before == "O" or before[2:] != label[2:])


def _packed(row: Iterable[int]) -> int:
    """Steps, one a label, as one whole number."""
    return sum(step << (FIELD * k) for k, step in enumerate(row))


@cache
def _chain(code: str) -> Chain:
    return Chain(code, weights(code))


class Chain:
    """Weights made ready for one language, in steps of `unit`; the sum for a word at a distance is remembered.

    The weights of a feature for all labels are one whole number, a field of bits for each label, so that one addition adds them all.
    """

    def __init__(self, code: str, table: Weights) -> None:
        self.code = code
        self.labels = table.labels
        self.features = {feature: _packed(memoryview(row).cast("b")) for feature, row in table.features.items()}
        self.unit = table.unit
        self._fields = Struct(f"<{len(table.labels)}I")
        self._raised = _packed([RAISED] * len(table.labels))
        self.inside = [label[0] == "I" for label in table.labels]
        self.transitions = [
            [IMPOSSIBLE if _impossible(a, b) else weight / table.unit for b, weight in zip(table.labels, row, strict=True)]
            for a, row in zip(table.labels, table.transitions, strict=True)
        ]
        possible = [weight for row in self.transitions for weight in row if weight > IMPOSSIBLE]
        self.reach = 2 * (max(possible) - min(possible))
        self._sums: dict[tuple[int, str], int] = {}
        self._small_sums: dict[Small, int] = {}

    def spans(
        self, laid: LaidOut, run: tuple[int, int], sentence: tuple[int, int], around: Surroundings
    ) -> Iterator[tuple[int, int, str, float]]:
        """The names of one run: first and last token, label (PER, ORG, LOC), how sure of the weakest token."""
        scores = self._scores(features(laid, run, sentence, around))
        path = self._best(scores)
        i = 0
        while i < len(path):
            label = self.labels[path[i]]
            end = i
            while label != "O" and end + 1 < len(path) and self.inside[path[end + 1]]:
                end += 1
            if label != "O":
                first, last = _trimmed(laid, run[0] + i, run[0] + end)
                yield first, last, label[2:], min([self._sure(scores, path, k) for k in range(i, end + 1)])
            i = end + 1

    def _scores(self, looked: Sequence[Looked]) -> list[tuple[int, ...]]:
        """For each token the sum of its weights for each label; what a stretch of capitals shares is summed once."""
        fields, raised = self._fields, self._raised
        found: list[tuple[int, ...]] = []
        before: list[str] | None = None
        shared = 0
        for common, row, small, window in looked:
            if common is not before:
                before, shared = common, raised + self._sum(common)
            summed = shared + self._sum(row)
            for key in small:
                summed += self._small_sum(key)
            for place in window:
                summed += self._word(place)
            found.append(fields.unpack(summed.to_bytes(fields.size, "little")))
        return found

    def _sum(self, row: Sequence[str]) -> int:
        """The sum of the weights of some features for each label."""
        known = self.features
        return sum([known[feature] for feature in row if feature in known])

    def _small_sum(self, key: Small) -> int:
        """The sum of the weights of something that has few values."""
        summed = self._small_sums.get(key)
        if summed is None:
            summed = self._sum(small_features(key))
            if len(self._small_sums) > WORDS_REMEMBERED:
                self._small_sums.clear()
            self._small_sums[key] = summed
        return summed

    def _word(self, place: tuple[int, str]) -> int:
        """The sum of the weights of a word at a distance."""
        summed = self._sums.get(place)
        if summed is None:
            offset, word = place
            summed = self._sum(word_features(self.code, word, offset))
            if len(word) <= WORD_LETTERS:
                if len(self._sums) > WORDS_REMEMBERED:
                    self._sums.clear()
                self._sums[place] = summed
        return summed

    def _best(self, scores: Sequence[Sequence[float]]) -> list[int]:
        """The labels of the best path; the first is no inside of a name.

        A label so far behind a token's best that no transitions could bring it back is not followed.
        """
        total = {k: score for k, score in enumerate(scores[0]) if not self.inside[k]}
        least = max(total.values()) - self.reach
        total = {k: score for k, score in total.items() if score >= least}
        back: list[dict[int, int]] = []
        transitions = self.transitions
        for row in scores[1:]:
            least = max(row) - self.reach
            pointers: dict[int, int] = {}
            reached: dict[int, float] = {}
            for k, score in enumerate(row):
                if score >= least or k == OUTSIDE:
                    best, most = OUTSIDE, 2 * IMPOSSIBLE
                    for a, sum_before in total.items():
                        if (here := sum_before + transitions[a][k]) > most:
                            best, most = a, here
                    pointers[k] = best
                    reached[k] = most + score
            back.append(pointers)
            total = reached
        path = [max(total, key=total.__getitem__)]
        for pointers in reversed(back):
            path.append(pointers[path[-1]])
        return path[::-1]

    def _sure(self, scores: Sequence[Sequence[float]], path: list[int], k: int) -> float:
        """How probable the label of a token is, those of its neighbours given."""
        row: Sequence[float] = scores[k]
        if k:
            row = [a + b for a, b in zip(row, self.transitions[path[k - 1]], strict=True)]
        else:
            row = [IMPOSSIBLE if inside else score for inside, score in zip(self.inside, row, strict=True)]
        if k + 1 < len(path):
            row = [a + b[path[k + 1]] for a, b in zip(row, self.transitions, strict=True)]
        chosen = row[path[k]]
        return 1 / fsum([exp(min((score - chosen) * self.unit, 50.0)) for score in row])


@cache
def _directions(code: str) -> frozenset[str]:
    return frozenset(load(code, "place_words")["directions"])


def _trimmed(laid: LaidOut, first: int, last: int) -> tuple[int, int]:
    """A name without a bracket that opens or closes nothing inside it, and without the direction before it ("selatan Tripoli")."""
    while first < last and laid.tokens.words[first] in _directions(laid.lang.code):
        first += 1
    words = laid.tokens.words[first : last + 1]
    if len(words) > 1 and words[-1] == ")" and "(" not in words[1:]:
        last -= 1
    if last > first and words[0] == "(" and ")" not in words[1 : last - first + 1]:
        first += 1
    return first, last + _stopped(laid, last)


def _stopped(laid: LaidOut, last: int) -> bool:
    """Whether a short form that closes a name has its stop behind it, and the sentence goes on ("Coast Savings Inc. melaporkan")."""
    words = laid.tokens.words
    if words[last] not in SHORTENED or words[last + 1 : last + 2] != [STOP] or laid.tokens.starts[last + 1] != laid.tokens.ends[last]:
        return False
    return last + 2 < len(words) and (words[last + 2].islower() or words[last + 2] == ",")


def _kind(laid: LaidOut, first: int, last: int, kind: EntityKind) -> EntityKind:
    """A place that the word lists know as a state by its name is a state."""
    if kind != "place":
        return kind
    state = world().states_in[laid.lang.code].get(" ".join(laid.tokens.slice(first, last).split()))
    return "state" if state is not None and state.kind in _STATES else kind
