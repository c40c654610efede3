"""Pronouns: whom he, she, it, they, ia, dia, beliau, mereka, pihaknya and the enclitic -nya mean, from what stands before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from saksi.reading.cast import Cast
from saksi.reading.descriptions import whom_description
from saksi.reading.determined import definite, many, somebody_new
from saksi.reading.figure import Figure
from saksi.reading.gender import gender_of, gender_of_word
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party
from saksi.reading.rules.heads import sentence_subject
from saksi.reading.rules.scene import Scene
from saksi.reading.verbs import SHORTEST_VERB, past_like, verb_like
from saksi.reading.wordsorts import sort_of

SENTENCES_BACK = 4
"""Sentences before a pronoun among whose subjects its antecedent is looked for, before the last speaker is taken."""
NAME_REACH = 12
"""Tokens that may stand between a mention and the mark or preposition that its phrase begins behind."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who has spoken, in the sentence of that number."""

    figure: Figure
    sentence: int


def whom_pronoun(
    laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard], outer: Sequence[Figure], *, quoted: bool
) -> Figure | None:
    """The figure that the pronoun means, or None. `heard` are the speakers so far, in order.

    `outer` are those within whose words, `quoted`, the pronoun stands, whom it cannot mean; in unquoted words it mostly does.
    The subject of a sentence behind the last speaker's goes before that speaker: "Osgood said no. Halvard laughed. She …".
    """
    word = laid.text[party.start : party.end].lower()
    pronouns = laid.lang.pronouns
    if word in pronouns["plural"]:
        return None if quoted else _several(laid, cast, party, heard)
    if word in laid.lang.singles["bodily"]:
        return _body(laid, cast, party, heard)
    gender = gender_of_word(laid.lang, word)
    fits = _person_of(laid, gender, outer)
    found = _somebody(laid, cast, party, heard, fits, glued=party.form == "enclitic" or word in pronouns["side"])
    if found is not None and found.kind == "person" and not found.gender and not quoted:
        found.gender = gender
    return found


def _person_of(laid: LaidOut, gender: str, outer: Sequence[Figure]) -> Callable[[Figure], bool]:
    """Whether a figure is one person, not of the other gender, and none of those in whose words it stands."""

    def fits(figure: Figure) -> bool:
        if figure.kind != "person" or figure.plural or figure in outer:
            return False
        return gender == "" or gender_of(laid, figure) in ("", gender)

    return fits


def whom_epithet(laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard], outer: Sequence[Figure]) -> Figure | None:
    """Whom "perempuan 32 tahun itu", "pelatih asal Makedonia itu", "the 32-year-old" means: as a pronoun would.

    Only where the phrase points and its head is a word for one person.
    """
    tokens, sets = laid.tokens, laid.lang.singles
    first, last = tokens.at(party.start), tokens.at(party.end) - 1
    if many(laid, party) or somebody_new(laid, party):
        return None
    if laid.lang.code == "id":
        if tokens.lower[last] not in sets["definite"] or not (tokens.lower[first] in sets["humans"] or sort_of(laid, first) in "RK"):
            return None
        gender = ""
    else:
        aged = tokens.lower[last].endswith(("-year-old", "year-olds"))
        if not definite(laid, party) or not (aged or tokens.lower[first] in sets["humans"]):
            return None
        gender = gender_of_word(laid.lang, tokens.lower[first])
    return _somebody(laid, cast, party, heard, _person_of(laid, gender, outer), glued=False)


def _somebody(
    laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard], fits: Callable[[Figure], bool], *, glued: bool
) -> Figure | None:
    """A person; behind an enclitic or "pihaknya" also a body, where it spoke last or its own paragraph is about it."""
    here = _sentence_at(laid, party.start)
    person = next((h for h in reversed(heard) if fits(h.figure)), None)
    last = next((h for h in reversed(heard) if not h.figure.medium and not h.figure.plural), None) if glued else person
    since = max((h.sentence for h in (person, last) if h is not None), default=-1)
    between = _subject_between(laid, cast, party, since, fits)
    if between is not None:
        return between
    if glued and (body := _body_of_paragraph(laid, cast, here, since)) is not None:
        return body
    if last is not None and last.figure.kind != "person" and person is not None and _still_about(laid, person, last, here):
        last = person
    if last is None or _newcomer_fits(laid, here, last):
        newcomer = cast.latest_before(party.start, fits)
        if newcomer is not None and (last is None or _is_new(laid, newcomer, here, party.start)):
            return newcomer
    return last.figure if last is not None else None


