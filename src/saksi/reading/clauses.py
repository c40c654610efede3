"""Clauses: where a content ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.complements import complement_start
from saksi.reading.contrasts import only_contrasts
from saksi.reading.drafts import Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.verbs import finite_at, past_like, verb_like

DASHES: Final = frozenset("-–—")
SHORTEST_QUOTED: Final = 4
"""Tokens from mark to mark of words that are quoted, not only marked as odd."""
LONGEST_DASHED: Final = 30
"""Tokens that a parenthesis between dashes may hold."""


def last_word(laid: LaidOut, last: int) -> int:
    """The last token of a sentence without the stop that ends it."""
    while last > 0 and laid.tokens.words[last] in ".…\n":
        last -= 1
    return last


def clause_end(laid: LaidOut, begin: int, right: int, hits: Sequence[Hit]) -> int:
    """Last token of the content that begins at `begin`: the sentence's last word, or where another clause takes over."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    end = last_word(laid, right)
    i = begin
    while i <= end:
        if i in laid.closing:
            i = laid.closing[i]
            if _whole_quote(laid, begin, i):
                return i
            if words[i - 1] == "," and i < end and _takes_over(laid, i, end, hits):
                return i
            i += 1
            continue
        word = words[i]
        if word == ";":
            return i - 1
        if word in DASHES and i > begin + 3 and (word == "—" or laid.lang.code == "en") and laid.dash(i):
            closing = _closing_dash(laid, i, end)
            if closing < 0 and _breaks_off(laid, i, end):
                return i - 1
            i = max(closing, i) + 1
            continue
        if word == ":" and i > begin and i + 1 in laid.closing:
            return i - 1
        if word == "," and begin < i < end and (_takes_over(laid, i, end, hits) or _beside_pronoun(laid, begin, i)):
            return i - 1
        if i > begin and _another_cue(laid, i, hits):
            return i - 2 if words[i - 1] == "," else i - 1
        if i > begin and lower[i] in sets["but"] and _sets_apart(laid, i, end, hits):
            return i - 1
        i += 1
    return end


def _sets_apart(laid: LaidOut, but: int, end: int, hits: Sequence[Hit]) -> bool:
    """Whether "but" without a comma adds a clause of its own, not a contrast in what is said ("poor but is proud", "but that …")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[but] in ("yet", "though") or _goes_on(laid, but) or only_contrasts(laid, but + 1, end, hits):
        return False
    if laid.lang.code == "en" and but < end:
        if lower[but + 1] in sets["complementizers"]:
            return False
        if but + 2 <= end and finite_at(laid, but + 1) and not _withholds(laid, but + 2, end):
            return False
    return _new_clause_after(laid, but, end)


def _breaks_off(laid: LaidOut, dash: int, end: int) -> bool:
    """Whether a dash that nothing closes ends the clause: a long one, or one before a conjunction."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    behind = dash + 1 if dash + 1 > end or words[dash + 1] not in DASHES else dash + 2
    return words[dash] == "—" or any(lower[min(behind, end)] in sets[name] for name in ("but", "while", "because"))


def _beside_pronoun(laid: LaidOut, begin: int, comma: int) -> bool:
    """Whether "but" stands behind a content that is nothing but a pronoun: ("denies it, though not very hard") tells how it is said."""
    lower, lang = laid.tokens.lower, laid.lang
    return comma == begin + 1 and lower[comma + 1] in lang.singles["but"] and any(lower[begin] in words for words in lang.pronouns.values())


def _another_cue(laid: LaidOut, i: int, hits: Sequence[Hit]) -> bool:
    """Whether a conjunction leads to the next verb of speech: "and warned", "and who warned"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if not (lower[i] in sets["coordinators"] or lower[i] in sets["saying_along"]) or not says_along(laid, i, hits):
        return False
    return _new_cue(laid, i + 2 if laid.lang.code == "en" and lower[i + 1 : i + 2] == ["who"] else i + 1, hits)


def _withholds(laid: LaidOut, i: int, end: int) -> bool:
    """Whether behind an auxiliary somebody refuses to say more ("but did not confirm it"), not a contrast in what is said."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    return lower[i] in sets["negators"] and i < end and lower[i + 1] in sets["withheld"]


def _closing_dash(laid: LaidOut, opening: int, end: int) -> int:
    """The dash that closes a parenthesis within the same clause, -1 where the dash stands alone."""
    for i in range(opening + 2, min(opening + LONGEST_DASHED, end) + 1):
        if laid.tokens.words[i] in ";:" or i in laid.closing:
            return -1
        if laid.dash(i):
            return i
    return -1


