"""Attribution: every sentence's cues are found and handed to the rule for their construction; gives drafts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from saksi.reading.drafts import Draft, Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES
from saksi.reading.parties import Party
from saksi.reading.rules import according, colons, english_passives, felt, gerunds, hearsay, nominal, passives, personal_passives, spoken
from saksi.reading.rules.inserted import interrupted
from saksi.reading.rules.reduced import reduced
from saksi.reading.rules.resumed import resumes
from saksi.reading.rules.scene import Scene
from saksi.reading.rules.speakers import peopled
from saksi.reading.sentences import sentences_inside
from saksi.reading.tokens import Sentence
from saksi.reading.verbs import over_adverbs, past_like

SHORTEST_QUOTED: Final = 6
"""Tokens of a quotation that can hold somebody else's statement."""


def attribute(laid: LaidOut, *, headline: bool = False) -> list[Draft]:
    """The statements of a text in the order of their cues, before their speakers are resolved."""
    found: list[Draft] = []
    last_speaker: list[Party] = []
    for number, sentence in enumerate(laid.sentences):
        titled = headline or _title_case(laid, sentence)
        hits = find_cues(laid, sentence.first, sentence.last, capitals=titled)
        scene = Scene(laid, number, sentence.first, sentence.last, hits, [], headline)
        for hit in scene.hits:
            draft = _apply(scene, hit)
            if draft is not None and not _repeats(scene, draft):
                scene.drafts = [d for d in scene.drafts if not _hedges(d, draft)]
                scene.drafts.append(draft)
        _without_cue(scene, found, last_speaker)
        scene.drafts = interrupted(scene)
        found.extend(scene.drafts)
        _nested_in_quotes(scene, found)
        last_speaker = next((d.parties for d in reversed(scene.drafts) if d.parties), last_speaker)
    return [draft for draft in found if draft.contents]


SHORTEST_HEADLINE, LONGEST_HEADLINE = 5, 24
"""Tokens of a headline that stands in the text."""


def _title_case(laid: LaidOut, sentence: Sentence) -> bool:
    """Whether a sentence is a headline in the manner of English: every word of five letters or more has a capital."""
    if laid.lang.code != "en" or not SHORTEST_HEADLINE <= sentence.last - sentence.first <= LONGEST_HEADLINE:
        return False
    words = laid.tokens.words[sentence.first : sentence.last + 1]
    return all(word[0].isupper() for word in words if len(word) > 4 and word.isalpha())


def find_cues(laid: LaidOut, first: int, last: int, *, in_quote: bool = False, capitals: bool = False) -> list[Hit]:
    """The cue forms between two tokens, outside quotes unless `in_quote`; capitalised ones inside only for headlines."""
    lower, lang = laid.tokens.lower, laid.lang
    cues, hearsay, nouns = lang.cues, lang.hearsay, lang.nouns
    hits: list[Hit] = []
    behind = first
    triggers = lang.triggers
    for i in [i for i in range(first, last + 1) if lower[i] in triggers]:
        if i < behind or (laid.quote_of[i] >= 0 and not in_quote):
            continue
        word = lower[i]
        form = None
        if word in nouns and lang.classes["media_nouns"].length(lower, i) > 1:
            continue
        if word in cues:
            form = lang.cue_at(lower, i)
        if word in hearsay and (form is None or form.voice != "according"):
            said = lang.hearsay_at(lower, i)
            if said is not None and (form is None or (lang.code == "en" and _after_be(laid, i, first))):
                form = said
        if word in nouns and (form is None or (form.voice in ("base", "active", "bare") and _noun_here(laid, i, first))):
            form = nouns[word]
        if word in lang.feelings and (form is None or _after_be(laid, i, first)):
            form = lang.feelings[word]
        if form is not None and form.voice == "base" and not _finite_base(laid, i, first):
            form = nouns.get(word) if _voiced(laid, i, first) else None
        if form is not None and form.voice == "active" and _object_of_infinitive(laid, i, first):
            form = None
        if form is not None and i > first and laid.tokens.capital(i) and not capitals and laid.tokens.word(i - 1):
            form = None
        if form is not None:
            hits.append(Hit(i, i + len(form.words) - 1, form))
            behind = i + len(form.words)
    return [hit for hit in hits if not reduced(laid, hit, hits, first, last)]


