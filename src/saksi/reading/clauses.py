"""Clauses: where a content begins behind its cue and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.reading.drafts import Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.verbs import past_like, verb_like

DASHES = frozenset("-–—")
LONGEST_DASHED = 30
"""Tokens that a parenthesis between dashes may hold."""
FARTHEST_COMPLEMENTIZER = 16
"""Tokens between a cue and its bahwa/that: an addressee, a date and a place fit in."""


def last_word(laid: LaidOut, last: int) -> int:
    """The last token of a sentence without the stop that ends it."""
    while last > 0 and laid.tokens.words[last] in ".…\n":
        last -= 1
    return last


def complement_start(laid: LaidOut, after: int, right: int, *, addressed: bool = False) -> tuple[int, bool]:
    """First token of the content behind a cue that ends before `after`, and whether a mark or complementizer opens it.

    Over an addressee, a time, a manner ("kepada wartawan, Jumat (24/3), bahwa", "reporters on Tuesday that").
    """
    words, lower, lang = laid.tokens.words, laid.tokens.lower, laid.lang
    sets = lang.singles
    i = after
    while i <= right and (words[i] == "\n" or lower[i] in sets["also"]):
        i += 1
    if i > right:
        return i, False
    if words[i] == "," and (size := lang.classes["discourse"].length(lower, i + 1)) and words[min(i + 1 + size, right)] == ",":
        i += size + 2
    if i > right:
        return i, False
    i = _over_manner(laid, i, right)
    if addressed or lang.code == "en":
        i = _over_addressee(laid, i, right, addressed=addressed)
        if i > right:
            return i, False
    if _opens_adjunct(laid, i):
        skipped = _over_adjunct(laid, i, right)
        if skipped > i:
            i = skipped
    marked = False
    while i <= right and (
        words[i] in ",:\n" or (lower[i] in sets["complementizers"] and _opens_clause(laid, i, right) and not marked_twice(laid, i, after))
    ):
        marked = True
        i += 1
        if i <= right and words[i - 1] == "," and lang.code == "en" and lower[i].endswith("ing"):
            inserted = _behind_insertion(laid, i, right)
            return (inserted, True) if inserted else (right + 1, False)
        if i <= right and words[i - 1] == "," and _opens_adjunct(laid, i) and _time_or_address(laid, i):
            skipped = _over_adjunct(laid, i, right)
            if skipped <= right and (words[skipped] == "," or lower[skipped] in sets["complementizers"]):
                i = skipped
    return i, marked or (i <= right and i in laid.closing)


def _behind_insertion(laid: LaidOut, i: int, right: int) -> int:
    """The content behind an inserted phrase with a gerund (", citing two aides, that …"), 0 where no that follows its comma."""
    comma = next((j for j in range(i, min(right, i + FARTHEST_COMPLEMENTIZER) + 1) if laid.tokens.words[j] == ","), -1)
    if comma < 0 or comma + 1 > right or laid.tokens.lower[comma + 1] not in laid.lang.singles["complementizers"]:
        return 0
    return comma + 2


def _over_manner(laid: LaidOut, i: int, right: int) -> int:
    """The mark before a quotation that a word or two of manner part from its cue ('berkata pelan, "…"'), else `i`."""
    for j in range(i, min(i + MOST_MANNER, right - 1) + 1):
        if laid.tokens.words[j] in ",:":
            return j if j + 1 in laid.closing else i
        if not laid.tokens.words[j].islower() or not _manner(laid, j):
            return i
    return i


def _manner(laid: LaidOut, j: int) -> bool:
    """Whether a word tells how something is said: "pelan", "quietly"."""
    word, sets = laid.tokens.lower[j], laid.lang.singles
    return word in sets["manner"] or word in sets["adverbs"] or (laid.lang.code == "en" and word.endswith("ly"))


def _over_addressee(laid: LaidOut, i: int, right: int, *, addressed: bool) -> int:
    """Behind who was told: "told reporters that", "informed her that", "told the AP they had seen", "told a radio station."."""
    lower, words, lang = laid.tokens.lower, laid.tokens.words, laid.lang
    sets = lang.singles
    for j in range(i, min(i + MOST_ADDRESSED, right) + 1):
        if (lower[j] in sets["clause_subjects"] and j == i) or lower[j] in sets["coordinators"]:
            break
        if lower[j] in sets["complementizers"] and j > i and lower[j - 1] not in lang.nouns:
            return j
        if i < j < right and lower[j] in lang.cues and lower[j] not in lang.nouns and lower[j + 1] in sets["complementizers"]:
            break
        if not laid.tokens.word(j) or lower[j] in sets["finite"] or lower[j] in sets["because"]:
            break
    if addressed and lower[i] in sets["objects"] and i < right and lower[i + 1] in sets["clause_starts"]:
        return i + 1
    if not addressed or i in laid.closing or lower[i] in sets["complementizers"] or words[i] in ",:":
        return i
    j = i + 1 if lower[i] in sets["determiners"] and i < right and laid.tokens.word(i + 1) else i
    j += 1
    while (
        j <= right
        and laid.tokens.word(j)
        and lower[j] not in sets["clause_starts"]
        and lower[j] not in sets["prepositions"]
        and not (laid.tokens.capital(j) and not laid.tokens.capital(j - 1))
    ):
        j += 1
    return j


SHORTEST_QUOTED = 4
"""Tokens from mark to mark of words that are quoted, not only marked as odd."""
MOST_MANNER = 3
"""Words of manner between a cue and its quotation ("said in a whisper")."""
MOST_ADDRESSED = 5
"""Tokens of an addressee before "that" ("told the parliamentary committee that")."""


def _opens_clause(laid: LaidOut, i: int, right: int) -> bool:
    """Whether a complementizer opens a clause; "that claim" and a "that" before a mark only point."""
    if i + 1 in laid.closing:
        return True
    if i >= right or not laid.tokens.word(i + 1):
        return False
    if laid.lang.code == "id":
        return True
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i + 1] not in laid.lang.nouns:
        return True
    return i + 1 < right and laid.tokens.word(i + 2) and not any(lower[i + 2] in sets[name] for name in ("prepositions", "coordinators"))


def marked_twice(laid: LaidOut, i: int, after: int) -> bool:
    """ "said that that …": only the first complementizer is one; "agar" after a request stays out, later ones in."""
    return i > after and laid.tokens.lower[i - 1] in laid.lang.singles["complementizers"]


def _opens_adjunct(laid: LaidOut, i: int) -> bool:
    """Whether an addressee, a time, a place or a manner may begin here, between a cue and its content."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] == "to":
        behind = min(i + 1, len(lower) - 1)
        return laid.tokens.capital(behind) or lower[behind] in sets["determiners"]
    if lower[i] == "at" and i + 1 < len(lower) and lower[i + 1] in ("least", "most"):
        return False
    if lower[i] in sets["definite"] and not (i + 1 < len(lower) and lower[i + 1] in sets["time_words"]):
        return False
    return lower[i] in sets["adjuncts_behind_cue"] or lower[i] in sets["time_words"]


