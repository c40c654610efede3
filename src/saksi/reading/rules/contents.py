"""Contents: what follows a cue as its content, and whether the lexicon lets the cue take it."""

from __future__ import annotations

from saksi.reading.clauses import clause_end
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Hit, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.rules.clausal import clausal, enclitic_named, feeling_about, over_addressee, pointing_end, shows_auxiliary
from saksi.reading.rules.scene import Scene
from saksi.reading.verbs import past_like, verb_like

OF_THINGS = ("phrase", "pointing", "naming", "as")
"""What cues take that need no clause."""
MOST_ASKED = 6
"""Tokens of the one who is asked, before the question."""
NEAR_RELATIVE = 6
"""Tokens back to the "what" of 'what the mayor called "a mess"'; without one, 'a man called "Sparks"' names nobody's words."""


def content_behind(scene: Scene, hit: Hit, until: int | None = None, *, shown: bool = False) -> list[tuple[int, int]] | None:
    """The content that follows a cue, no further than token `until`; None where nothing that its lexicon entry takes does.

    `shown` where evidence speaks, which may show a thing as well ("polls show her with a lead").
    """
    laid = scene.laid
    right = scene.right
    told = hit.last < right and laid.tokens.lower[hit.last + 1] in laid.lang.singles["complementizers"]
    if hit.form.enclitic and hit.form.voice in ("active", "base") and not told:
        end = laid.tokens.ends[hit.last]
        named = enclitic_named(scene, hit)
        return [(end - hit.form.enclitic, end), *named] if named or hit.form.takes in ("phrase", "pointing") else None
    if hit.form.takes == "feeling":
        return feeling_about(scene, hit, until)
    begin, marked = complement_start(laid, hit.last + 1, right, addressed=hit.form.addressed)
    if hit.form.act == "ask":
        begin = _over_asked(scene, begin)
    if begin > right:
        return None
    if laid.lang.code == "id":
        begin = over_addressee(laid, begin, right)
        marked = marked or laid.tokens.lower[begin] in laid.lang.singles["clause_openers"]
    later = [h for h in scene.hits if h.first > hit.last]
    last = clause_end(laid, begin, scene.last, later)
    if until is not None:
        last = min(last, until)
    if laid.lang.code == "en" and not marked and hit.form.takes in OF_THINGS:
        last = _thing_end(scene, begin, last, naming=hit.form.takes in ("naming", "as"))
    behind_comma = laid.lang.code == "en" and laid.tokens.words[begin - 1] == "," and begin not in laid.closing
    if behind_comma and hit.form.act == "opine":
        return None
    if not (shown and last > begin and laid.tokens.word(begin)) and not _licensed(scene, hit, begin, last, marked):
        return None
    stretch = content_stretch(laid, begin, pointing_end(laid, begin, last) if laid.lang.code == "id" and not marked else last)
    return [stretch] if stretch is not None else None


def _thing_end(scene: Scene, begin: int, last: int, *, naming: bool) -> int:
    """Where a content that is a thing ends: at the quote that names it, or before a clause that a conjunction adds.

    "branded it 'a pantomime' after the whistle"; "appealed for calm, and his aide offered to mediate".
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    verb = False
    i = begin
    while i <= last:
        if i in laid.closing:
            i = laid.closing[i] + 1
            if not verb and i <= last and lower[i] not in sets["inner_prepositions"] and (naming or lower[i] in sets["adverbial_openers"]):
                return i - 1
            continue
        if not verb and i > begin and _said_where(scene, begin, i, last):
            return i - 1
        verb = verb or lower[i] in sets["finite"] or lower[i] in sets["question_words"] or past_like(laid, i)
        if not verb and i > begin and i < last and _goes_over(scene, i, last):
            return i - 1
        if not verb and lower[i] == "," and i + 2 < last and lower[i + 1] in sets["coordinators"] and _own_clause(scene, i + 2, last):
            return i - 1
        i += 1
    return last


def _said_where(scene: Scene, begin: int, i: int, last: int) -> bool:
    """Whether a preposition opens where, when or to whom it was said: "the claim in an interview", "that account on Monday"."""
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    if lower[i] not in lang.singles["prepositions"] or lower[i] == "as":
        return False
    near = range(i + 1, min(i + 4, last) + 1)
    if lower[i] in lang.singles["adverbial_openers"] and any(
        lang.classes["speech_venues"].length(lower, j) or lower[j] in lang.singles["said_in"] for j in near
    ):
        return True
    pointed = i == begin + 1 and lower[begin] in lang.singles["bare_pointers"]
    return pointed or (lower[i - 1] in lang.nouns and lower[i] in lang.singles["times_behind"])


def _goes_over(scene: Scene, i: int, last: int) -> bool:
    """Whether a conjunction goes over to another verb of the same subject or to another clause ("the bill but praised")."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] not in sets["coordinators"] and lower[i] not in sets["but"]:
        return False
    return lower[i + 1] in sets["finite"] or past_like(laid, i + 1) or _own_clause(scene, i + 1, last)