def _whole_quote(laid: LaidOut, begin: int, closing: int) -> bool:
    """Whether a content is the quote that opens it, which ends like a sentence: 'X said, "We lost," before he left'."""
    words = laid.tokens.words
    if closing + 2 in laid.closing and laid.tokens.lower[closing + 1] in laid.lang.singles["coordinators"]:
        return False
    if closing - begin > 1 and words[begin + 1][0].islower():
        return False
    return laid.closing.get(begin) == closing and begin > 0 and words[begin - 1] in ",:" and words[closing - 1] in ",.?!…"


def _takes_over(laid: LaidOut, comma: int, end: int, hits: Sequence[Hit]) -> bool:
    """Whether what follows a comma is no longer the content: but-clause, relay, gerund of speech, attribution."""
    lower, lang = laid.tokens.lower, laid.lang
    sets = lang.singles
    nxt = comma + 1
    word = lower[nxt]
    size = 1 if word in sets["but"] else lang.classes["but"].length(lower, nxt)
    if size and not _goes_on(laid, nxt) and not only_contrasts(laid, nxt + size, end, hits):
        return True
    if _relay_phrase(laid, nxt, end) or word in sets["meanwhile"] or _claim_put_beside(laid, nxt, end):
        return True
    if laid.lang.code == "en" and _so_long_after(laid, nxt, end):
        return True
    hit = next((h for h in hits if h.first >= nxt), None)
    if hit is None:
        return False
    if (
        laid.lang.code == "en"
        and hit.first == nxt
        and hit.form.voice == "active"
        and not hit.form.addressed
        and _names_a_speaker(laid, hit, end)
    ):
        return True
    if _postposed_ahead(laid, nxt, hit, end) or _next_speaker(laid, nxt, hit):
        return True
    if (hit.first == nxt and hit.form.voice in ("gerund", "according")) or (hit.first == nxt and hit.form.voice == "bare"):
        return True
    if not speaks(laid, hit):
        return False
    if word in sets["coordinators"] and hit.first <= nxt + 8 and hit.form.voice in ("active", "gerund", "base"):
        return True
    if word in sets["reasons"] and hit.form.act != "opine":
        return False
    return (word in sets["while"] or word in sets["because"]) and hit.first <= nxt + 8 and hit.form.voice in ("active", "gerund")


def _so_long_after(laid: LaidOut, i: int, end: int) -> bool:
    """Whether ", three weeks after a storm hit" follows: when it was said, in the outlet's words."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if i + 2 > end or not (laid.tokens.words[i][0].isdigit() or lower[i] in sets["number_words"] or lower[i] in sets["articles"]):
        return False
    return lower[i + 1] in sets["spans_of_time"] and lower[i + 2] in ("after", "before")


def _names_a_speaker(laid: LaidOut, hit: Hit, end: int) -> bool:
    """Whether an inverted attribution follows a comma (", said a former aide"): an article or a name behind the verb."""
    behind = hit.last + 1
    return behind <= end and (laid.tokens.capital(behind) or laid.tokens.lower[behind] in laid.lang.singles["articles"])


def _next_speaker(laid: LaidOut, nxt: int, hit: Hit) -> bool:
    """ ", Fadlan menjawab, …": a name or pronoun right before the next verb of speech, and a mark behind that."""
    if hit.form.voice != "active" or not nxt < hit.first <= nxt + 4 or hit.last + 1 >= len(laid.tokens):
        return False
    singular, complementizers = laid.lang.pronouns["singular"], laid.lang.singles["complementizers"]
    opens = laid.tokens.words[hit.last + 1] in ",:" or (laid.lang.code == "en" and laid.tokens.lower[hit.last + 1] in complementizers)
    return opens and all(laid.tokens.capital(k) or laid.tokens.lower[k] in singular for k in range(nxt, hit.first))


def _postposed_ahead(laid: LaidOut, nxt: int, hit: Hit, end: int) -> bool:
    """Whether ", the aide testified on Monday" follows: a subject and a verb of speech with no content behind it."""
    if laid.lang.code != "en" or hit.form.voice != "active" or hit.first > nxt + 6 or hit.first == nxt:
        return False
    lower, sets = laid.tokens.lower, laid.lang.singles
    if (
        lower[nxt] in sets["negators"]
        or (finite_at(laid, nxt) and lower[hit.first - 1] not in sets["be"])
        or any(not laid.tokens.word(k) for k in range(nxt, hit.first))
    ):
        return False
    begin, _ = complement_start(laid, hit.last + 1, end)
    return begin > end


LONGEST_BESIDE: Final = 4
"""Tokens of an apposition that names a content again before its relative: "a widely repeated claim that"."""


def _claim_put_beside(laid: LaidOut, i: int, end: int) -> bool:
    """Whether English names what was said again (", a charge rejected by X", ", an account that Y called a lie")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code != "en" or lower[i] not in sets["articles"]:
        return False
    near = range(i + 1, min(i + LONGEST_BESIDE, end) + 1)
    noun = next((j for j in near if lower[j] in laid.lang.nouns or lower[j] in sets["words_said"]), -1)
    if noun < 0 or noun >= end:
        return False
    near = range(noun + 1, min(noun + 2, end) + 1)
    pronouns = laid.lang.pronouns["singular"] | laid.lang.pronouns["plural"] | laid.lang.pronouns["side"]
    opened = lower[noun + 1] in sets["object_relatives"] or lower[noun + 1] in pronouns or laid.tokens.capital(noun + 1)
    return opened or any(past_like(laid, j) for j in near) or _subject_and_cue(laid, noun + 1, end)