def _time_or_address(laid: LaidOut, i: int) -> bool:
    """Behind a comma only an addressee or a dated day is an adjunct; "dalam sehari, …" begins the content."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    return lower[i] in sets["addressing"] or (lower[i] in sets["time_words"] and laid.tokens.capital(i))


def _over_adjunct(laid: LaidOut, i: int, right: int) -> int:
    """The token behind an adjunct: at a complementizer, comma, colon or quote, else behind a phrase of time."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    if (behind := _over_english_phrase(laid, i, right)) and behind <= right and lower[behind] == "to":
        return behind
    for j in range(i, min(right, i + FARTHEST_COMPLEMENTIZER) + 1):
        if lower[j] in sets["complementizers"]:
            return j
        if j in laid.closing or words[j] == ":":
            return j
        if words[j] == "," and not (j + 1 <= right and words[j + 1][0].isdigit() and j > i):
            return j
        if j > i and (verb_like(laid, j) or past_like(laid, j) or (lower[j] in sets["finite"] and lower[j] not in ("'s", "’s"))):
            break
    if behind := _over_english_phrase(laid, i, right):
        return behind
    j = i
    if lower[j] in sets["prepositions"] and j + 1 <= right and (lower[j + 1] in sets["time_words"] or words[j + 1][0].isdigit()):
        j += 1
    start = j
    while j <= right and (lower[j] in sets["time_words"] or (j > start and (words[j][0].isdigit() or words[j] in "()"))):
        j += 1
    if j > start:
        return j
    return i + 1 if lower[i] in sets["adverbs"] else i


