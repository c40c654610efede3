"""Rules for verbs of speech with their speaker before or behind them: "X said that …", '"…," kata X', "…, X said"."""

from __future__ import annotations

from saksi.reading.clauses import clause_end
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party
from saksi.reading.rules.around import around
from saksi.reading.rules.clausal import feeling_about
from saksi.reading.rules.contents import OF_THINGS, content_behind
from saksi.reading.rules.embedded import in_relative, relative_end, subordinate_end, whom_relative
from saksi.reading.rules.heads import shared_subject
from saksi.reading.rules.intent import no_statement
from saksi.reading.rules.leads import complete, fronted, main_clause, said_before
from saksi.reading.rules.relatives import contact_relative, object_relative
from saksi.reading.rules.resumed import resumed_quote
from saksi.reading.rules.scene import Scene
from saksi.reading.rules.speakers import (
    described,
    evident,
    finds_a_thing,
    holder_of_word,
    names_before,
    peopled,
    plausible,
    somebody,
    whole_evidence,
)
from saksi.reading.subjects import Subject, subject_before
from saksi.reading.subjects_behind import subject_after
from saksi.reading.verbs import finite_at
from saksi.reading.wordsorts import sort_of


def inverted(scene: Scene, hit: Hit) -> Draft | None:
    """Speaker behind the verb: '"Kami siap," kata Budi', "Dua orang tewas, kata polisi", '"No," said Lee'; enclitics too.

    Not: "dengan kata lain", "kata kunci": no comma and no quote before the word.
    """
    laid = scene.laid
    words = laid.tokens.words
    at = _over_thus(scene, hit)
    before = at - 1
    while before >= scene.first and words[before] == "\n":
        before -= 1
    if before < scene.first and not (_opens_with_speaker(scene, hit) or inverts(scene, hit)):
        return None
    quote = scene.quote_before(at)
    if (
        laid.tokens.lower[hit.first] in laid.lang.singles["wording"]
        and laid.tokens.lower[min(hit.last + 1, scene.right)] in laid.lang.nouns
    ):
        return None
    if quote < 0 and laid.tokens.lower[hit.first].removesuffix(laid.lang.enclitic or " ") in laid.lang.singles["noun_roots"]:
        return None
    if before >= scene.first and words[before] not in ",-–—?!…" and quote < 0:
        return None
    parties, end = _speaker_behind(scene, hit)
    if not parties or (laid.lang.code == "id" and quote < 0 and not somebody(laid, parties[0], hit.form)):
        return None
    contents = said_before(scene, at, quote)
    contents += _said_behind(scene, end, contents, quote)
    if not contents:
        return None
    return Draft(parties, _cue(scene, hit), contents, hit.form, "inverted", scene.number, hit.first)


def _over_thus(scene: Scene, hit: Hit) -> int:
    """The first token of the attribution: "begitu kata Rini", "demikian ujarnya"."""
    thus = hit.first > scene.first and scene.laid.tokens.lower[hit.first - 1] in scene.laid.lang.singles["thus"]
    return hit.first - 1 if thus else hit.first


def _opens_with_speaker(scene: Scene, hit: Hit) -> bool:
    """ "Katanya, gudang itu kosong", "Kata dia, …": a sentence may open with its attribution."""
    laid = scene.laid
    behind = laid.tokens.lower[hit.last + 1 : hit.last + 2]
    if hit.form.enclitic:
        return behind == [","]
    return bool(behind) and (
        laid.tokens.capital(hit.last + 1) or behind[0] in laid.lang.pronouns["singular"] or sort_of(laid, hit.last + 1) == "R"
    )


def _speaker_behind(scene: Scene, hit: Hit) -> tuple[list[Party], int]:
    """The parties behind an inverted verb, or the enclitic glued to it, and the last token that names them."""
    laid = scene.laid
    if hit.form.enclitic:
        end = laid.tokens.ends[hit.last]
        return [Party(end - hit.form.enclitic, end, form="enclitic", head=hit.last)], hit.last
    begin = hit.last + 1
    while begin <= scene.right and (laid.tokens.lower[begin] in laid.lang.singles["passive_agent"] or laid.tokens.words[begin] == "\n"):
        begin += 1
    return subject_after(laid, begin, scene.right)


def _cue(scene: Scene, hit: Hit) -> tuple[int, int]:
    start, end = scene.laid.span(hit.first, hit.last)
    return start, end - hit.form.enclitic