def _subject_and_cue(laid: LaidOut, i: int, end: int) -> bool:
    """Whether "the mill rejected", "the clerk dismissed as …" stands here: a short subject and a verb of speech without a clause."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] not in sets["article_definite"]:
        return False
    cue = next((j for j in range(i + 2, min(i + LONGEST_BESIDE, end) + 1) if lower[j] in laid.lang.cues and past_like(laid, j)), -1)
    return cue > 0 and (cue == end or lower[cue + 1] == "as" or not laid.tokens.word(cue + 1))


def _relay_phrase(laid: LaidOut, i: int, end: int) -> bool:
    """ "seperti dikutip X", "sebagaimana dilansir X", "dikutip dari X", "as quoted by X"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code == "id" and (lower[i] in sets["cited"] or lower[i] in sets["citing"]):
        return True
    return i < end and lower[i] in sets["cited_like"] and lower[i + 1] in sets["cited"]


def _goes_on(laid: LaidOut, i: int) -> bool:
    """ "tidak hanya …, tapi juga …", "not only … but also": the second half of one thought; so is 'but "we never asked them"'."""
    if i + 1 >= len(laid.tokens):
        return False
    quoted = laid.closing.get(i + 1, i + 1) - i - 1
    return laid.tokens.lower[i + 1] in laid.lang.singles["also"] or quoted >= SHORTEST_QUOTED


def _new_cue(laid: LaidOut, i: int, hits: Sequence[Hit]) -> bool:
    """Whether a coordinated verb of speech begins here, over adverbs."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    while i < len(lower) and lower[i] in sets["adverbs"] and lower[i] not in sets["negators"]:
        i += 1
    return any(h.first == i and h.form.voice in ("active", "gerund") and speaks(laid, h) for h in hits)


ALONG: Final = frozenset({"inform", "report", "opine", "accuse", "deny", "confirm"})
"""Acts of what is said along with something else ("menutup rapat dengan mengatakan …")."""


def says_along(laid: LaidOut, opener: int, hits: Sequence[Hit]) -> bool:
    """Whether the verb behind dengan, sambil, … says something; "dengan menunjukkan kartu", "dengan melarang warga" tell of acts."""
    if laid.tokens.lower[opener] not in laid.lang.singles["saying_along"]:
        return True
    hit = next((h for h in hits if h.first > opener), None)
    if hit is None or hit.form.evidence:
        return False
    told = hit.form.act in ALONG and (hit.form.takes != "phrase" or hit.form.act != "inform")
    return told or laid.tokens.lower[opener] != "dengan"


def speaks(laid: LaidOut, hit: Hit) -> bool:
    """Whether a cue that needs a mark behind it has one, so that it is one ("dan menulis bahwa", not "dan menulis buku")."""
    if laid.lang.code != "id" or hit.form.takes not in ("marked", "feeling", "quote"):
        return True
    nxt = min(hit.last + 1, len(laid.tokens) - 1)
    return laid.tokens.words[nxt] in ",:" or nxt in laid.closing or laid.tokens.lower[nxt] in laid.lang.singles["complementizers"]


def _new_clause_after(laid: LaidOut, i: int, end: int) -> bool:
    """Whether "but" opens a clause of its own or a refusal, not a contrast inside one ("poor but proud")."""
    if laid.lang.code == "en" and i < end and laid.tokens.lower[i + 1] in laid.lang.singles["refusing"]:
        return True
    return any(verb_like(laid, j) or finite_at(laid, j) for j in range(i + 1, min(i + 8, end) + 1))
