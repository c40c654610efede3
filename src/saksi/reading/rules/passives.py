"""Rules for passives and hearsay: "Hal itu disampaikan X", "X diduga …", "is believed to", "Diperkirakan …", "reportedly"."""

from __future__ import annotations

from saksi.reading.clauses import clause_end, complement_start
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.rules.intent import modal_before
from saksi.reading.rules.leads import said_before
from saksi.reading.rules.scene import Scene
from saksi.reading.rules.speakers import headed_by_somebody, peopled
from saksi.reading.subjects import Subject, subject_before
from saksi.reading.subjects_behind import subject_after
from saksi.reading.verbs import manner_adverb, verb_like
from saksi.reading.wordsorts import sort_of

_ASKER = 4
"""Words between "asked" and its question: "ditanya wartawan di lokasi apakah"."""


FARTHEST_QUOTING = 14
"""Tokens back from "as saying" to the verb of quoting, over the speaker with their role."""


def passive(scene: Scene, hit: Hit) -> Draft | None:
    """Agent behind an Indonesian passive: "Tudingan itu dimentahkan oleh Y", "klaim yang segera ditepis Z", "Dikatakan X, …".

    Not: a passive whose next noun phrase is no speaker ("disebut penyakit menular"); that is hearsay at most.
    """
    laid = scene.laid
    lower, words = laid.tokens.lower, laid.tokens.words
    if hit.first > scene.first and lower[hit.first - 1] in laid.lang.singles["cited_like"] - laid.lang.singles["relative"]:
        return None
    begin = hit.last + 1
    by = next((i for i in range(begin, min(begin + 3, scene.right)) if lower[i] in laid.lang.singles["passive_agent"]), -1)
    if by > begin and all(words[i].islower() and sort_of(laid, i) == "x" for i in range(begin, by)):
        begin = by
    marked = begin <= scene.right and lower[begin] in laid.lang.singles["passive_agent"]
    if marked:
        begin += 1
    if begin > scene.right or words[begin] == "," or not _relative_of_noun(scene, hit) or (not marked and not _can_be_agent(scene, begin)):
        return None
    parties, end = subject_after(laid, begin, scene.right)
    if not parties or (not marked and not _closes(scene, end)) or modal_before(laid, hit.first, scene.first) is not None:
        return None
    cue = laid.span(hit.first, hit.last)
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    if lower[hit.first] in laid.lang.singles["naming"] and not marked and subject.parties and not _word_or_as(scene, subject.first, end):
        return None
    if subject.parties and subject.first >= scene.first and hit.form.act != "ask":
        first, last = subject.first, _content_last(scene, hit, subject)
        stretch = content_stretch(laid, first, last)
    else:
        start, _ = complement_start(laid, end + 1, scene.right)
        if hit.form.act == "ask" and hit.first > scene.first and lower[hit.first - 1] in laid.lang.singles["framing"]:
            return None
        later = [h for h in scene.hits if h.first > hit.last]
        stretch = content_stretch(laid, start, clause_end(laid, start, scene.last, later)) if start <= scene.right else None
        if stretch is None and hit.first > scene.first:
            stretch = content_stretch(laid, _pointing_first(scene, hit), hit.first - 1)
    if stretch is None or (lower[laid.tokens.at(stretch[0])] in laid.lang.singles["cited_like"] and stretch[1] <= cue[0]):
        return None
    draft = Draft(parties, cue, [stretch], hit.form, "passive", scene.number, hit.first, passed=[(end + 1, scene.right)])
    if subject.negation >= 0:
        if hit.form.negated != "concede":
            return None
        draft.conceded, draft.cue = True, laid.span(subject.negation, hit.last)
    return draft


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
    while last > subject.first and any(lower[last] in sets[name] for name in ("adverbs", "before_passive", "relative")):
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