def _own_clause(scene: Scene, begin: int, last: int) -> bool:
    """Whether a subject with a verb of its own begins here: "his aide offered to mediate"."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if not (laid.tokens.capital(begin) or lower[begin] in sets["determiners"] or lower[begin] in sets["clause_subjects"]):
        return False
    for i in range(begin + 1, min(begin + LONGEST_SUBJECT, last) + 1):
        if not laid.tokens.word(i) or lower[i] in sets["prepositions"] or lower[i] in ("'s", "’s"):
            return False
        if lower[i] in sets["finite"] or past_like(laid, i):
            return True
    return False


LONGEST_SUBJECT = 4
"""Tokens of a plain subject between a conjunction and its verb."""


def _over_asked(scene: Scene, begin: int) -> int:
    """The question behind whom one asks: 'asked the clerk, "Who paid?"'."""
    words, closing = scene.laid.tokens.words, scene.laid.closing
    if begin in closing:
        return begin
    near = range(begin, min(begin + MOST_ASKED, scene.right))
    return next((i + 1 for i in near if words[i] in (",", ":") and i + 1 in closing and words[closing[i + 1] - 1] in ",?!."), begin)


def _object_only(scene: Scene, begin: int) -> bool:
    """ "menekankan pada pelatihan", "percaya kepada Tuhan": no clause; "memperkirakan pada 2031 …" is one."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[begin] not in sets["object_openers"]:
        return False
    behind = min(begin + 1, scene.right)
    return not (lower[behind] in sets["time_words"] or laid.tokens.words[behind][0].isdigit())


