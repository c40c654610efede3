"""Anaphors: the words of a statement that point at something said before ("laporan tersebut", "Moscow's claim", "it")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from saksi.limits import SENTENCE_TOKENS
from saksi.reading.drafts import Draft
from saksi.reading.laid_out import LaidOut
from saksi.reading.language import CueForm
from saksi.reading.marks import GENITIVES
from saksi.reading.verbs import verb_like
from saksi.reading.wordsorts import sort_of
from saksi.records.statement import Act

ANSWERING: Final = frozenset({"deny", "confirm"})
HEAD_OF_CONTENT: Final = 5
"""Tokens at the head of a content in which a noun points back."""
AT_HEAD: Final = 2
"""Tokens within which a noun is the head of what is judged ("That post is wrong", "Kabar itu")."""
OWNER_WORDS: Final = 4
"""Words of whose claim it is."""


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Characters `start` to `end`, the acts that it can point at (any where empty), its noun, and words of its owner.

    `near` for "that report", which means the latest; `accuses` for a noun of accusing; `beside` where it is apposed to what
    it means ("…, a claim that Oslo denies"); `own` for words of who answers ("denies making the remark"); `loose` where the
    noun goes on with what somebody is accused of ("menolak tuduhan telah berbohong"); `such` for a thing, not a word,
    of which somebody has spoken ("any such letter").
    """

    start: int
    end: int
    points: frozenset[str] = frozenset()
    noun: str = ""
    owner: frozenset[str] = frozenset()
    near: bool = False
    accuses: bool = False
    beside: bool = False
    own: bool = False
    loose: bool = False
    such: bool = False


def anaphor_of(laid: LaidOut, draft: Draft, act: Act) -> Anaphor | None:
    """What in a draft points back, None where nothing does."""
    if draft.cue is not None and laid.text[slice(*draft.contents[0])] == laid.lang.enclitic and _glued(laid, draft):
        return Anaphor(*draft.contents[0]) if len(draft.contents) == 1 else None
    if draft.rule == "hearsay":
        return _hearsay_judges(laid, draft)
    apposed = _apposed(laid, draft, act)
    if apposed is not None:
        return apposed
    framed = _in_response(laid, draft)
    if framed is not None:
        return framed
    for start, end in draft.contents:
        first, last = min(laid.tokens.at(start), len(laid.tokens) - 1), laid.tokens.at(end) - 1
        if laid.quote_of[first] >= 0 and act != "deny" and _bare_judgement(laid, first, last) < 0:
            if (judged := _judged_in_quotes(laid, first, last)) is not None:
                return judged
            continue
        found = _in_content(laid, draft, act, first, last)
        if found is not None:
            return found
    return None


def _judged_in_quotes(laid: LaidOut, first: int, last: int) -> Anaphor | None:
    """'"That post is wrong," she said', '"Kabar itu tidak benar," kata Rini': a quotation that judges a pointing noun at its head."""
    for _, form, found in _pointing_nouns(laid, first, last, AT_HEAD):
        behind = laid.tokens.at(found.end)
        if behind <= last and _judges_from(laid, behind, last):
            return replace(found, accuses=form.act == "accuse")
    return None


def _pointing_nouns(laid: LaidOut, first: int, last: int, within: int) -> Iterator[tuple[int, CueForm, Anaphor]]:
    """Each noun of something said among the first tokens of a stretch that points back: its token, form and phrase."""
    for i in range(first, min(first + within, last + 1)):
        form = laid.lang.nouns.get(laid.tokens.lower[i])
        found = _pointing(laid, i, first, last) if form is not None else None
        if form is not None and found is not None:
            yield i, form, Anaphor(*found[0], points=form.points, noun=laid.tokens.lower[i], owner=found[1])


def denied(draft: Draft) -> bool:
    """Whether the cue holds its content false."""
    return draft.form is not None and not draft.form.holds and not draft.conceded


def _glued(laid: LaidOut, draft: Draft) -> bool:
    return draft.cue is not None and not laid.text[draft.cue[1] : draft.contents[0][0]].strip()


