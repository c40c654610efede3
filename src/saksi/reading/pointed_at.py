"""Pointed at: which earlier statement a pointing noun or a bare pronoun means, by its owner, verb, figures, speaker and place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from saksi.limits import ANSWER_REACH
from saksi.reading.anaphors import Anaphor
from saksi.reading.drafts import Draft, kind_of
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.records.statement import Act

WORD: Final = re.compile(r"\w{2,}")
FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")
NEAR_DRAFTS: Final = 4
"""Statements of one sentence that may stand between a claim and who rejects it."""
ROOT_REACH: Final = 12
"""Statements back to which a noun prefers its own verb ("tuduhan" and menuduh) before a nearer statement."""
NAMING_REACH: Final = 24
"""Statements back to which an accusation is looked for that names who rejects it."""
LONGEST_RUN: Final = 3
"""Statements of one speaker in a row of which a noun means the one that matters, not the last."""
AHEAD: Final = 4
"""Statements ahead of a denial in the lead that it may answer."""
SHORT_POINTER: Final = 6
"""Words of a content that only points and judges ("that report a lie")."""
ALL_BUT_NOUN: Final = 25
"""Characters of a content that is little more than a pointing noun ("laporan yang beredar itu")."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """Draft `k` of the `drafts`, whose `anaphor` points back at one of them; `acts` are theirs, `linked` the links so far,
    `meant` the figures of their parties by `id(party)`."""

    laid: LaidOut
    drafts: Sequence[Draft]
    acts: Sequence[Act]
    k: int
    anaphor: Anaphor
    meant: dict[int, Figure]
    linked: Mapping[int, int]

    @property
    def draft(self) -> Draft:
        """The draft that points."""
        return self.drafts[self.k]

    def back(self, reach: int) -> range:
        """The numbers of the drafts before it within reach, the nearest first."""
        return range(self.k - 1, max(-1, self.k - 1 - reach), -1)

    def mine(self, j: int) -> bool:
        """Whether a draft has the speaker of the one that points."""
        return same_speaker(self.drafts[j], self.draft, self.meant)

    def sentences_to(self, j: int) -> int:
        """Sentences from a draft before to the one that points."""
        return self.draft.sentence - self.drafts[j].sentence

    def of_root(self, j: int, noun: str) -> bool:
        """Whether a draft is made with the noun's own verb: the second to fifth letters agree ("tuduhan", menuduh)."""
        cue, root = self.drafts[j].cue, noun[1:5]
        return len(root) == len("root") and cue is not None and root in self.laid.text[slice(*cue)].lower()

    def naming(self, candidates: Sequence[int]) -> int | None:
        """The nearest candidate that names whoever rejects an accusation."""
        names = names_of(self.draft, self.meant)
        return next((j for j in candidates if self.k - j <= NAMING_REACH and names & spelt(self.laid, self.drafts[j])), None)


def pointed_at(to: Pointing) -> int | None:
    """What the anaphor means: a statement of its owner; one with its figure; one made with its own verb; the nearest that fits.

    In the lead also one ahead. "The testimony" is what somebody testified, "tuduhan itu" what somebody menuduh. Who bears
    out a denial's "it" means what was denied.
    """
    anaphor, drafts, acts = to.anaphor, to.drafts, to.acts
    if anaphor.own:
        mine = [j for j in to.back(ANSWER_REACH) if to.mine(j) and acts[j] != "deny"]
        return next((j for j in mine if not _inside_another(drafts, j, mine)), None)
    if anaphor.beside:
        near = (j for j in to.back(NEAR_DRAFTS) if drafts[j].sentence == to.draft.sentence)
        return next((j for j in near if drafts[j].start < to.draft.start), None)
    others = [j for j in to.back(ANSWER_REACH) if not to.mine(j) and (acts[j] != "deny" or "deny" in anaphor.points)]
    if anaphor.such:
        return _spoken_of(to, others)
    if anaphor.owner:
        return _owned(to, others)
    if anaphor.noun in to.laid.lang.singles["figure_nouns"]:
        return _with_figure(to, others)
    if _too(to.laid, to.draft) and (same := next((j for j in to.back(ROOT_REACH) if j in to.linked), None)) is not None:
        return to.linked[same]
    verb = "" if anaphor.points == {"deny"} or anaphor.noun in to.laid.lang.singles["any_words"] else anaphor.noun
    reach = 1 if anaphor.near else ROOT_REACH
    own_verb = next((j for j in others if to.k - j <= reach and to.of_root(j, verb)), None)
    if own_verb is not None or to.draft.rule == "hearsay":
        return own_verb
    candidates = [j for j in others if drafts[j].rule != "nested" and not _answers_itself(drafts[j])]
    return _nearest_fitting(to, [j for j in candidates if not _inside_another(drafts, j, candidates)])