def _said_behind(scene: Scene, end: int, before: list[tuple[int, int]], quote: int) -> list[tuple[int, int]]:
    """What goes on behind the speaker: a resumed quote, or the clause that the attribution interrupted."""
    laid = scene.laid
    words, lower = laid.tokens.words, laid.tokens.lower
    right = scene.right
    i = end + 1
    if quote >= 0:
        return resumed_quote(scene, end)
    opening = next((k for k in range(i, right + 1) if k in laid.closing), -1)
    if not before and opening >= 0:
        stretch = content_stretch(laid, opening, laid.closing[opening])
        return [stretch] if stretch else []
    if i >= right or words[i] != ",":
        return []
    if all(lower[k] in laid.lang.singles["time_words"] or not words[k].isalpha() for k in range(i + 1, right + 1)):
        return []
    starts_adjunct = lower[i + 1] in laid.lang.singles["adverbial_openers"] or lower[i + 1] in laid.lang.singles["time_words"]
    if (
        before
        and complete(scene, before)
        and (starts_adjunct or (laid.lang.code == "en" and lower[i + 1] not in laid.lang.singles["coordinators"]))
    ):
        return []
    last = clause_end(laid, i + 1, scene.last, [h for h in scene.hits if h.first > end])
    stretch = content_stretch(laid, i + 1, last)
    return [stretch] if stretch and stretch[1] - stretch[0] > 2 else []


def active(scene: Scene, hit: Hit) -> Draft | None:
    """Speaker before the verb: "X said that …", "X menegaskan, …", '"…," X told reporters', "…, X said on Monday"."""
    laid = scene.laid
    if inverts(scene, hit) or (hit.form.enclitic and laid.lang.code == "id" and scene.quote_before(hit.first) >= 0):
        draft = inverted(scene, hit)
        if draft is not None:
            return draft
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    if (beside := contact_relative(scene, hit)) is not None:
        return beside
    if subject.infinitive or whom_relative(scene, hit) or (subject.contact and hit.form.takes in OF_THINGS):
        return None
    if subject.deferred:
        return _deferred(scene, hit)
    parties = _speakers(scene, hit, subject)
    if not parties or not _says_it(scene, hit, subject, parties[0]):
        return None
    if (relative := object_relative(scene, hit, subject)) is not None:
        return relative
    if subject.relative:
        if described(laid, parties[0], hit.form):
            return None
        parties = holder_of_word(laid, parties)
    if hit.form.evidence:
        parties = whole_evidence(laid, parties, subject.first)
    return _said(scene, hit, subject, parties)


def _speakers(scene: Scene, hit: Hit, subject: Subject) -> list[Party]:
    """The subject's parties, or those of the verb that it shares its subject with."""
    if subject.shared or (not subject.parties and hit.form.voice == "gerund"):
        previous = outermost_before(scene, hit.first)
        return previous.parties if previous is not None else subject.parties or shared_subject(scene, hit.first)
    return subject.parties


def _says_it(scene: Scene, hit: Hit, subject: Subject, party: Party) -> bool:
    """Whether somebody who can say it does: not nobody, not only supposed, not negated away, not the outlet's own "we"."""
    laid = scene.laid
    if _nobody(scene, hit, subject) or _supposed(scene, hit, subject) or (laid.lang.code == "id" and no_statement(scene, hit, subject)):
        return False
    if (subject.negation >= 0 and hit.form.negated == "drop") or party.form == "first":
        return False
    if hit.form.heard:
        return laid.tokens.lower[hit.first - 1] in laid.lang.singles["forums"]
    return plausible(laid, party, hit.form) and not finds_a_thing(scene, hit, party)


def _said(scene: Scene, hit: Hit, subject: Subject, parties: list[Party]) -> Draft | None:
    """The draft of what the parties say, with what stands around them; None where nothing that the cue takes does."""
    laid = scene.laid
    inside = subject.relative or (subject.shared and in_relative(scene, hit))
    until = relative_end(scene, hit) if inside else subordinate_end(scene, hit, subject)
    shown = laid.lang.code == "en" and hit.form.evidence and evident(laid, parties[0])
    contents = content_behind(scene, hit, until=until, shown=shown) or []
    contents, rule = around(scene, hit, subject, contents)
    if not contents or (hit.form.takes == "quoted" and laid.quote_of[laid.tokens.at(contents[0][0])] < 0):
        return None
    if rule == "subject-verb":
        contents = fronted(scene, hit, subject) + contents
    said_by = [] if hit.form.heard else parties
    draft = Draft(said_by, _verb_cue(laid, hit, subject), contents, hit.form, rule, scene.number, hit.first, relative=inside)
    draft.passed = subject.passed if rule == "subject-verb" else []
    if subject.negation >= 0:
        draft.conceded = hit.form.negated == "concede"
        draft.denied = hit.form.negated == "keep"
    return draft


def outermost_before(scene: Scene, token: int) -> Draft | None:
    """The latest statement before a token that stands in no other's content: whose subject a coordinated verb shares.

    What goes on behind "According to Orr, …" has subjects of its own.
    """
    earlier = [d for d in scene.drafts if d.parties and d.where < token and (d.rule != "according-to" or d.start < (d.cue or (0,))[0])]
    for draft in reversed(earlier):
        held = (a <= draft.cue[0] < b for other in earlier if other is not draft for a, b in other.contents) if draft.cue else ()
        if not any(held):
            return draft
    return None


