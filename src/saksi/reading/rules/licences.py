"""Licences: whether the lexicon lets a cue take what stands behind it, one test for each sort of thing that cues take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from saksi.reading.drafts import Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.rules.clausal import shows_auxiliary
from saksi.reading.rules.clause_like import clause_like
from saksi.reading.rules.scene import Scene
from saksi.reading.verbs import verb_like

NEAR_RELATIVE: Final = 6
"""Tokens back to the "what" of 'what the mayor called "a mess"'; without one, 'a man called "Sparks"' names nobody's words."""
FARTHEST_AS: Final = 8
"""Tokens of what is called or seen as something, before the word that says as what."""
FARTHEST_FIGURE: Final = 6
"""Tokens behind "at" within which an estimate has its figure."""
FARTHEST_NOUN: Final = 4
"""Tokens behind the first of a content that only points, within which its noun stands ("laporan yang beredar itu")."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Tokens `begin` to `last` behind a cue; `marked` where "bahwa", "that" or the like introduces them."""

    scene: Scene
    hit: Hit
    begin: int
    last: int
    marked: bool

    @property
    def laid(self) -> LaidOut:
        """The text."""
        return self.scene.laid

    def near(self, most: int) -> range:
        """The tokens behind the first, at most so many."""
        return range(self.begin + 1, min(self.begin + most, self.last) + 1)

    def first_is(self, *names: str) -> bool:
        """Whether the first word is in one of these closed classes."""
        return any(self.laid.tokens.lower[self.begin] in self.laid.lang.singles[name] for name in names)

    def has_quote(self) -> bool:
        """Whether a quotation opens among the words."""
        return any(i in self.laid.closing for i in range(self.begin, self.last + 1))


def licensed(taken: Taken) -> bool:
    """Whether the lexicon lets the cue take what stands there."""
    return taken.last >= taken.begin and not _barred(taken) and _TESTS.get(taken.hit.form.takes, _clause)(taken)


def _barred(taken: Taken) -> bool:
    """What no cue of its act takes: a plain object ("asked him"), a place of beliefs, a wish for anonymity, "not to be …"."""
    laid, hit, begin = taken.laid, taken.hit, taken.begin
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code == "id" and not taken.marked and _object_only(taken):
        return True
    if (laid.lang.code == "en" and lower[begin : begin + 3] == ["not", "to", "be"]) or _asks_for_anonymity(taken):
        return True
    if _seen_as(taken):
        return False
    if hit.form.act == "opine" and hit.form.takes not in ("naming", "as") and taken.first_is("objects"):
        owns = taken.first_is("possessives") and begin < taken.last and lower[begin + 1] not in laid.lang.closed
        if not owns:
            return True
    if (
        hit.form.act == "ask"
        and taken.first_is("objects")
        and not set(lower[begin + 1 : begin + 2]) & (sets["question_words"] | {"to", ","})
    ):
        return True
    return lower[hit.last + 1] == "to" and hit.form.words[0] in sets["chain_verbs"]


def _clause(taken: Taken) -> bool:
    """ "said (that) …": marked as one, or a clause by its looks."""
    laid, begin = taken.laid, taken.begin
    if taken.marked:
        return True
    if taken.first_is("prepositions") and laid.lang.code == "en" and not _counts(taken):
        return False
    return clause_like(taken.scene, begin, taken.last, strict=taken.hit.form.strict)


def _counts(taken: Taken) -> bool:
    """ "said at least two …", "said about 30 …": a preposition that belongs to a figure."""
    tokens, begin = taken.laid.tokens, taken.begin
    figure = any(word[0].isdigit() for word in tokens.words[begin + 1 : begin + 3])
    return figure or tokens.lower[min(begin + 1, taken.last)] in ("least", "most")