def _in_content(laid: LaidOut, draft: Draft, act: Act, first: int, last: int) -> Anaphor | None:
    """A pointing noun near the head of a content, or a bare "it" that is denied or borne out."""
    lower, lang = laid.tokens.lower, laid.lang
    sets = lang.singles
    quoted = laid.quote_of[first] >= 0
    answers = act in ANSWERING or denied(draft) or quoted or act == "opine"
    opening = lang.nouns.get(lower[first])
    if opening is not None and act == "deny" and opening.act == "accuse" and _goes_on(laid, first, last):
        return Anaphor(*laid.span(first, first), points=opening.points, noun=lower[first], accuses=True, loose=True)
    for i, form, found in _pointing_nouns(laid, first, last, HEAD_OF_CONTENT):
        if any(lower[j] in sets["prepositions"] for j in range(first, i)):
            continue
        empty = lower[i] in sets["empty_nouns"]
        whole = laid.tokens.at(found.end) > last
        if (act == "opine" and (empty or (form.about and form.act == "opine"))) or (empty and not whole):
            continue
        judged = _judged(laid, draft, i, (found.start, found.end), first, last)
        if act == "opine" and not judged and i > first + (lower[first] in sets["determiners"] or lower[first] in sets["pointers"]):
            continue
        reacts = act != "opine" or whole or quoted
        if (answers and reacts) or (whole and _questions(laid, draft)) or judged:
            own = lower[first] in sets["uttering"] and act == "deny"
            near = lang.code == "en" and i > first and lower[i - 1] in ("that", "this", "those", "these")
            return replace(found, noun="" if empty else lower[i], near=near, accuses=form.act == "accuse", own=own)
    if (bare := _bare_judgement(laid, first, last)) >= 0:
        return Anaphor(*laid.span(bare, bare))
    if act == "deny" and (such := _such(laid, first, last)) is not None:
        return such
    if act in ANSWERING | {"inform"} and _as_much(laid, first, last):
        return Anaphor(*laid.span(first, last))
    whole = last - first < 2 or quoted
    if (act == "deny" or (act == "confirm" and not quoted)) and lower[first] in sets["bare_pointers"] and whole:
        return Anaphor(*laid.span(first, first))
    return _split_pointer(laid, draft, first, last)


