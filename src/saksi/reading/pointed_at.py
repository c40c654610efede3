"""Pointed at: which earlier statement a pointing noun or a bare pronoun means, by its owner, verb, figures, speaker and place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from saksi.limits import ANSWER_REACH
from saksi.reading.anaphors import Anaphor
from saksi.reading.drafts import Draft, kind_of
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.records.statement import Act

WORD = re.compile(r"\w{2,}")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
NEAR_DRAFTS = 4
"""Statements of one sentence that may stand between a claim and who rejects it."""
ROOT_REACH = 12
"""Statements back to which a noun prefers its own verb ("tuduhan" and menuduh) before a nearer statement."""
NAMING_REACH = 24
"""Statements back to which an accusation is looked for that names who rejects it."""
LONGEST_RUN = 3
"""Statements of one speaker in a row of which a noun means the one that matters, not the last."""
AHEAD = 4
"""Statements ahead of a denial in the lead that it may answer."""
SHORT_POINTER = 6
"""Words of a content that only points and judges ("that report a lie")."""
ALL_BUT_NOUN = 25
"""Characters of a content that is little more than a pointing noun ("laporan yang beredar itu")."""


def pointed_at(
    laid: LaidOut,
    drafts: Sequence[Draft],
    acts: Sequence[Act],
    k: int,
    anaphor: Anaphor,
    meant: dict[int, Figure],
    linked: Mapping[int, int],
) -> int | None:
    """What the anaphor means: a statement of its owner; one with its figure; one made with its own verb; the nearest that fits.

    In the lead also one ahead. "The testimony" is what somebody testified, "tuduhan itu" what somebody menuduh: the second
    to fifth letters agree. `linked` are the links so far: who bears out a denial's "it" means what was denied.
    """
    if anaphor.own:
        mine = [
            j for j in range(k - 1, max(-1, k - 1 - ANSWER_REACH), -1) if same_speaker(drafts[j], drafts[k], meant) and acts[j] != "deny"
        ]
        return next((j for j in mine if not _inside_another(drafts, j, mine)), None)
    if anaphor.beside:
        near = range(k - 1, max(-1, k - 1 - NEAR_DRAFTS), -1)
        return next((j for j in near if drafts[j].sentence == drafts[k].sentence and drafts[j].start < drafts[k].start), None)
    nearest_first = [
        j
        for j in range(k - 1, max(-1, k - 1 - ANSWER_REACH), -1)
        if not same_speaker(drafts[j], drafts[k], meant) and (acts[j] != "deny" or "deny" in anaphor.points)
    ]
    if anaphor.such:
        return _spoken_of(laid, drafts, k, anaphor, meant, nearest_first)
    if anaphor.owner:
        return _owned(laid, drafts, acts, k, anaphor, meant, nearest_first)
    if anaphor.noun in laid.lang.singles["figure_nouns"]:
        return _with_figure(laid, drafts, anaphor, nearest_first)
    if (
        _too(laid, drafts[k])
        and (same := next((j for j in range(k - 1, max(-1, k - 1 - ROOT_REACH), -1) if j in linked), None)) is not None
    ):
        return linked[same]
    verb = "" if anaphor.points == {"deny"} or anaphor.noun in laid.lang.singles["any_words"] else anaphor.noun
    reach = 1 if anaphor.near else ROOT_REACH
    own_verb = next((j for j in nearest_first if k - j <= reach and _of_root(laid, drafts[j], verb)), None)
    if own_verb is not None or drafts[k].rule == "hearsay":
        return own_verb
    candidates = [j for j in nearest_first if drafts[j].rule != "nested" and not _answers_itself(drafts[j])]
    candidates = [j for j in candidates if not _inside_another(drafts, j, candidates)]
    if candidates and not drafts[candidates[0]].parties and drafts[k].sentence - drafts[candidates[0]].sentence <= 1:
        return candidates[0]
    if anaphor.loose:
        return _naming(laid, drafts, k, candidates, meant)
    fits = next((j for j in candidates if not anaphor.points or acts[j] in anaphor.points), None)
    if fits is None:
        return next(iter(candidates), None) if candidates else _ahead(laid, drafts, acts, k, anaphor, meant)
    if not anaphor.noun and fits in linked and drafts[k].sentence - drafts[fits].sentence <= 1 and _only_points(laid, drafts[fits]):
        return linked[fits]
    naming = _naming(laid, drafts, k, candidates, meant) if anaphor.accuses else None
    charged = acts[fits] in ("accuse", "opine", "report")
    if naming is not None and charged and abs(drafts[naming].sentence - drafts[fits].sentence) > 1:
        naming = None
    if naming is not None:
        return naming
    if acts[k] == "confirm":
        return _which_of_run(laid, drafts, acts, k, fits, meant, named_only=True)
    latest = not anaphor.noun or anaphor.noun in laid.lang.singles["latest_nouns"]
    return _which_of_run(laid, drafts, acts, k, fits, meant, named_only=latest)


def _too(laid: LaidOut, draft: Draft) -> bool:
    """ "juga membantah", "also denied": one more answers what another has answered."""
    if draft.cue is None or not draft.form or draft.form.act != "deny":
        return False
    cue = laid.tokens.at(draft.cue[0])
    return cue > 0 and laid.tokens.lower[cue - 1] in laid.lang.singles["too"]


def _owned(
    laid: LaidOut,
    drafts: Sequence[Draft],
    acts: Sequence[Act],
    k: int,
    anaphor: Anaphor,
    meant: dict[int, Figure],
    nearest_first: Sequence[int],
) -> int | None:
    """What the owner of the claim said, first with the noun's own verb."""
    owned = [j for j in nearest_first if _said_by(laid, drafts[j], anaphor.owner, meant)]
    own_verb = next((j for j in owned if _of_root(laid, drafts[j], anaphor.noun)), None)
    if owned:
        return own_verb if own_verb is not None else next((j for j in owned if acts[j] in anaphor.points), owned[0])
    near = (j for j in nearest_first if k - j <= ROOT_REACH and _of_root(laid, drafts[j], anaphor.noun))
    return next(near, None)