def hearsay(scene: Scene, hit: Hit) -> Draft | None:
    """What nobody in particular says: "Massa diduga pendukung X", "Diperkirakan besok …", "is expected to raise".

    Not: inside somebody's content (there it is that content's hedge), "yang diduga" before a noun.
    """
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    before = hit.first - 1
    while lang.code == "id" and before > scene.first and lower[before] in lang.singles["adverbs"]:
        before -= 1
    if before >= scene.first and lower[before] in lang.singles["relative"] and lang.code == "id":
        return _relative_hearsay(scene, hit, before)
    if _inside_content(scene, hit) or (before >= scene.first and lower[before] in lang.singles["cited_like"]):
        return None
    if lang.code == "en" and lower[hit.first] not in lang.singles["hearsay_adverbs"]:
        return _english_passive(scene, hit)
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    if subject.negation >= 0 or (lang.code == "id" and _no_hearsay(scene, hit, subject)):
        return None
    contents: list[tuple[int, int]] = []
    first = None if hit.form.act == "ask" else _subject_first(scene, hit, subject)
    if lang.code == "id" and first is not None and subject.first < scene.first and _leads_in(scene, first):
        return None
    last = hit.first - 1
    while first is not None and last > first and lower[last] in lang.singles["before_passive"]:
        last -= 1
    if first is not None and (stretch := content_stretch(laid, first, last)):
        contents.append(stretch)
    begin, _ = complement_start(laid, hit.last + 1, scene.right)
    if hit.form.act == "ask":
        near = range(hit.last + 1, min(hit.last + 1 + _ASKER, scene.right + 1))
        begin = next((i for i in near if lower[i] in lang.singles["question_words"]), scene.right + 1)
    later = [h for h in scene.hits if h.first > hit.last]
    rest = content_stretch(laid, begin, clause_end(laid, begin, scene.last, later)) if begin <= scene.right else None
    if rest is None:
        return None
    return Draft([], laid.span(hit.first, hit.last), [*contents, rest], hit.form, "hearsay", scene.number, hit.first)