def _noun_here(laid: LaidOut, i: int, first: int) -> bool:
    """Whether a word that can be noun or verb is a noun: behind an article, a possessor or a preposition, or with yang/itu."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code == "id":
        behind = lower[i + 1] if i + 1 < len(lower) else ""
        inside = i == first or (laid.tokens.words[i - 1] not in ",?!…" and laid.quote_of[i - 1] < 0)
        return inside or any(behind in sets[name] for name in ("relative", "complementizers", "definite"))
    before = lower[i - 1] if i > first else ""
    return (
        before in sets["determiners"]
        or before in sets["voicing"] - sets["have"]
        or before in laid.lang.singles["before_nouns"]
        or before in GENITIVES
        or before in sets["prepositions"]
    )


def _voiced(laid: LaidOut, i: int, first: int) -> bool:
    """Whether a verb that lends itself to nouns stands right before ("expressed regret", "raised doubts")."""
    return i > first and laid.tokens.lower[i - 1] in laid.lang.singles["voicing"]


def _object_of_infinitive(laid: LaidOut, i: int, first: int) -> bool:
    """ "to obtain records", "to settle claims": a plural behind an infinitive, no verb in -s."""
    lower = laid.tokens.lower
    if laid.lang.code != "en" or i - 2 < first or lower[i - 2] != "to" or not lower[i].endswith("s"):
        return False
    return laid.tokens.words[i - 1].islower() and not lower[i - 1].endswith("s")


def _finite_base(laid: LaidOut, i: int, first: int) -> bool:
    """Whether an English base form is a verb here: behind a plural, a pronoun or an auxiliary ("brokers say", "did not deny")."""
    if i <= first:
        return False
    lower, sets = laid.tokens.lower, laid.lang.singles
    before = lower[i - 1]
    if before in sets["trading"]:
        return False
    if before in sets["before_verbs"]:
        return True
    if lower[i] in sets["only_verbs"] and (before in sets["number_words"] or before[0].isdigit()):
        return True
    if before in sets["determiners"] or before in GENITIVES:
        return False
    if past_like(laid, i - 1) and i + 1 < len(lower) and lower[i + 1] in sets["complementizers"]:
        return True
    if lower[i] in sets["only_verbs"] and laid.tokens.word(i - 1) and before not in sets["prepositions"]:
        return True
    return (
        before in sets["adverbs"]
        or before in sets["negators"]
        or before in sets["before_plain_verbs"]
        or before in (")", ",", "-", "–", "—")
        or (before.endswith("s") and not before.endswith("ss"))
    )


def _after_be(laid: LaidOut, i: int, first: int) -> bool:
    """Whether a form of be (over adverbs) stands before the token."""
    be = over_adverbs(laid, i - 1, first)
    return be >= first and laid.tokens.lower[be] in laid.lang.singles["be"]


def _apply(scene: Scene, hit: Hit) -> Draft | None:
    """The rule for the cue's voice."""
    voice = hit.form.voice
    if hit.form.takes == "quoting":
        return None
    if voice in ("bare", "stem"):
        if not scene.headline or hit.form.enclitic:
            return _bare(scene, hit)
        return None if _uncovers(scene, hit) else spoken.active(scene, hit)
    if voice == "according":
        return according.according(scene, hit)
    if voice == "noun":
        return nominal.nominal(scene, hit)
    if voice == "adjective":
        return felt.adjective(scene, hit)
    if voice == "hearsay":
        return hearsay.hearsay(scene, hit) or _with_agent(scene, hit)
    if voice == "passive":
        return _passive(scene, hit)
    if scene.laid.lang.code == "en":
        return _english_verb(scene, hit)
    return spoken.active(scene, hit)


def _bare(scene: Scene, hit: Hit) -> Draft | None:
    """An Indonesian stem: inverted behind what was said, or behind a pronoun."""
    return spoken.inverted(scene, hit) or personal_passives.object_voice(scene, hit)