def _such(laid: LaidOut, first: int, last: int) -> Anaphor | None:
    """ "denied receiving any such letter", "membantah menerima surat semacam itu": a thing of which somebody has spoken."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(first + 1, min(first + HEAD_OF_CONTENT, last + 1)):
        if lower[i] not in sets["such"]:
            continue
        if laid.lang.code == "id" and i < last and lower[i + 1] in sets["definite"]:
            return Anaphor(*laid.span(i - 1, i + 1), noun=lower[i - 1], such=True)
        if laid.lang.code == "en" and i < last and laid.tokens.word(i + 1) and (lower[i - 1] in sets["pointers"] or i == first + 1):
            return Anaphor(*laid.span(i - (lower[i - 1] in sets["pointers"]), i + 1), noun=lower[i + 1], such=True)
    return None


def _goes_on(laid: LaidOut, noun: int, last: int) -> bool:
    """ "menolak tuduhan telah berbohong", "denied accusations of lying": what somebody is accused of follows the noun."""
    if noun + 1 >= last:
        return False
    word = laid.tokens.lower[noun + 1]
    if laid.lang.code == "en":
        return word == "of"
    return word in laid.lang.singles["adverbs"] or word in laid.lang.singles["auxiliaries"] or verb_like(laid, noun + 1)


def _questions(laid: LaidOut, draft: Draft) -> bool:
    """ "questioned those findings", "mempertanyakan klaim itu"."""
    return draft.cue is not None and laid.text[slice(*draft.cue)].lower() in laid.lang.singles["questioning"]


def _as_much(laid: LaidOut, first: int, last: int) -> bool:
    """ "acknowledged as much"."""
    return last == first + 1 and laid.lang.classes["as_much"].length(laid.tokens.lower, first) == 2


def _split_pointer(laid: LaidOut, draft: Draft, first: int, last: int) -> Anaphor | None:
    """ "That, he told the station, was "a show, not a battle"": a bare pointer before the insertion, a quoted judgement behind."""
    if first != last or len(draft.contents) < 2 or laid.tokens.lower[first] not in laid.lang.singles["bare_pointers"]:
        return None
    begin = laid.tokens.at(draft.contents[1][0])
    end = laid.tokens.at(draft.contents[1][1])
    if laid.quote_of[first] >= 0 or not _judges_from(laid, begin, end - 1):
        return None
    return Anaphor(*laid.span(first, first))


def _apposed(laid: LaidOut, draft: Draft, act: Act) -> Anaphor | None:
    """ "…, a charge rejected by Orr", "…, klaim yang dibantah Hasan": a noun behind a comma that says what went before is a claim.

    In an object relative it stands before the relative: "…, an account that Oslo called a fable".
    """
    tokens, lang = laid.tokens, laid.lang
    if draft.rule not in ("passive", "object-relative") or not (act in ANSWERING or denied(draft) or act == "opine"):
        return None
    noun = tokens.at(draft.contents[0][1]) - 1
    if tokens.lower[noun] not in lang.nouns and draft.parties and draft.rule == "object-relative":
        noun = tokens.at(draft.parties[0].start) - 1
        while noun > 0 and (tokens.lower[noun] in lang.singles["articles"] or tokens.lower[noun] in lang.singles["relative"]):
            noun -= 1
    form = lang.nouns.get(tokens.lower[noun])
    first = noun - (noun > 0 and tokens.lower[noun - 1] in lang.singles["articles"])
    if form is None or form.act == "request" or first == 0 or tokens.words[first - 1] != ",":
        return None
    return Anaphor(*laid.span(first, noun), points=form.points, noun=tokens.lower[noun], beside=True)


def _hearsay_judges(laid: LaidOut, draft: Draft) -> Anaphor | None:
    """ "Kabar itu dipastikan hoaks", "The claim is believed to be false": hearsay answers only where it judges a pointing noun."""
    tokens, lang = laid.tokens, laid.lang
    first, last = tokens.at(draft.start), tokens.at(draft.contents[0][1]) - 1
    begin, end = tokens.at(draft.contents[-1][0]), tokens.at(draft.contents[-1][1])
    if len(draft.contents) < 2 or not any(
        tokens.lower[i] in lang.singles["judging"] for i in range(begin, min(begin + HEAD_OF_CONTENT, end))
    ):
        return None
    return next((found for _, _, found in _pointing_nouns(laid, first, last, AT_HEAD)), None)


def _bare_judgement(laid: LaidOut, first: int, last: int) -> int:
    """ "Itu rumor", "That's ridiculous", "Tidak benar itu": the bare pointer beside a word that judges what was said, -1 without."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[first] not in sets["bare_pointers"]:
        begin = first + (lower[first] in sets["negators"])
        inverted = begin < last and lower[begin] in sets["judging"] and lower[begin + 1] in sets["bare_pointers"]
        return begin + 1 if inverted and laid.lang.code == "id" else -1
    return first if first < last and _judges_from(laid, first + 1, last) else -1