def _no_hearsay(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """ "akan diminta", "bisa disebut"; "Lestari dipercaya memimpin" entrusts; "disebut Muara Biru" names."""
    laid = scene.laid
    word, sets = laid.tokens.lower[hit.first], laid.lang.singles
    if modal_before(laid, hit.first, scene.first) is not None:
        return True
    if word in sets["entrusting"] and any(party.form in ("name", "institution") for party in subject.parties):
        return True
    if word in sets["hoping"] and subject.parties and not headed_by_somebody(laid, subject.parties[0]):
        return True
    return word in sets["naming"] and _names(scene, hit.last + 1)


def _leads_in(scene: Scene, i: int) -> bool:
    """Whether what stands where a subject would only leads in ("Sebelum dinyatakan sembuh, …")."""
    sets = scene.laid.lang.singles
    return any(scene.laid.tokens.lower[i] in sets[name] for name in ("because", "while", "coordinators", "prepositions"))


def _names(scene: Scene, begin: int) -> bool:
    """Whether nothing but a name, in capitals or quote marks, stands behind a verb of naming."""
    laid = scene.laid
    if begin > scene.right or not (laid.tokens.capital(begin) or begin in laid.closing):
        return False
    return not any(verb_like(laid, i) or laid.tokens.lower[i] in laid.lang.singles["finite"] for i in range(begin + 1, scene.right + 1))


def _relative_hearsay(scene: Scene, hit: Hit, relative: int) -> Draft | None:
    """ "Yayasan yang disebut-sebut menerima uang itu, …": the antecedent and the relative clause up to its end.

    Not before a noun ("massa yang diduga pendukung"): there it only names.
    """
    laid = scene.laid
    words = laid.tokens.words
    begin = hit.last + 1
    if begin > scene.right or not verb_like(laid, begin) or hit.form.act in ("ask", "request") or _inside_content(scene, hit):
        return None
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    if subject.first < scene.first or subject.negation >= 0:
        return None
    end = next((i - 1 for i in range(begin, scene.right + 1) if words[i] == ","), scene.right)
    stretches = [content_stretch(laid, subject.first, relative - 1), content_stretch(laid, begin, end)]
    contents = [stretch for stretch in stretches if stretch is not None]
    return Draft([], laid.span(hit.first, hit.last), contents, hit.form, "hearsay", scene.number, hit.first) if contents else None


def _subject_first(scene: Scene, hit: Hit, subject: Subject) -> int | None:
    """First token of the subject of a passive of hearsay, None for a dummy or none."""
    if subject.first >= scene.first:
        return subject.first
    words = scene.laid.tokens.words
    first = scene.left_of(hit)
    reason = scene.laid.tokens.lower[hit.first - 1] in scene.laid.lang.singles["because"]
    if reason and first < hit.first - 1 and scene.laid.lang.code == "id" and scene.laid.tokens.word(hit.first - 2):
        return None
    for i in range(hit.first - 1, first - 1, -1):
        if words[i] in ",;:—–" or (words[i] == "-" and scene.laid.tokens.ends[i - 1] != scene.laid.tokens.starts[i]):
            first = i + 1
            break
    return first if first < hit.first else None


def _inside_content(scene: Scene, hit: Hit) -> bool:
    start = scene.laid.tokens.starts[hit.first]
    return scene.laid.quote_of[hit.first] >= 0 or any(a <= start < b for draft in scene.drafts for a, b in draft.contents)


def _english_passive(scene: Scene, hit: Hit) -> Draft | None:
    """ "Banda is understood to have …", "It is feared that …", "was accused of …": needs a form of be before it."""
    laid = scene.laid
    lower, words = laid.tokens.lower, laid.tokens.words
    be = hit.first - 1
    while (
        be > scene.first
        and (manner_adverb(laid, be) or lower[be] in laid.lang.singles["adverbs"])
        and lower[be] not in laid.lang.singles["be"]
    ):
        be -= 1
    if be < scene.first or lower[be] not in laid.lang.singles["be"]:
        return None
    cue = laid.span(be, hit.last)
    later = [h for h in scene.hits if h.first > hit.last]
    dummy = be > scene.first and lower[be - 1] == "it"
    nxt = hit.last + 1
    if hit.form.takes == "none" and not (dummy and nxt <= scene.right and _opens_clause(scene, nxt)):
        return None
    if nxt > scene.right or lower[nxt] == "by":
        return None
    begin = nxt if hit.form.words[-1] == "to" else complement_start(laid, nxt, scene.right)[0]
    rest = content_stretch(laid, begin, clause_end(laid, begin, scene.last, later)) if begin <= scene.right else None
    if rest is None:
        return None
    contents = [rest]
    if not dummy:
        subject = subject_before(laid, be, scene.left_of(hit))
        if subject.negation >= 0 or (subject.first < scene.first and not subject.parties):
            return None
        first, last = subject.first, be - 1
        while words[first] in ",\n":
            first += 1
        if subject.relative:
            last = next(i - 1 for i in range(be - 1, first, -1) if lower[i] in laid.lang.singles["relative"])
            end = next((i - 1 for i in range(begin, scene.right + 1) if words[i] == "," and laid.quote_of[i] < 0), scene.right)
            contents = [stretch for stretch in [content_stretch(laid, begin, end)] if stretch]
        if stretch := content_stretch(laid, first, last):
            contents.insert(0, stretch)
    return Draft([], cue, contents, hit.form, "hearsay", scene.number, hit.first)


FARTHEST_AGENT = 10
"""Tokens between an English passive and its by: "was described as a rout by the union"."""


def by_agent(scene: Scene, hit: Hit) -> Draft | None:
    """English passives that name who says it: "The report was denied by Oslo", "He was told by police that …", "is seen as X by Y".

    Not: "was denied by accident" (nobody), "was added by hand".
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    near = range(hit.last + 1, min(hit.last + FARTHEST_AGENT, scene.right))
    by = next((i for i in near if lower[i] in sets["passive_agent"]), -1)
    between = range(hit.last + 1, by)
    if by < 0 or any(not laid.tokens.word(i) or lower[i] in sets["finite"] for i in between) or hit.form.takes in ("quoting", "quote"):
        return None
    parties, end = subject_after(laid, by + 1, scene.right)
    if not parties or (parties[0].form == "phrase" and not peopled(laid, parties[0])):
        return None
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    last = _before_be(scene, hit)
    first = last if lower[last] in sets["bare_pointers"] else subject.first
    if subject.negation >= 0 or first < scene.first:
        return None
    contents = [content_stretch(laid, first, last)]
    if hit.form.addressed or (end < scene.right and lower[end + 1] in sets["complementizers"]):
        begin, _ = complement_start(laid, end + 1, scene.right)
        later = [h for h in scene.hits if h.first > end]
        contents = [content_stretch(laid, begin, clause_end(laid, begin, scene.last, later))] if begin <= scene.right else []
    elif by > hit.last + 1:
        first = hit.last + 2 if lower[hit.last + 1] == "as" else hit.last + 1
        contents.append(content_stretch(laid, first, by - 1))
    found = [stretch for stretch in contents if stretch]
    return Draft(parties, laid.span(hit.first, hit.last), found, hit.form, "passive", scene.number, hit.first) if found else None


def _before_be(scene: Scene, hit: Hit) -> int:
    """The last token of the subject, before the auxiliaries and adverbs of a passive."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    i = hit.first - 1
    while i > scene.first and (lower[i] in sets["adverbs"] or lower[i] in sets["be"] or manner_adverb(scene.laid, i)):
        i -= 1
    return i


def quoting_as(scene: Scene, hit: Hit) -> Draft | None:
    """ "Bernama quoted the minister as saying …", '"…," the agency quoted him as saying': the object speaks, the subject hands on."""
    laid = scene.laid
    lower = laid.tokens.lower
    near = range(hit.first - 2, max(scene.first, hit.first - FARTHEST_QUOTING), -1)
    verb = next((i for i in near if lower[i] in laid.lang.singles["quoting"]), -1)
    if verb <= scene.first:
        return None
    parties = subject_after(laid, verb + 1, hit.first - 2)[0]
    medium = subject_before(laid, verb, scene.left_of(hit))
    if not parties or not medium.parties:
        return None
    quote = scene.quote_before(medium.first) if medium.first > scene.first else -1
    if quote >= 0:
        contents = said_before(scene, medium.first, quote)
    else:
        begin, _ = complement_start(laid, hit.last + 1, scene.right)
        later = [h for h in scene.hits if h.first > hit.last]
        stretch = content_stretch(laid, begin, clause_end(laid, begin, scene.last, later)) if begin <= scene.right else None
        contents = [stretch] if stretch else []
    if not contents:
        return None
    draft = Draft(parties, laid.span(hit.first, hit.last), contents, hit.form, "quoted-as", scene.number, hit.first)
    draft.relay = medium.parties[:1]
    return draft


def asked(scene: Scene, hit: Hit) -> Draft | None:
    """ "Asked whether it was safe, she …", "he was asked by reporters how …": a question that nobody named asks; English.

    Not: "asked for help", "asked about the bridge", and not "she asked whether", which has a subject.
    """
    laid = scene.laid
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    begin = hit.last + 1
    by = begin if begin <= scene.right and lower[begin] == "by" else -1
    near = range(begin, min(begin + _ASKER, scene.right))
    begin = next((i for i in near if lower[i] in sets["question_words"]), -1)
    if (
        hit.last + 2 <= scene.right
        and words[hit.last + 1] in (",", ":")
        and hit.last + 2 in laid.closing
        and lower[hit.first - 1] in sets["be"]
    ):
        stretch = content_stretch(laid, hit.last + 2, laid.closing[hit.last + 2])
        return Draft([], laid.span(hit.first, hit.last), [stretch], hit.form, "asked", scene.number, hit.first) if stretch else None
    if begin < 0 or any(not laid.tokens.word(i) for i in range(hit.last + 1, begin)):
        return None
    opens = hit.first == scene.first or lower[hit.first - 1] in sets["because"] or words[hit.first - 1] in (",", '"', "”")
    if hit.form.voice != "active" or not (opens or lower[hit.first - 1] in sets["be"] or lower[hit.first - 2 : hit.first - 1] == ["be"]):
        return None
    later = [h for h in scene.hits if h.first > hit.last]
    commas = [i for i in range(begin, scene.right) if words[i] == "," and laid.quote_of[i] < 0] if opens else []
    comma = next((i for i in reversed(commas) if later and i < later[0].first), commas[0] if commas else -1)
    last = comma - 1 if comma > 0 else clause_end(laid, begin, scene.last, later)
    stretch = content_stretch(laid, begin, last)
    parties = subject_after(laid, by + 1, begin - 1)[0] if by >= 0 else []
    return Draft(parties, laid.span(hit.first, hit.last), [stretch], hit.form, "asked", scene.number, hit.first) if stretch else None


def _opens_clause(scene: Scene, i: int) -> bool:
    """Whether a clause can begin behind "it is understood": with that, an article, a pronoun or a name."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    return scene.laid.tokens.capital(i) or any(lower[i] in sets[name] for name in ("complementizers", "determiners", "clause_subjects"))


def quoted_as(scene: Scene, hit: Hit) -> Draft | None:
    """ "X was quoted as saying …", '"…," X was quoted as saying by Y': the quoted one speaks, who quotes is relay."""
    laid = scene.laid
    lower = laid.tokens.lower
    verb = hit.first - 2
    if verb <= scene.first or lower[hit.first - 1] != "as" or lower[verb] not in ("quoted", "cited", "described"):
        return None
    be = verb - 1
    if lower[be] not in laid.lang.singles["be"]:
        return None
    subject = subject_before(laid, be, scene.first)
    if not subject.parties:
        return None
    quote = scene.quote_before(subject.first) if subject.first > scene.first else -1
    if quote >= 0:
        stretch = content_stretch(laid, quote, laid.closing[quote])
    elif subject.first > scene.first + 1 and (hit.last >= scene.right or lower[hit.last + 1] in laid.lang.singles["passive_agent"]):
        stretch = next(iter(said_before(scene, subject.first, -1)), None)
    else:
        begin, _ = complement_start(laid, hit.last + 1, scene.right)
        stretch = (
            content_stretch(laid, begin, clause_end(laid, begin, scene.last, [h for h in scene.hits if h.first > hit.last]))
            if begin <= scene.right
            else None
        )
    if stretch is None:
        return None
    return Draft(
        subject.parties, laid.span(hit.first, hit.last), [stretch], hit.form, "quoted-as", scene.number, hit.first, passed=subject.passed
    )