def _nearest_fitting(to: Pointing, candidates: Sequence[int]) -> int | None:
    """Of the candidates the nearest of which the noun can be said, or what it answers itself, or the accusation of who answers."""
    anaphor, acts = to.anaphor, to.acts
    if candidates and not to.drafts[candidates[0]].parties and to.sentences_to(candidates[0]) <= 1:
        return candidates[0]
    if anaphor.loose:
        return to.naming(candidates)
    fits = next((j for j in candidates if not anaphor.points or acts[j] in anaphor.points), None)
    if fits is None:
        return candidates[0] if candidates else _ahead(to)
    if not anaphor.noun and fits in to.linked and to.sentences_to(fits) <= 1 and _only_points(to.laid, to.drafts[fits]):
        return to.linked[fits]
    naming = to.naming(candidates) if anaphor.accuses else None
    charged = acts[fits] in ("accuse", "opine", "report")
    if naming is not None and not (charged and abs(to.drafts[naming].sentence - to.drafts[fits].sentence) > 1):
        return naming
    latest = acts[to.k] == "confirm" or not anaphor.noun or anaphor.noun in to.laid.lang.singles["latest_nouns"]
    return _which_of_run(to, fits, named_only=latest)


def _too(laid: LaidOut, draft: Draft) -> bool:
    """ "juga membantah", "also denied": one more answers what another has answered."""
    if draft.cue is None or not draft.form or draft.form.act != "deny":
        return False
    cue = laid.tokens.at(draft.cue[0])
    return cue > 0 and laid.tokens.lower[cue - 1] in laid.lang.singles["too"]


def _owned(to: Pointing, others: Sequence[int]) -> int | None:
    """What the owner of the claim said, first with the noun's own verb."""
    noun = to.anaphor.noun
    owned = [j for j in others if _said_by(to.laid, to.drafts[j], to.anaphor.owner, to.meant)]
    own_verb = next((j for j in owned if to.of_root(j, noun)), None)
    if owned:
        return own_verb if own_verb is not None else next((j for j in owned if to.acts[j] in to.anaphor.points), owned[0])
    return next((j for j in others if to.k - j <= ROOT_REACH and to.of_root(j, noun)), None)


def _spoken_of(to: Pointing, others: Sequence[int]) -> int | None:
    """The nearest statement that has the noun of "any such letter", else the nearest that names who denies it."""
    near = [j for j in others if to.k - j <= ROOT_REACH]
    told = next((j for j in near if to.anaphor.noun in spelt(to.laid, to.drafts[j])), None)
    return told if told is not None else to.naming(near)


def _with_figure(to: Pointing, others: Sequence[int]) -> int | None:
    """The nearest statement that holds the figure of "Angka 35 persen itu", or any where the anaphor has none."""
    text = to.laid.text
    figures = set(FIGURE.findall(text[to.anaphor.start : to.anaphor.end]))

    def held(j: int) -> set[str]:
        return {figure for start, end in to.drafts[j].contents for figure in FIGURE.findall(text[start:end])}

    return next((j for j in others if (figures <= held(j) if figures else held(j))), None)


def _only_points(laid: LaidOut, draft: Draft) -> bool:
    """Whether a content is a pointer with a judgement at most ("that report a lie")."""
    return sum(len(WORD.findall(laid.text[start:end])) for start, end in draft.contents) <= SHORT_POINTER