def _uncovers(scene: Scene, hit: Hit) -> bool:
    """Whether a headline's stem tells a deed: "Polisi Ungkap Penyelundupan Satwa", not "Polisi Ungkap Penyebab Kebakaran"."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    if lower[hit.first] not in sets["uncovering"] or hit.last >= scene.right or lower[hit.last + 1] not in sets["crimes"]:
        return False
    return any(lower[i] in sets["investigators"] for i in range(scene.first, hit.first))


def _passive(scene: Scene, hit: Hit) -> Draft | None:
    draft = personal_passives.enclitic_passive(scene, hit) if hit.form.enclitic else passives.passive(scene, hit)
    draft = draft or hearsay.document_says(scene, hit)
    if draft is not None:
        return draft
    said = scene.laid.lang.hearsay_at(scene.laid.tokens.lower, hit.first)
    return hearsay.hearsay(scene, Hit(hit.first, hit.last, said)) if said is not None else None


def _with_agent(scene: Scene, hit: Hit) -> Draft | None:
    """English hearsay whose passive names who says it after all: "The breach was acknowledged by the ministry"."""
    laid = scene.laid
    form = laid.lang.cue_at(laid.tokens.lower, hit.first) if laid.lang.code == "en" else None
    if form is None or not _after_be(laid, hit.first, scene.first):
        return None
    return english_passives.by_agent(scene, Hit(hit.first, hit.first + len(form.words) - 1, form))


def _english_verb(scene: Scene, hit: Hit) -> Draft | None:
    """English forms: a finite verb; "saying" behind a comma; "did not deny"; "has written"; not "to say", "was told"."""
    laid = scene.laid
    lower = laid.tokens.lower
    voice = hit.form.voice
    before = lower[hit.first - 1] if hit.first > scene.first else ""
    if voice == "gerund":
        if before == "as":
            return english_passives.quoted_as(scene, hit) or english_passives.quoting_as(scene, hit)
        if before in laid.lang.singles["be"]:
            return spoken.active(scene, hit)
        return gerunds.gerund(scene, hit)
    if before in laid.lang.singles["articles"] or before in laid.lang.singles["possessives"] or _noun_after_all(laid, hit):
        return None
    if before == "to":
        return _refusal(scene, hit) or _chained(scene, hit)
    if hit.form.act == "ask" and (asked := english_passives.asked(scene, hit)) is not None:
        return asked
    if voice == "participle" and _after_be(laid, hit.first, scene.first):
        return english_passives.by_agent(scene, hit)
    if voice in ("active", "participle") and (beside := english_passives.rejected_by(scene, hit)) is not None:
        return beside
    if voice == "participle" and not any(lower[j] in laid.lang.singles["have"] for j in range(max(scene.first, hit.first - 3), hit.first)):
        return None
    if (
        voice in ("active", "participle")
        and _after_be(laid, hit.first, scene.first)
        and (told := english_passives.by_agent(scene, hit)) is not None
    ):
        return told
    if voice == "active" and _passive_here(scene, hit):
        return None
    return spoken.active(scene, hit)


LONGEST_OWNER: Final = 6
"""Tokens of the subject between "what" and its verb ("what the teachers' union described as a rout")."""


def _passive_here(scene: Scene, hit: Hit) -> bool:
    """ "had been warned", "was told", "injuries described as grave": a form that is active elsewhere; "has said" stays active."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if hit.form.takes in ("naming", "as") and lower[hit.last + 1 : hit.last + 2] == ["as"]:
        return not sets["object_relatives"].intersection(lower[max(scene.first, hit.first - LONGEST_OWNER) : hit.first])
    if not _after_be(laid, hit.first, scene.first):
        return False
    if lower[over_adverbs(laid, hit.first - 1, scene.first)] in ("been", "being", "be", "is", "are", "was", "were"):
        return True
    near = range(max(scene.first, hit.first - 2), hit.first)
    return not any(lower[j] in sets["have"] for j in near if lower[j] not in GENITIVES)