def _judges_from(laid: LaidOut, begin: int, last: int) -> bool:
    """Whether a judging word comes, over be, articles and adverbs; or, in unquoted words, behind be a quoted one ("was "mental"")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    unquoted = laid.quote_of[begin] < 0
    for i in range(begin, min(begin + HEAD_OF_CONTENT, last + 1)):
        if lower[i] in sets["judging"] or lower[i] in sets["rumours"]:
            return True
        if i in laid.closing and i > begin and unquoted and lower[begin - 1] != "it":
            return True
        if lower[i] not in sets["be"] | sets["negators"] | sets["adverbs"] | sets["articles"]:
            return False
    return False


def _judged(laid: LaidOut, draft: Draft, noun: int, span: tuple[int, int], first: int, last: int) -> bool:
    """ "kabar itu tidak benar", "the claim was false", "tuduhan itu \"dongeng\"": the content says something of what was said."""
    behind = laid.tokens.at(span[1] + 1)
    if (
        noun - first > 1
        or behind > last
        or laid.quote_of[first] >= 0
        or laid.lang.nouns[laid.tokens.lower[noun]].act in ("request", "promise")
    ):
        return False
    if behind in laid.closing:
        return laid.lang.code == "id" or (draft.form is not None and draft.form.takes in ("naming", "as", "phrase"))
    if _judges_from(laid, behind, last):
        return True
    judging = laid.lang.singles["judging"] | laid.lang.singles["rumours"]
    return any(laid.tokens.lower[i] in judging for i in range(behind, min(behind + HEAD_OF_CONTENT, last + 1)))


def _in_response(laid: LaidOut, draft: Draft) -> Anaphor | None:
    """ "Menanggapi tuduhan tersebut, X mengatakan …": the anaphor stands before the statement, outside its contents."""
    sentence = laid.sentences[draft.sentence]
    lower, lang = laid.tokens.lower, laid.lang
    stop = min([laid.tokens.at(draft.cue[0]) if draft.cue else sentence.last, sentence.last])
    for i in range(max(sentence.first, stop - SENTENCE_TOKENS), stop):
        if lower[i] not in lang.singles["reacting"] or any(a <= laid.tokens.starts[i] < b for a, b in draft.contents):
            continue
        answered = next((found for _, _, found in _pointing_nouns(laid, i + 1, stop - 1, HEAD_OF_CONTENT)), None)
        if answered is not None:
            return answered
    return None


def _pointing(laid: LaidOut, i: int, first: int, last: int) -> tuple[tuple[int, int], frozenset[str]] | None:
    """The phrase of a noun at token `i` that points back, and whose it is: "laporan tersebut", "the claim", "tuduhan Moskow"."""
    lower, lang = laid.tokens.lower, laid.lang
    if lang.code == "id":
        if i < last and (lower[i + 1] in lang.singles["definite"]):
            return laid.span(i, i + 1), frozenset()
        if i < last and laid.tokens.words[i + 1][0].isdigit():
            end = next((k for k in range(i + 2, min(i + OWNER_WORDS, last + 1)) if lower[k] in lang.singles["definite"]), 0)
            if end:
                return laid.span(i, end), frozenset()
        if lower[last] in lang.singles["definite"] and i < last <= i + OWNER_WORDS - 1 and i == first and not _owner_behind(laid, i, last):
            return laid.span(i, last), frozenset()
        owner = _owner_behind(laid, i, last)
        if (
            owner
            and lang.nouns[lower[i]].act == "report"
            and lower[i] not in lang.singles["evidence"]
            and lower[i + 1] not in lang.singles["held_by"]
        ):
            owner = 0
        if owner and i - first <= 1:
            return laid.span(i, owner), _words(laid, i + 1, owner)
        return (laid.span(i, i), frozenset()) if first == last else None
    if i < last and lower[i + 1] in lang.singles["complementizers"]:
        return None
    if i - 1 > first and lower[i - 1] in GENITIVES:
        begin = _owner_before(laid, i - 1, first)
        return laid.span(begin, i), _words(laid, begin, i - 2)
    if i > 0 and lower[i - 1] in lang.singles["pointers"] and (lower[i - 1] != "any" or lower[i] not in lang.singles["figure_nouns"]):
        held = i < last and lower[i + 1] in lang.singles["held_by"]
        behind = _owner_behind(laid, i, last) if held else 0
        if held and not behind and lower[i + 1] == "of":
            return None
        return laid.span(max(i - 1, first), i), _words(laid, i + 2, behind) if behind else frozenset()
    return None


def _owner_behind(laid: LaidOut, noun: int, last: int) -> int:
    """Last token of the owner behind a noun ("tuduhan (dari) Moskow", "keterangan dinas", "claim by Lund"), 0 without one."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    k = noun + 1
    while k <= last and (lower[k] in sets["held_by"] or lower[k] in sets["articles"]):
        k += 1
    end = k
    while (
        end <= last
        and end - k < OWNER_WORDS
        and laid.tokens.word(end)
        and (laid.tokens.capital(end) or sort_of(laid, end) in "NRO" or lower[end] in sets["bodies"])
    ):
        end += 1
    return end - 1 if end > k else 0


def _owner_before(laid: LaidOut, clitic: int, first: int) -> int:
    """First token of the owner before "'s": "the ministry", "Moscow"."""
    begin = clitic - 1
    while begin > first and clitic - begin < OWNER_WORDS and laid.tokens.word(begin - 1) and laid.tokens.capital(begin):
        begin -= 1
    return begin


def _words(laid: LaidOut, first: int, last: int) -> frozenset[str]:
    """The words that name an owner, in lower case."""
    lower, small = laid.tokens.lower, laid.lang.small_words
    return frozenset(lower[k] for k in range(first, last + 1) if laid.tokens.word(k) and lower[k] not in small)