def _still_about(laid: LaidOut, person: Heard, body: Heard, here: int) -> bool:
    """Whether the person spoke in the paragraph of the pronoun, where a body's words only came between."""
    sentences = laid.sentences
    return body.figure.kind in ("place", "state") or sentences[person.sentence].paragraph == sentences[here].paragraph


def _newcomer_fits(laid: LaidOut, here: int, last: Heard) -> bool:
    """Whether the last speaker's paragraph is over, so that somebody new may have come in."""
    return laid.lang.code == "en" and laid.sentences[last.sentence].paragraph < laid.sentences[here].paragraph


def _is_new(laid: LaidOut, figure: Figure, here: int, before: int) -> bool:
    """Whether somebody is named for the first time in the sentence before, in the paragraph of the pronoun."""
    first = min((start for start, _ in figure.spans), default=before)
    number = _sentence_at(laid, first)
    return number == here - 1 and laid.sentences[number].paragraph == laid.sentences[here].paragraph


def _subject_between(laid: LaidOut, cast: Cast, party: Party, since: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """Who is the subject of a sentence behind the one of number `since`, or of the clause before the pronoun."""
    here = _sentence_at(laid, party.start)
    for number in range(here, max(since, here - SENTENCES_BACK, -1), -1):
        if laid.sentences[number].paragraph < laid.sentences[here].paragraph - 1:
            break
        sentence = laid.sentences[number]
        until = laid.tokens.at(party.start) if number == here else sentence.last + 1
        found = subject_mention(laid, cast, sentence.first, until, fits)
        if found is None and number < here:
            found = _described_subject(laid, cast, number, fits)
        if found is not None:
            return found
    return None


def subject_mention(laid: LaidOut, cast: Cast, first: int, until: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """Whom the sentence from token `first` is about: a member of the cast before its verb, else who did it in a passive.

    Neither who stands in an adjunct ("In talks with Orr, …"), nor a possessor ("Orr's wife", "istri Orr").
    """
    tokens = laid.tokens
    if first >= until:
        return None
    sure = laid.lang.code == "en"
    verb = _first_verb(laid, first, until)
    agent = None
    stretches = ((tokens.starts[part[0]], tokens.ends[part[-1]]) for part in _unquoted(laid, first, until))
    for start, end, figure in chain.from_iterable(cast.mentions_between(*stretch) for stretch in stretches):
        i = tokens.at(start)
        if not fits(figure) or _owns(laid, i, tokens.at(end)) or not (sure or _surely(laid, figure, end)):
            continue
        if figure.kind != "person" and i > first and sort_of(laid, i - 1) in "RK":
            continue
        leads = _leads_in(laid, i, first)
        if i < verb and leads in ("", ",") and not _in_adjunct(laid, i, tokens.at(end), first):
            return figure
        if agent is None and _of_passive(laid, leads):
            agent = figure
    return agent


def _surely(laid: LaidOut, figure: Figure, end: int) -> bool:
    """Whether more than capitals makes somebody of a name: a role or description, or words that the text lays at its door.

    Indonesian headings and sentences begin with capitals that name nobody ("Kolaborasi Transformasi akan …").
    """
    if figure.kind != "person" or figure.speaks or figure.roles or figure.about:
        return True
    following = laid.tokens.at(end)
    return following < len(laid.tokens) and _acts(laid, following)


def _acts(laid: LaidOut, i: int) -> bool:
    """Whether an active verb stands here: "datang", "menolak", "berjalan"; not "dilakukan", "tersedia"."""
    word = laid.tokens.lower[i]
    return word in laid.lang.singles["coming"] or (verb_like(laid, i) and word.startswith(("me", "ber")))


def _first_verb(laid: LaidOut, first: int, until: int) -> int:
    """Token of the first finite verb outside a leading adjunct, `until` without one."""
    lower, lang = laid.tokens.lower, laid.lang
    for i in chain.from_iterable(_unquoted(laid, first + 1, until)):
        verbal = verb_like(laid, i) or past_like(laid, i) or lower[i] in lang.singles["finite"]
        if verbal and lower[i] not in ("'s", "’s") and not _relative_verb(laid, i, first):
            return i
        if lower[i] in lang.cues and lang.cue_at(lower, i) is not None and laid.tokens.words[i].islower():
            return i
    return until


def _unquoted(laid: LaidOut, first: int, until: int) -> Iterator[range]:
    """The tokens between the quotations, in stretches of one or more."""
    begin = first if first >= until or laid.quote_of[first] < 0 else laid.closing[laid.quote_of[first]] + 1
    for n in range(bisect_left(laid.openings, begin), bisect_left(laid.openings, until)):
        opening = laid.openings[n]
        if begin < opening:
            yield range(begin, opening)
        begin = laid.closing[opening] + 1
    if begin < until:
        yield range(begin, until)


def _relative_verb(laid: LaidOut, i: int, first: int) -> bool:
    """ "Orr, who runs the inn, …", "Setelah rapat ditutup, Orr …": a verb of a side clause that a comma ends later."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i - 1] in sets["relative"]:
        return True
    return lower[first] in sets["because"] or lower[first] in sets["adverbial_openers"] or lower[first] in sets["while"]


def _leads_in(laid: LaidOut, i: int, first: int) -> str:
    """What stands before the phrase that names somebody at token `i`: a comma, a preposition or other word, "" at the start."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for k in range(i - 1, max(first - 1, i - NAME_REACH - 1), -1):
        if laid.tokens.words[k] in ",\n" or laid.quote_of[k] >= 0:
            return ","
        if sort_of(laid, k) in "RKHCOAPor." and lower[k] not in sets["kin"] and lower[k] not in sets["prepositions"]:
            continue
        if lower[k] in sets["articles"] or lower[k] in ("'s", "’s") or lower[k] in sets["name_particles"]:
            continue
        if lower[k] in ("dan", "and", "but", "namun", "tetapi", "lalu", "kemudian", "sementara"):
            return ","
        return lower[k]
    return ""


def _of_passive(laid: LaidOut, before: str) -> bool:
    """ "by Orr", "oleh Orr", "dihadiri Orr": what stands before says that Orr did it."""
    if before in laid.lang.singles["passive_agent"]:
        return True
    return laid.lang.code == "id" and before.startswith("di") and len(before) >= SHORTEST_VERB


def _in_adjunct(laid: LaidOut, i: int, end: int, first: int) -> bool:
    """ "Through her spokesman, Lint Orr, she said": the name only explains the adjunct before its comma."""
    words, sets = laid.tokens.words, laid.lang.singles
    if i <= first + 1 or words[i - 1] != "," or end >= len(words) or words[end] != ",":
        return False
    begin = next((k + 1 for k in range(i - 2, first - 1, -1) if words[k] == ","), first)
    return laid.tokens.lower[begin] in sets["prepositions"]


def _owns(laid: LaidOut, first: int, end: int) -> bool:
    """ "Orr's wife", "istri Orr": the mention is a possessor."""
    lower = laid.tokens.lower
    if end < len(lower) and lower[end] in ("'s", "’s"):
        return True
    return first > 0 and lower[first - 1] in laid.lang.singles["kin"] and laid.lang.code == "id"


def _head_of(laid: LaidOut, cast: Cast, number: int) -> list[Party]:
    """Who stands at the head of a sentence: one party or none, kept in the cast for the next pronoun that asks."""
    if number not in cast.heads:
        sentence = laid.sentences[number]
        cast.heads[number] = sentence_subject(Scene(laid, number, sentence.first, sentence.last, [], []), sentence.last)[:1]
    return cast.heads[number]


def _described_subject(laid: LaidOut, cast: Cast, number: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """A subject without a name: "Seorang petugas turun", "The officer nodded"; or a lone first name of somebody not yet known."""
    for subject in _head_of(laid, cast, number):
        if subject.form == "name" and _comes_in(laid, subject):
            figure = cast.named(subject)
            return figure if fits(figure) else None
        if subject.form != "phrase" or many(laid, subject) or not _is_person(laid, subject):
            continue
        if somebody_new(laid, subject) or _holds_office(laid, subject):
            figure = whom_description(laid, subject, cast, []) or cast.phrase(subject)
            return figure if fits(figure) else None
        known = whom_description(laid, subject, cast, [])
        if known is not None and fits(known):
            return known
    return None


def _holds_office(laid: LaidOut, party: Party) -> bool:
    """ "juru bicara Departemen Luar Negeri AS": a role with its body, though nobody is named."""
    tokens = laid.tokens
    first, end = tokens.at(party.start), tokens.at(party.end)
    return laid.lang.code == "id" and sort_of(laid, first) == "R" and any(sort_of(laid, i) in "OP" for i in range(first + 1, end))


def _is_person(laid: LaidOut, party: Party) -> bool:
    """Whether a phrase means one person: a role or rank at its head, over "seorang" or an article."""
    tokens = laid.tokens
    for i in range(tokens.at(party.start), tokens.at(party.end)):
        if sort_of(laid, i) in "RK":
            return True
        if tokens.lower[i] not in laid.lang.singles["determiners"] and tokens.words[i].islower() and laid.lang.code == "id":
            return False
    return False


def _comes_in(laid: LaidOut, party: Party) -> bool:
    """ "Hasan datang dengan truk": a name of one word before an active verb; "Pencairan dilakukan" is none."""
    tokens = laid.tokens
    i = tokens.at(party.start)
    if laid.lang.code != "id" or tokens.ends[i] != party.end or sort_of(laid, i) != "C" or i + 1 >= len(tokens):
        return False
    word = tokens.lower[i]
    if word.endswith("nya") or (word.endswith("an") and word.startswith(("pe", "ke"))) or f" {word} " in laid.text:
        return False
    return tokens.lower[i + 1] in laid.lang.singles["coming"]


def _body_of_paragraph(laid: LaidOut, cast: Cast, here: int, since: int) -> Figure | None:
    """A body that the paragraph before the pronoun is about, where the last speaker's paragraph is over."""
    if since < 0 or laid.sentences[since].paragraph == laid.sentences[here].paragraph:
        return None
    for number in range(here - 1, max(since, here - SENTENCES_BACK), -1):
        sentence = laid.sentences[number]
        if sentence.paragraph != laid.sentences[here].paragraph:
            break
        found = subject_mention(laid, cast, sentence.first, sentence.last + 1, lambda f: f.kind in ("organization", "group") and f.named)
        if found is not None:
            return found
    return None


def _body(laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard]) -> Figure | None:
    """ "it": a body, a state or a document; the subject since the last one spoke, else the last one that spoke."""
    here = _sentence_at(laid, party.start)

    def fits(figure: Figure) -> bool:
        return figure.kind not in ("person", "place") and not figure.plural

    last = next((h for h in reversed(heard) if fits(h.figure)), None)
    since = last.sentence if last is not None else -1
    for number in range(here - 1, max(since, here - SENTENCES_BACK, -1), -1):
        sentence = laid.sentences[number]
        found = subject_mention(laid, cast, sentence.first, sentence.last + 1, fits)
        if found is None:
            for subject in _head_of(laid, cast, number):
                known = whom_description(laid, subject, cast, []) if subject.form == "phrase" and not somebody_new(laid, subject) else None
                found = known if known is not None and fits(known) else None
        if found is not None:
            return found
    return last.figure if last is not None else None


def _several(laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard]) -> Figure | None:
    """ "they", "mereka": several people or a body of them, among the subjects since they spoke, else who spoke last."""
    here = _sentence_at(laid, party.start)
    last = next((h for h in reversed(heard) if h.figure.plural), None) or next(
        (h for h in reversed(heard) if h.figure.kind != "person"), None
    )
    since = last.sentence if last is not None else -1
    for number in range(here - 1, max(since, here - SENTENCES_BACK, -1), -1):
        for subject in _head_of(laid, cast, number):
            if subject.form == "phrase" and (many(laid, subject) or _crowd(laid, subject)):
                return whom_description(laid, subject, cast, []) or cast.phrase(subject)
    return last.figure if last is not None else None


def _crowd(laid: LaidOut, party: Party) -> bool:
    """ "Warga", "Suporter yang …": in Indonesian a bare noun for people can mean several."""
    first = laid.tokens.at(party.start)
    return laid.lang.code == "id" and (laid.tokens.lower[first] in laid.lang.singles["crowds"] or sort_of(laid, first) == "N")


def _sentence_at(laid: LaidOut, offset: int) -> int:
    return max(0, bisect_right(laid.sentences, laid.tokens.at(offset), key=attrgetter("first")) - 1)