def _inside_another(drafts: Sequence[Draft], j: int, candidates: Sequence[int]) -> bool:
    """Whether a statement stands within another candidate of its sentence, which a bare "this" means first."""
    cue = drafts[j].cue
    near = [drafts[i] for i in candidates if i != j and abs(i - j) <= NEAR_DRAFTS and drafts[i].sentence == drafts[j].sentence]
    near = [other for other in near if other.rule != "colon-label"]
    return cue is not None and any(a <= cue[0] < b for other in near for a, b in other.contents)


def _said_by(laid: LaidOut, draft: Draft, owner: frozenset[str], meant: dict[int, Figure]) -> bool:
    """Whether the owner of a claim ("Moscow's") made this statement or handed it on."""
    for party in [*draft.parties, *draft.relay]:
        figure = meant.get(id(party))
        words = figure.words() if figure is not None else set(laid.text[party.start : party.end].lower().split())
        if owner <= words or owner & set(laid.text[party.start : party.end].lower().split()):
            return True
    return False


def _which_of_run(to: Pointing, nearest: int, *, named_only: bool) -> int:
    """Of a speaker's statements in a row the first that names who answers, else the first, or where `named_only` the last.

    Of a long row the last, too. Who denies denies no feeling where a claim stands nearer.
    """
    laid, drafts, acts = to.laid, to.drafts, to.acts
    run = [nearest]
    for j in range(nearest - 1, -1, -1):
        if drafts[j].rule == "nested" or not drafts[j].parties:
            continue
        far = laid.sentences[drafts[run[-1]].sentence].paragraph - laid.sentences[drafts[j].sentence].paragraph > 1
        if far or not same_speaker(drafts[j], drafts[nearest], to.meant) or acts[j] in ("deny", "ask"):
            break
        run.append(j)
    if len(run) > LONGEST_RUN:
        return nearest
    names = names_of(to.draft, to.meant)
    felt = acts[to.k] == "deny" and acts[nearest] != "opine"
    naming = [j for j in run if names & spelt(laid, drafts[j]) and not (felt and acts[j] == "opine")]
    if named_only and not naming and kind_of(laid, drafts[nearest].contents) == "direct":
        claims = (j for j in run if kind_of(laid, drafts[j].contents) != "direct")
        return next(claims, nearest)
    return min(naming or ([nearest] if named_only else run))


def names_of(draft: Draft, meant: dict[int, Figure]) -> set[str]:
    """The words of the names of a statement's speakers and of the bodies that they belong to, in lower case."""
    figures = [meant[id(party)] for party in draft.parties if id(party) in meant]
    return {
        word
        for figure in figures
        if figure.named
        for form in (*figure.forms, *figure.affiliations, *(figure.descriptions if figure.kind == "state" else ()))
        for word in form.lower().split()
        if len(word) > 1
    }


def spelt(laid: LaidOut, draft: Draft) -> set[str]:
    """The words of a content as they are spelt, in lower case."""
    return {word for start, end in draft.contents for word in WORD.findall(laid.text[start:end].lower())}


def _ahead(to: Pointing) -> int | None:
    """In the lead a denial may stand before what it denies: "Norway denied the report. Reuters had reported …"."""
    if not to.anaphor.noun:
        return None
    for j in range(to.k + 1, min(to.k + 1 + AHEAD, len(to.drafts))):
        reported = to.acts[j] in ("report", "accuse") or bool(to.drafts[j].relay) or to.of_root(j, to.anaphor.noun)
        if reported and not to.mine(j) and to.sentences_to(j) < 0:
            return j
    return None


def _answers_itself(draft: Draft) -> bool:
    return draft.form is not None and not draft.form.holds and draft.contents[0][1] - draft.contents[0][0] < ALL_BUT_NOUN


def same_speaker(a: Draft, b: Draft, meant: dict[int, Figure]) -> bool:
    mine = {id(meant[id(p)]) for p in a.parties if id(p) in meant}
    return bool(mine) and mine == {id(meant[id(p)]) for p in b.parties if id(p) in meant}