def _nobody(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """ "Neither side has confirmed", "No group claimed", "tidak membenarkan ataupun membantah": nobody says it."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    if any(i >= scene.first and lower[i] in sets["neither"] for i in (hit.first - 1, subject.negation)):
        return True
    return subject.first >= 0 and lower[subject.first] in sets["nobody"]


def _supposed(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """ "If the mayor denies it", "critics might argue": English that only supposes that something is said."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    if subject.negation >= 0:
        return False
    if hit.form.takes in ("naming", "as") and "would" in lower[max(scene.first, hit.first - 3) : hit.first]:
        return True
    if any(lower[i] in sets["supposing"] and not scene.laid.tokens.capital(i) for i in range(max(scene.first, hit.first - 3), hit.first)):
        return True
    return subject.first > scene.first and lower[subject.first - 1] in sets["conditionals"]


def _deferred(scene: Scene, hit: Hit) -> Draft | None:
    """ "Kendati mengakui tidak mendengar, Mukijo menyebut …": said by the subject of the verb behind the comma."""
    laid = scene.laid
    comma = next((i for i in range(hit.last + 1, scene.right) if laid.tokens.words[i] == ","), -1)
    following = next((h for h in scene.hits if comma < h.first <= comma + 8), None)
    if comma < 0 or following is None:
        return None
    parties = subject_before(laid, following.first, comma + 1).parties
    about = feeling_about(scene, hit, comma - 1) if hit.form.takes == "feeling" else None
    stretch = about[0] if about else content_stretch(laid, hit.last + 1, comma - 1)
    if not parties or stretch is None:
        return None
    return Draft(parties, laid.span(hit.first, hit.last), [stretch], hit.form, "deferred-subject", scene.number, hit.first)


def _verb_cue(laid: LaidOut, hit: Hit, subject: Subject) -> tuple[int, int]:
    """The verb with its negation; an enclitic object stays out."""
    first = hit.first
    if subject.negation >= 0:
        first = subject.auxiliary if 0 <= subject.auxiliary < subject.negation else subject.negation
    start, end = laid.span(first, hit.last)
    return start, end - hit.form.enclitic


def inverts(scene: Scene, hit: Hit) -> bool:
    """Whether an active verb stands before its speaker: right behind a quote or comma, a noun phrase behind it."""
    laid = scene.laid
    words = laid.tokens.words
    i = hit.first - 1
    while i >= scene.first and words[i] == "\n":
        i -= 1
    if hit.form.voice != "active" or hit.form.addressed or hit.last + 1 > scene.right:
        return False
    if i < scene.first:
        return _opens_before_quote(scene, hit)
    if words[i] not in ",-–—" and scene.quote_before(hit.first) < 0:
        return False
    nxt = hit.last + 1
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[nxt] in sets["complementizers"] or nxt in laid.closing or words[nxt] in ",:":
        return False
    if scene.quote_before(hit.first) < 0 and (
        laid.lang.code == "id" or hit.form.takes != "clause" or not main_clause(scene, scene.first, i)
    ):
        return False
    if laid.lang.code == "id" and names_before(scene, hit.first):
        return False
    return _speaker_only(scene, nxt)


def _opens_before_quote(scene: Scene, hit: Hit) -> bool:
    """'Said Dorothy Lane, who was there, "We were proud."': an inverted verb that opens its sentence."""
    laid = scene.laid
    quoted = any(i in laid.closing for i in range(hit.last + 2, scene.right + 1))
    return laid.lang.code == "en" and laid.tokens.capital(hit.last + 1) and quoted


def _speaker_only(scene: Scene, begin: int) -> bool:
    """Whether a speaker and nothing more stands behind an inverted verb: the phrase is closed by a mark or an adverbial."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[begin] in sets["prepositions"] or lower[begin] in sets["adverbs"] or lower[begin] in sets["time_words"]:
        return False
    parties, end = subject_after(laid, begin, scene.right)
    pronoun = any(lower[begin] in pronouns for pronouns in laid.lang.pronouns.values())
    if not parties or (end > begin and pronoun):
        return False
    quoted = scene.quote_before(begin - 1) >= 0
    if quoted and not pronoun:
        return True
    if (
        not quoted
        and laid.lang.code == "en"
        and ((parties[0].form == "phrase" and not peopled(laid, parties[0])) or _goes_on_to_verb(scene, end + 1))
    ):
        return False
    return (
        end >= scene.right
        or laid.tokens.words[end + 1] in ",;:—–-("
        or end + 1 in laid.closing
        or lower[end + 1] in sets["prepositions"]
        or lower[end + 1] in sets["time_words"]
        or lower[end + 1] in sets["relative"]
    )


def _goes_on_to_verb(scene: Scene, behind: int) -> bool:
    """Whether a name is the subject of what is said: an auxiliary follows in its own clause ("said Bexley in the north had …")."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    opening = ("relative", "complementizers", "because", "while", "but", "coordinators", "question_words")
    for i in range(behind, scene.right + 1):
        if not laid.tokens.word(i) or any(lower[i] in sets[name] for name in opening):
            return False
        if finite_at(laid, i):
            return True
    return False