def _noun_after_all(laid: LaidOut, hit: Hit) -> bool:
    """ "Public records suggest", "three states where": a form in -s that is as often a plural, and what follows no content."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    word = lower[hit.first]
    if hit.form.voice != "active" or not word.endswith("s") or word not in sets["plurals_like_verbs"] or hit.last + 1 >= len(lower):
        return False
    behind = lower[hit.last + 1]
    if behind in sets["complementizers"] or behind == "to":
        return False
    closed = ("finite", "prepositions", "coordinators", "only_verbs", "question_words")
    return any(behind in sets[name] for name in closed) or past_like(laid, hit.last + 1)


def _refusal(scene: Scene, hit: Hit) -> Draft | None:
    """ "refused to rule out X": what is conceded by a refusal; "declined to say" is no statement."""
    lower = scene.laid.tokens.lower
    verb = hit.first - 2
    if hit.form.negated != "concede" or verb <= scene.first or lower[verb] not in scene.laid.lang.singles["refusing"]:
        return None
    draft = spoken.active(scene, Hit(verb, hit.last, hit.form))
    if draft is not None:
        draft.conceded = True
    return draft


def _chained(scene: Scene, hit: Hit) -> Draft | None:
    """ "continued to insist that …", "went on to accuse": a verb of aspect before the verb of speech."""
    verb = over_adverbs(scene.laid, hit.first - 2, scene.first)
    if verb <= scene.first or scene.laid.tokens.lower[verb] not in scene.laid.lang.singles["chain_verbs"]:
        return None
    draft = spoken.active(scene, Hit(verb, hit.last, hit.form))
    if draft is not None:
        draft.cue = scene.laid.span(hit.first, hit.last)
    return draft


def _hedges(hearsay: Draft, draft: Draft) -> bool:
    """Whether what looked like hearsay stands in the words of somebody named behind it: there it only hedges them."""
    if hearsay.rule != "hearsay" or hearsay.cue is None or not draft.parties:
        return False
    return any(start <= hearsay.cue[0] < end for start, end in draft.contents)


def _repeats(scene: Scene, draft: Draft) -> bool:
    """Whether an earlier draft of the sentence has the same content from the same speaker, or "said in a statement that" from its own."""
    return any(
        earlier.contents == draft.contents
        and ([p.start for p in earlier.parties] == [p.start for p in draft.parties] or (draft.rule == "noun-that" and not draft.parties))
        for earlier in scene.drafts
    )


def _without_cue(scene: Scene, found: list[Draft], last_speaker: list[Party]) -> None:
    """A colon as cue; else a quotation that stands alone goes on from the statement before it, or is one by itself."""
    draft = colons.colon(scene)
    if draft is not None:
        scene.drafts.append(draft)
        return
    if scene.drafts:
        return
    if (cited := according.cited_medium(scene)) is not None:
        scene.drafts.append(cited)
        return
    alone = colons.quote_alone(scene, last_speaker)
    if alone is None:
        return
    previous = resumes(scene, found)
    if previous is not None:
        previous.contents.append(alone.contents[0])
        previous.until = scene.number
    elif last_speaker:
        scene.drafts.append(alone)


def _nested_in_quotes(scene: Scene, found: list[Draft]) -> None:
    """What a speaker says inside quotation marks that others say: a third person with a verb of speech and a clause."""
    laid = scene.laid
    for opening in laid.openings[bisect_left(laid.openings, scene.first) : bisect_right(laid.openings, scene.last - SHORTEST_QUOTED)]:
        closing = laid.closing[opening]
        if closing - opening < SHORTEST_QUOTED:
            continue
        for sentence in sentences_inside(laid.tokens, opening + 1, closing - 1, laid.lang):
            hits = find_cues(laid, sentence.first, sentence.last, in_quote=True)
            inner = Scene(laid, scene.number, sentence.first, sentence.last, hits, [])
            for hit in hits:
                draft = _nested(inner, hit)
                if draft is not None:
                    inner.drafts.append(draft)
            found.extend(inner.drafts)


def _nested(inner: Scene, hit: Hit) -> Draft | None:
    """Only verbs with a marked clause, plain "they say" or "menurut dokter", and never in the first or second person.

    Nor who says something in general ("anyone who says otherwise"), nor what figures show.
    """
    lower, sets = inner.laid.tokens.lower, inner.laid.lang.singles
    if hit.form.voice == "according":
        draft = according.according(inner, hit)
        return _as_nested(inner.laid, draft) if draft is not None and draft.start > (draft.cue or (0,))[0] else None
    if lower[hit.first] == "kata" and hit.first == inner.opening:
        draft = spoken.inverted(inner, hit)
        return _as_nested(inner.laid, draft) if draft is not None and peopled(inner.laid, draft.parties[0]) else None
    if hit.form.voice not in ("active", "base", "bare") or hit.form.takes not in ("clause", "phrase") or hit.form.evidence:
        return None
    if hit.form.act == "opine" and hit.form.takes == "phrase" and inner.laid.lang.code == "en":
        return None
    if hit.form.voice == "bare" and lower[hit.first] not in sets["object_voice"]:
        return None
    if "will" in lower[max(inner.first, hit.first - 2) : hit.first] or (hit.last < inner.last and lower[hit.last + 1] in sets["otherwise"]):
        return None
    draft = spoken.active(inner, hit)
    return _as_nested(inner.laid, draft) if draft is not None and draft.rule == "subject-verb" else None


def _as_nested(laid: LaidOut, draft: Draft) -> Draft | None:
    """The draft as somebody's in another's words, up to a comma behind which the other speaks of themselves again."""
    party = draft.parties[0] if draft.parties else None
    if party is None or party.form == "first" or laid.tokens.lower[party.head] in laid.lang.singles["anybody"]:
        return None
    start, end = draft.contents[0]
    for i in range(laid.tokens.at(start) + 1, laid.tokens.at(end) - 1):
        if laid.tokens.words[i] == "," and laid.tokens.lower[i + 1] in laid.lang.pronouns["first"] and len(draft.contents) == 1:
            draft.contents = [(start, laid.tokens.ends[i - 1])]
            break
    draft.rule, draft.passed = "nested", []
    return draft