def _over_english_phrase(laid: LaidOut, i: int, right: int) -> int:
    """Behind "in a tweet", "by telephone", where a clause or nothing follows; 0 where that is not so."""
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    if laid.lang.code != "en" or lower[i] not in sets["prepositions"]:
        return 0
    j = i + 1
    if j <= right and lower[j] in sets["determiners"]:
        j += 1
    start = j
    while (
        j <= right
        and laid.tokens.word(j)
        and lower[j] not in sets["clause_starts"]
        and j - start < 4
        and not (laid.tokens.capital(j) and j > start and not laid.tokens.capital(j - 1))
    ):
        j += 1
    return j if j > start and (j > right or words[j] in ",:" or lower[j] in sets["clause_starts"] or laid.tokens.capital(j)) else 0


def clause_end(laid: LaidOut, begin: int, right: int, hits: Sequence[Hit]) -> int:
    """Last token of the content that begins at `begin`: the sentence's last word, or where another clause takes over."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    end = last_word(laid, right)
    english = laid.lang.code == "en"
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
        if word in DASHES and i > begin + 3 and (word == "—" or english) and laid.dash(i):
            closing = _closing_dash(laid, i, end)
            behind = i + 1 if i + 1 > end or words[i + 1] not in DASHES else i + 2
            if closing < 0 and (word == "—" or any(lower[min(behind, end)] in sets[name] for name in ("but", "while", "because"))):
                return i - 1
            i = max(closing, i) + 1
            continue
        if word == ":" and i > begin and i + 1 in laid.closing:
            return i - 1
        if word == "," and i > begin and i < end and _takes_over(laid, i, end, hits):
            return i - 1
        if (
            (lower[i] in sets["coordinators"] or lower[i] in sets["saying_along"])
            and i > begin
            and says_along(laid, i, hits)
            and _new_cue(laid, i + 2 if english and lower[i + 1] == "who" else i + 1, hits)
        ):
            return i - 2 if words[i - 1] == "," else i - 1
        if (
            lower[i] in sets["but"]
            and i > begin
            and lower[i] not in ("yet", "though")
            and not _goes_on(laid, i)
            and not (english and i + 2 <= end and lower[i + 1] in sets["finite"] and not _withholds(laid, i + 2, end))
            and not (english and i + 1 <= end and lower[i + 1] in sets["complementizers"])
            and _new_clause_after(laid, i, end)
        ):
            return i - 1
        i += 1
    return end


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
    if (word in sets["but"] or lang.classes["but"].length(lower, nxt)) and not _goes_on(laid, nxt):
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
    if (lower[nxt] in sets["finite"] and lower[hit.first - 1] not in sets["be"]) or any(
        not laid.tokens.word(k) for k in range(nxt, hit.first)
    ):
        return False
    begin, _ = complement_start(laid, hit.last + 1, end)
    return begin > end


LONGEST_BESIDE = 4
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
    singular = laid.lang.pronouns["singular"] | laid.lang.pronouns["plural"]
    opened = lower[noun + 1] in sets["object_relatives"] or lower[noun + 1] in singular or laid.tokens.capital(noun + 1)
    return opened or any(past_like(laid, j) for j in near)


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


ALONG = frozenset({"inform", "report", "opine", "accuse", "deny", "confirm"})
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
    return any(verb_like(laid, j) or laid.tokens.lower[j] in laid.lang.singles["finite"] for j in range(i + 1, min(i + 8, end) + 1))
