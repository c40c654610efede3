"""Rules for Indonesian passives that name who says it: "Hal itu disampaikan X", "Tudingan itu ditepis oleh Y", "Dikatakan X, …"."""

from __future__ import annotations

from saksi.reading.clauses import clause_end
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.parties import Party
from saksi.reading.rules.intent import modal_before
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import Subject, subject_before
from saksi.reading.subjects_behind import subject_after
from saksi.reading.wordsorts import sort_of


def passive(scene: Scene, hit: Hit) -> Draft | None:
    """Agent behind an Indonesian passive: "Tudingan itu dimentahkan oleh Y", "klaim yang segera ditepis Z", "Dikatakan X, …".

    Not: a passive whose next noun phrase is no speaker ("disebut penyakit menular"); that is hearsay at most.
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if hit.first > scene.first and lower[hit.first - 1] in sets["cited_like"] - sets["relative"]:
        return None
    parties, end, marked = _agent(scene, hit)
    if not parties or modal_before(laid, hit.first, scene.first) is not None:
        return None
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    if hit.form.takes == "spread" and not _pointed_word(scene, hit, subject):
        return None
    if lower[hit.first] in sets["naming"] and not marked and subject.parties and not _word_or_as(scene, subject.first, end):
        return None
    cue = laid.span(hit.first, hit.last)
    stretch = _what(scene, hit, subject, end)
    if stretch is None or (lower[laid.tokens.at(stretch[0])] in sets["cited_like"] and stretch[1] <= cue[0]):
        return None
    draft = Draft(parties, cue, [stretch], hit.form, "passive", scene.number, hit.first)
    if subject.negation >= 0:
        if hit.form.negated != "concede":
            return None
        draft.conceded, draft.cue = True, laid.span(subject.negation, hit.last)
    return draft


def _agent(scene: Scene, hit: Hit) -> tuple[list[Party], int, bool]:
    """Who says it, the last token of their phrase, and whether oleh marks them; nobody where no agent can stand or its phrase goes on."""
    laid = scene.laid
    words, agents = laid.tokens.words, laid.lang.singles["passive_agent"]
    begin = hit.last + 1
    by = next((i for i in range(begin, min(begin + 3, scene.right)) if laid.tokens.lower[i] in agents), -1)
    if by > begin and all(words[i].islower() and sort_of(laid, i) == "x" for i in range(begin, by)):
        begin = by
    marked = begin <= scene.right and laid.tokens.lower[begin] in agents
    begin += marked
    if begin > scene.right or words[begin] == "," or not _relative_of_noun(scene, hit) or (not marked and not _can_be_agent(scene, begin)):
        return [], begin, marked
    parties, end = subject_after(laid, begin, scene.right)
    return (parties if marked or _closes(scene, end) else []), end, marked


def _what(scene: Scene, hit: Hit, subject: Subject, end: int) -> tuple[int, int] | None:
    """What was said: the passive's subject, else what follows the agent, else what points before the verb."""
    laid = scene.laid
    if subject.parties and subject.first >= scene.first and hit.form.act != "ask":
        return content_stretch(laid, subject.first, _content_last(scene, hit, subject))
    start, _ = complement_start(laid, end + 1, scene.right)
    if hit.form.act == "ask" and hit.first > scene.first and laid.tokens.lower[hit.first - 1] in laid.lang.singles["framing"]:
        return None
    later = [h for h in scene.hits if h.first > hit.last]
    stretch = content_stretch(laid, start, clause_end(laid, start, scene.last, later)) if start <= scene.right else None
    if stretch is None and hit.first > scene.first:
        stretch = content_stretch(laid, _pointing_first(scene, hit), hit.first - 1)
    return stretch


def _pointed_word(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """ "Kabar itu disebarkan X": a noun of something said that points back, not "bantuan itu", nor news that is still to be spread."""
    lower, lang = scene.laid.tokens.lower, scene.laid.lang
    if subject.first < scene.first or lower[subject.first] not in lang.nouns:
        return False
    return any(lower[i] in lang.singles["definite"] for i in range(subject.first + 1, hit.first))


def _word_or_as(scene: Scene, first: int, end: int) -> bool:
    """Whether somebody calls something by a name or says a thing ("ia disebut Hasan sebagai …", "hal itu disebut Hasan")."""
    lower, lang = scene.laid.tokens.lower, scene.laid.lang
    behind = lower[end + 1] if end < scene.right else ""
    return behind == "sebagai" or lower[first] in lang.singles["bare_pointers"] or lower[first] in lang.nouns


def _relative_of_noun(scene: Scene, hit: Hit) -> bool:
    """A passive behind yang counts only where the noun before it is something said ("klaim yang ditepis X")."""
    lower, lang = scene.laid.tokens.lower, scene.laid.lang
    j = hit.first - 1
    while j > scene.first and lower[j] in lang.singles["adverbs"]:
        j -= 1
    return j <= scene.first or lower[j] not in lang.singles["relative"] or lower[j - 1] in lang.nouns


def _pointing_first(scene: Scene, hit: Hit) -> int:
    """ "Demikian disampaikan X", "Hal ini dikatakan X": the word that points at what was said."""
    return max(scene.left_of(hit), hit.first - 2) if hit.first - scene.first >= 2 else scene.first


def _content_last(scene: Scene, hit: Hit, subject: Subject) -> int:
    """The last token of the noun phrase that was said: before yang, adverbs and adjuncts."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    last = hit.first - 1
    while last > subject.first and any(lower[last] in sets[name] for name in ("adverbs", "before_passive", "relative", "negators")):
        last -= 1
    return last


def _can_be_agent(scene: Scene, i: int) -> bool:
    """Whether a speaker can begin here without oleh: a capital, a pronoun, a role or a body of people."""
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    word = lower[i]
    if word in lang.singles["time_words"] or word in lang.singles["prepositions"]:
        return False
    return (
        laid.tokens.capital(i)
        or word in lang.pronouns["singular"]
        or word in lang.singles["role_heads"]
        or word in lang.singles["collectives"]
        or word in lang.singles["ranks"]
        or word in lang.singles["agent_openers"]
        or word in lang.singles["personal"]
    )


def _closes(scene: Scene, end: int) -> bool:
    """Whether the agent's phrase is closed, so that no verb makes it a subject ("disebut Polri menyita …")."""
    laid = scene.laid
    if end >= scene.right:
        return True
    nxt = end + 1
    lower, sets = laid.tokens.lower, laid.lang.singles
    return (
        laid.tokens.words[nxt] in ",.;:\n("
        or lower[nxt] in sets["prepositions"]
        or lower[nxt] in sets["adverbial_openers"]
        or lower[nxt] in sets["complementizers"]
        or lower[nxt] in sets["question_words"]
        or lower[nxt] in sets["time_words"]
    )