def _phrase(taken: Taken) -> bool:
    """ "called for calm", "denied the claim": any phrase, in English none with a preposition that tells where or when."""
    if _seen_as(taken):
        return True
    if taken.begin == taken.last and _lone_word(taken):
        return False
    return taken.laid.lang.code == "id" or not taken.first_is("prepositions") or taken.first_is("phrase_prepositions")


def _urging(taken: Taken) -> bool:
    """ "urged residents to leave", "warned them against it": what somebody is urged to do."""
    lower, closing = taken.laid.tokens.lower, taken.laid.closing
    near = (taken.begin, *taken.near(FARTHEST_AS))
    return taken.marked or any(lower[i] in ("to", "against", "not") or i in closing for i in near)


def _figure(taken: Taken) -> bool:
    """ "put the loss at 3 million": a figure behind "at"."""
    tokens, numbers = taken.laid.tokens, taken.laid.lang.singles["number_words"]
    at = next((i for i in range(taken.begin + 1, taken.last) if tokens.lower[i] == "at"), -1)
    behind = range(at + 1, min(at + FARTHEST_FIGURE, taken.last) + 1)
    return at > 0 and any(tokens.words[i][0].isdigit() or tokens.lower[i] in numbers for i in behind)


def _marked(taken: Taken) -> bool:
    """What a conjunction or a quotation introduces."""
    if taken.first_is("voiced"):
        return True
    if taken.hit.form.strict and not taken.marked:
        return shows_auxiliary(taken.laid, taken.begin, taken.last)
    return _introduced(taken)


def _introduced(taken: Taken) -> bool:
    """A conjunction or a quotation stands there, no comma with a verb of the next clause ("…, meninggalkan ruangan")."""
    tokens, begin = taken.laid.tokens, taken.begin
    goes_on = tokens.words[begin - 1] == "," and verb_like(taken.laid, begin) and tokens.lower[begin].startswith("me")
    return taken.marked and not goes_on


def _quoted(taken: Taken) -> bool:
    """A quotation alone."""
    return taken.begin in taken.laid.closing


def _pointing(taken: Taken) -> bool:
    """ "membantah laporan itu", "membantahnya bahwa …": a noun of speech, a quotation, a clause, or a word that points."""
    laid, begin = taken.laid, taken.begin
    if verb_like(laid, begin):
        return False
    pointed = any(laid.tokens.lower[i] in laid.lang.nouns for i in (begin, *taken.near(FARTHEST_NOUN)))
    return pointed or taken.has_quote() or (taken.marked and begin not in laid.closing) or _only_points(taken)


def _naming(taken: Taken) -> bool:
    """'called the plan "a mess"', "called him a liar"; an English quotation right behind needs the "what" of what is called so."""
    laid, hit = taken.laid, taken.hit
    if taken.begin in laid.closing and laid.lang.code == "en":
        lower, sets = laid.tokens.lower, laid.lang.singles
        near = range(max(taken.scene.first, hit.first - NEAR_RELATIVE), hit.first)
        return any(lower[i] in sets["relative"] or lower[i] in sets["question_words"] for i in near)
    return taken.has_quote() or _names(taken)


def _as(taken: Taken) -> bool:
    """ "described the talks as useful", "described how …"."""
    tokens = taken.laid.tokens
    if taken.first_is("question_words") or tokens.lower[taken.begin].endswith("ing"):
        return True
    return any(tokens.lower[i] == "as" and tokens.word(i - 1) for i in taken.near(FARTHEST_AS))


_TESTS: Final[dict[str, Callable[[Taken], bool]]] = {
    "quoting": lambda taken: False,
    "phrase": _phrase,
    "urging": _urging,
    "figure": _figure,
    "marked": _marked,
    "quote": _introduced,
    "quoted": _quoted,
    "pointing": _pointing,
    "naming": _naming,
    "as": _as,
}
"""By what the lexicon says that a cue takes; all else is a clause."""