def _licensed(scene: Scene, hit: Hit, begin: int, last: int, marked: bool) -> bool:
    """Whether the lexicon lets the cue take what stands there."""
    laid = scene.laid
    takes = hit.form.takes
    lower, sets = laid.tokens.lower, laid.lang.singles
    if last < begin:
        return False
    if takes == "quoting" or (laid.lang.code == "id" and not marked and _object_only(scene, begin)):
        return False
    if (laid.lang.code == "en" and lower[begin : begin + 3] == ["not", "to", "be"]) or _asks_for_anonymity(scene, hit, begin):
        return False
    if takes == "phrase" and hit.form.act == "opine" and lower[begin] in sets["objects"] and lower[begin + 1 : begin + 2] == ["as"]:
        return True
    if hit.form.act == "opine" and takes not in ("naming", "as") and lower[begin] in sets["objects"]:
        owns = lower[begin] in sets["possessives"] and begin < last and lower[begin + 1] not in laid.lang.closed
        if not owns:
            return False
    if hit.form.act == "ask" and lower[begin] in sets["objects"] and lower[begin + 1] not in sets["question_words"] | {"to", ","}:
        return False
    if lower[hit.last + 1] == "to" and hit.form.words[0] in sets["chain_verbs"]:
        return False
    if takes == "phrase" and begin == last and _lone_word(scene, hit, begin):
        return False
    if takes == "urging":
        return marked or any(
            lower[i] in ("to", "against", "not") or i in laid.closing for i in range(begin, min(begin + FARTHEST_AS, last) + 1)
        )
    if takes == "phrase":
        return laid.lang.code == "id" or lower[begin] not in sets["prepositions"] or lower[begin] in sets["phrase_prepositions"]
    if takes == "figure":
        at = next((i for i in range(begin + 1, last) if lower[i] == "at"), -1)
        return at > 0 and any(
            laid.tokens.words[i][0].isdigit() or lower[i] in sets["number_words"] for i in range(at + 1, min(at + 7, last + 1))
        )
    if takes == "marked" and lower[begin] in sets["voiced"]:
        return True
    if takes == "marked" and hit.form.strict and not marked:
        return shows_auxiliary(laid, begin, last)
    if takes in ("marked", "quote"):
        return marked and not (laid.tokens.words[begin - 1] == "," and verb_like(laid, begin) and lower[begin].startswith("me"))
    if takes == "quoted":
        return begin in laid.closing
    if takes == "pointing":
        if verb_like(laid, begin):
            return False
        pointed = any(lower[i] in laid.lang.nouns for i in range(begin, min(begin + 5, last + 1)))
        quoted = any(i in laid.closing for i in range(begin, last + 1))
        return pointed or quoted or (marked and begin not in laid.closing) or _only_points(scene, begin, last)
    if takes == "naming" and begin in laid.closing and laid.lang.code == "en":
        near = range(max(scene.first, hit.first - NEAR_RELATIVE), hit.first)
        return any(lower[i] in sets["relative"] or lower[i] in sets["question_words"] for i in near)
    if takes == "naming":
        return any(i in laid.closing for i in range(begin, last + 1)) or _names(scene, begin, last)
    if takes == "as":
        if lower[begin] in sets["question_words"] or lower[begin].endswith("ing"):
            return True
        return any(lower[i] == "as" and laid.tokens.word(i - 1) for i in range(begin + 1, min(begin + FARTHEST_AS, last) + 1))
    if marked:
        return True
    counts = any(word[0].isdigit() for word in laid.tokens.words[begin + 1 : begin + 3]) or lower[min(begin + 1, last)] in ("least", "most")
    if lower[begin] in sets["prepositions"] and laid.lang.code == "en" and not counts:
        return False
    return _clause_like(scene, begin, last, strict=hit.form.strict)