def _spoken_of(
    laid: LaidOut, drafts: Sequence[Draft], k: int, anaphor: Anaphor, meant: dict[int, Figure], nearest_first: Sequence[int]
) -> int | None:
    """The nearest statement that has the noun of "any such letter", else the nearest that names who denies it."""
    near = [j for j in nearest_first if k - j <= ROOT_REACH]
    told = next((j for j in near if anaphor.noun in spelt(laid, drafts[j])), None)
    return told if told is not None else _naming(laid, drafts, k, near, meant)


def _with_figure(laid: LaidOut, drafts: Sequence[Draft], anaphor: Anaphor, nearest_first: Sequence[int]) -> int | None:
    """The nearest statement that holds the figure of "Angka 35 persen itu", or any where the anaphor has none."""
    figures = set(FIGURE.findall(laid.text[anaphor.start : anaphor.end]))

    def held(j: int) -> set[str]:
        return {figure for start, end in drafts[j].contents for figure in FIGURE.findall(laid.text[start:end])}

    return next((j for j in nearest_first if (figures <= held(j) if figures else held(j))), None)


def _naming(laid: LaidOut, drafts: Sequence[Draft], k: int, candidates: Sequence[int], meant: dict[int, Figure]) -> int | None:
    """The nearest statement that names whoever rejects an accusation."""
    names = names_of(drafts[k], meant)
    return next((j for j in candidates if k - j <= NAMING_REACH and names & spelt(laid, drafts[j])), None)


def _only_points(laid: LaidOut, draft: Draft) -> bool:
    """Whether a content is a pointer with a judgement at most ("that report a lie")."""
    return sum(len(WORD.findall(laid.text[start:end])) for start, end in draft.contents) <= SHORT_POINTER


def _inside_another(drafts: Sequence[Draft], j: int, candidates: Sequence[int]) -> bool:
    """Whether a statement stands within another candidate of its sentence, which a bare "this" means first."""
    cue = drafts[j].cue
    near = [drafts[i] for i in candidates if i != j and abs(i - j) <= NEAR_DRAFTS and drafts[i].sentence == drafts[j].sentence]
    near = [other for other in near if other.rule != "colon-label"]
    return cue is not None and any(a <= cue[0] < b for other in near for a, b in other.contents)


def _of_root(laid: LaidOut, draft: Draft, noun: str) -> bool:
    root = noun[1:5]
    return len(root) == len("root") and draft.cue is not None and root in laid.text[slice(*draft.cue)].lower()


def _said_by(laid: LaidOut, draft: Draft, owner: frozenset[str], meant: dict[int, Figure]) -> bool:
    """Whether the owner of a claim ("Moscow's") made this statement or handed it on."""
    for party in [*draft.parties, *draft.relay]:
        figure = meant.get(id(party))
        words = figure.words() if figure is not None else set(laid.text[party.start : party.end].lower().split())
        if owner <= words or owner & set(laid.text[party.start : party.end].lower().split()):
            return True
    return False


def _which_of_run(
    laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, nearest: int, meant: dict[int, Figure], *, named_only: bool
) -> int:
    """Of a speaker's statements in a row the first that names who answers, else the first, or where `named_only` the last.

    Of a long row the last, too. Who denies denies no feeling where a claim stands nearer.
    """
    run = [nearest]
    for j in range(nearest - 1, -1, -1):
        if drafts[j].rule == "nested" or not drafts[j].parties:
            continue
        far = laid.sentences[drafts[run[-1]].sentence].paragraph - laid.sentences[drafts[j].sentence].paragraph > 1
        if far or not same_speaker(drafts[j], drafts[nearest], meant) or acts[j] in ("deny", "ask"):
            break
        run.append(j)
    if len(run) > LONGEST_RUN:
        return nearest
    names = names_of(drafts[k], meant)
    felt = acts[k] == "deny" and acts[nearest] != "opine"
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


def _ahead(laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, anaphor: Anaphor, meant: dict[int, Figure]) -> int | None:
    """In the lead a denial may stand before what it denies: "Norway denied the report. Reuters had reported …"."""
    for j in range(k + 1, min(k + 1 + AHEAD, len(drafts))):
        reported = acts[j] in ("report", "accuse") or bool(drafts[j].relay) or _of_root(laid, drafts[j], anaphor.noun)
        if anaphor.noun and reported and not same_speaker(drafts[j], drafts[k], meant) and drafts[j].sentence > drafts[k].sentence:
            return j
    return None


def _answers_itself(draft: Draft) -> bool:
    return draft.form is not None and not draft.form.holds and draft.contents[0][1] - draft.contents[0][0] < ALL_BUT_NOUN


def same_speaker(a: Draft, b: Draft, meant: dict[int, Figure]) -> bool:
    mine = {id(meant[id(p)]) for p in a.parties if id(p) in meant}
    return bool(mine) and mine == {id(meant[id(p)]) for p in b.parties if id(p) in meant}