def _seen_as(taken: Taken) -> bool:
    """ "sees it as a threat"."""
    as_what = taken.laid.tokens.lower[taken.begin + 1 : taken.begin + 2] == ["as"]
    return taken.hit.form.takes == "phrase" and taken.hit.form.act == "opine" and taken.first_is("objects") and as_what


def _object_only(taken: Taken) -> bool:
    """ "menekankan pada pelatihan", "percaya kepada Tuhan": no clause; "memperkirakan pada 2031 …" is one."""
    if not taken.first_is("object_openers"):
        return False
    tokens = taken.laid.tokens
    behind = min(taken.begin + 1, taken.scene.right)
    return not (tokens.lower[behind] in taken.laid.lang.singles["time_words"] or tokens.words[behind][0].isdigit())


def _names(taken: Taken) -> bool:
    """Whether a thing and what it is called stand there: "him a liar", "the move a mistake"; not "the police", "him on Monday"."""
    laid, begin, last = taken.laid, taken.begin, taken.last
    lower, sets = laid.tokens.lower, laid.lang.singles
    behind = begin + 1
    if not taken.first_is("objects", "clause_subjects"):
        behind = next((i for i in taken.near(FARTHEST_AS) if lower[i] in sets["indefinite_articles"]), last + 1)
        if behind > last and begin + 2 <= last <= begin + FARTHEST_AS and _judges(laid, last):
            behind = last
        if any(lower[i] in sets["prepositions"] or not laid.tokens.word(i) for i in range(begin, behind)):
            return False
    if behind > last:
        return False
    return laid.tokens.word(behind) and not any(
        lower[behind] in sets[name] for name in ("prepositions", "time_words", "adverbs", "coordinators")
    )


def _judges(laid: LaidOut, i: int) -> bool:
    """Whether a word is an adjective behind its noun: "the plan illegal", "the rules unfair"."""
    word, sets = laid.tokens.lower[i], laid.lang.singles
    ends = word.endswith(laid.lang.affixes["adjective_endings"]) or word in sets["judgements"]
    return ends and laid.tokens.words[i].islower() and _noun_at(laid, i - 1)


def _noun_at(laid: LaidOut, i: int) -> bool:
    """Whether a word before an adjective can be the noun that it judges: no article, preposition or conjunction."""
    word, sets = laid.tokens.lower[i], laid.lang.singles
    return word.isalpha() and not any(word in sets[name] for name in ("determiners", "prepositions", "coordinators", "adverbs"))


def _lone_word(taken: Taken) -> bool:
    """Whether one plain English word is too little to be a content: "confirmed deaths" is, "called for calm" is not."""
    laid, hit = taken.laid, taken.hit
    word = laid.tokens.lower[taken.begin]
    if laid.lang.code != "en" or not laid.tokens.words[taken.begin].islower():
        return False
    if hit.form.act in ("request", "deny") or len(hit.form.words) > 1:
        return False
    return not (word.endswith("ing") or taken.first_is("clause_starts") or _only_points(taken))


def _asks_for_anonymity(taken: Taken) -> bool:
    """ "yang meminta identitasnya dirahasiakan", "asked for anonymity": says how somebody spoke, not what."""
    laid, hit = taken.laid, taken.hit
    near = laid.tokens.lower[taken.begin : taken.begin + 4]
    if hit.form.act not in ("request", "ask", "opine") or not any(word in laid.lang.singles["anonymity"] for word in near):
        return False
    relative = laid.lang.singles["relative"]
    return laid.lang.code == "en" or any(laid.tokens.lower[i] in relative for i in range(max(taken.scene.first, hit.first - 3), hit.first))


def _only_points(taken: Taken) -> bool:
    """ "menolak itu", "rejected this"."""
    pointing = taken.laid.lang.singles["bare_pointers"] | taken.laid.lang.singles["definite"]
    return taken.last - taken.begin <= 1 and taken.first_is("bare_pointers") and taken.laid.tokens.lower[taken.last] in pointing