def _names(scene: Scene, begin: int, last: int) -> bool:
    """Whether a thing and what it is called stand there: "him a liar", "the move a mistake"; not "the police", "him on Monday"."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    behind = begin + 1
    if lower[begin] not in sets["objects"] and lower[begin] not in sets["clause_subjects"]:
        near = range(begin + 1, min(begin + FARTHEST_AS, last) + 1)
        behind = next((i for i in near if lower[i] in sets["indefinite_articles"]), last + 1)
        if behind > last and begin + 2 <= last <= begin + FARTHEST_AS and _judges(scene, last):
            behind = last
        if any(lower[i] in sets["prepositions"] or not laid.tokens.word(i) for i in range(begin, behind)):
            return False
    if behind > last:
        return False
    return laid.tokens.word(behind) and not any(
        lower[behind] in sets[name] for name in ("prepositions", "time_words", "adverbs", "coordinators")
    )


def _judges(scene: Scene, i: int) -> bool:
    """Whether a word is an adjective behind its noun: "the plan illegal", "the rules unfair"."""
    laid = scene.laid
    word, sets = laid.tokens.lower[i], laid.lang.singles
    ends = word.endswith(laid.lang.affixes["adjective_endings"]) or word in sets["judgements"]
    return ends and laid.tokens.words[i].islower() and lower_noun(laid.tokens.lower[i - 1], sets)


def lower_noun(word: str, sets: dict[str, frozenset[str]]) -> bool:
    """Whether a word before an adjective can be the noun that it judges: no article, preposition or conjunction."""
    return word.isalpha() and not any(word in sets[name] for name in ("determiners", "prepositions", "coordinators", "adverbs"))


FARTHEST_AS = 8
"""Tokens of what is called or seen as something, before the word that says as what."""


def _lone_word(scene: Scene, hit: Hit, at: int) -> bool:
    """Whether one plain English word is too little to be a content: "confirmed deaths" is, "called for calm" is not."""
    laid = scene.laid
    word = laid.tokens.lower[at]
    if laid.lang.code != "en" or not laid.tokens.words[at].islower():
        return False
    if hit.form.act in ("request", "deny") or len(hit.form.words) > 1:
        return False
    return not (word.endswith("ing") or word in laid.lang.singles["clause_starts"] or _only_points(scene, at, at))


def _asks_for_anonymity(scene: Scene, hit: Hit, begin: int) -> bool:
    """ "yang meminta identitasnya dirahasiakan", "asked for anonymity": says how somebody spoke, not what."""
    laid = scene.laid
    near = laid.tokens.lower[begin : begin + 4]
    if hit.form.act not in ("request", "ask", "opine") or not any(word in laid.lang.singles["anonymity"] for word in near):
        return False
    relative = laid.lang.singles["relative"]
    return laid.lang.code == "en" or any(laid.tokens.lower[i] in relative for i in range(max(scene.first, hit.first - 3), hit.first))


def _only_points(scene: Scene, begin: int, last: int) -> bool:
    """ "menolak itu", "rejected this"."""
    lower, lang = scene.laid.tokens.lower, scene.laid.lang
    pointers = lang.singles["bare_pointers"]
    return last - begin <= 1 and lower[begin] in pointers and lower[last] in pointers | lang.singles["definite"]


def _clause_like(scene: Scene, begin: int, last: int, *, strict: bool) -> bool:
    """Whether a stretch can be a clause or a phrase that reports one: a verb in it, a quote, or a pronoun at its head."""
    laid = scene.laid
    if laid.lang.code == "en":
        return _english_clause(scene, begin, last, strict=strict)
    if strict:
        return begin in laid.closing or clausal(laid, begin, last)
    if begin == last:
        return verb_like(laid, begin) and laid.tokens.lower[begin].startswith(("di", "ter"))
    lower, sets = laid.tokens.lower, laid.lang.singles
    return (
        last > begin and any(verb_like(laid, i) or lower[i] in sets["finite"] or i in laid.closing for i in range(begin, last + 1))
    ) or last - begin >= 1


def _predicated(scene: Scene, begin: int, last: int) -> bool:
    """Whether a verb can stand behind the pronoun at `begin`; "said it twice" and "it" alone have none."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    behind = range(begin + 1, min(begin + FARTHEST_AS, last) + 1)
    return any(
        (lower[i].replace("’", "'") in sets["finite"] or past_like(laid, i) or (lower[i].endswith("s") and laid.tokens.word(i)))
        or (lower[begin] in PLURAL and laid.tokens.word(i) and lower[i] not in sets["prepositions"] and lower[i] not in sets["time_words"])
        for i in behind
    )


PLURAL = frozenset({"they", "we", "you", "i"})
"""Pronouns whose verb has no ending."""


def _english_clause(scene: Scene, begin: int, last: int, *, strict: bool) -> bool:
    """Whether an English stretch without "that" can be a clause; where the cue is `strict`, a finite verb must show."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[begin] in sets["finite"] or (lower[begin] in sets["clause_subjects"] and not _predicated(scene, begin, last)):
        return False
    if strict:
        inside = range(begin + 1, last + 1)
        return (
            begin in laid.closing
            or lower[begin].endswith("ing")
            or lower[begin] in sets["clause_subjects"]
            or any(
                (lower[i] in sets["finite"] and lower[i] not in ("'s", "’s")) or past_like(laid, i)
                for i in inside
                if lower[i - 1] not in sets["coordinators"]
            )
        )
    if all(lower[i] in sets["time_words"] or lower[i] in sets["adverbs"] for i in range(begin, last + 1)):
        return False
    return laid.tokens.words[begin][0].isdigit() or (
        last - begin >= 1
        and any(lower[i] in sets["finite"] or i in laid.closing or past_like(laid, i) or _present(laid, i) for i in range(begin, last + 1))
    )


def _present(laid: LaidOut, i: int) -> bool:
    """Whether a word can be a verb in the present tense, or the plural before one: it ends in s ("the road needs", "roads need")."""
    word = laid.tokens.words[i]
    return word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")) and word[0].islower() and len(word) > 3
