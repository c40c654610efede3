"""Rules for nouns that hold a content: "tuduhan bahwa …", "the rumour that …", "kekhawatiran AS mengenai …", "dugaan …"."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import clause_end, last_word
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.marks import GENITIVES
from saksi.reading.parties import Party
from saksi.reading.rules import felt
from saksi.reading.rules.leads import said_before
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import subject_before
from saksi.reading.subjects_behind import subject_after
from saksi.reading.verbs import finite_at, verb_like
from saksi.reading.wordsorts import sort_of

ANSWERING: Final = frozenset({"deny", "confirm"})
"""Acts of a passive behind a noun with its clause ("Tuduhan bahwa … dibantah X"): the clause ends before it."""
FINITE: Final = ("active", "base")
"""Voices of a verb that ends a relative and has its object in the noun before ("a charge that Oslo denies")."""
HELD_BY: Final = 7
"""Tokens that may stand between the noun and its that-clause: who holds it, and when."""


def nominal(scene: Scene, hit: Hit) -> Draft | None:
    """The noun with a clause behind bahwa/that, or a noun of fear or suspicion with what it is about."""
    laid = scene.laid
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    cue = laid.span(hit.first, hit.last)
    if hit.form.only_points or laid.lang.classes["set_terms"].length(lower, hit.first):
        return None
    if hit.first > scene.first and (lower[hit.first - 1] in sets["thus"] or lower[hit.first - 1] in sets["wording"]):
        return _thus(scene, hit)
    if laid.lang.code == "en" and hit.form.about and (draft := felt.voiced(scene, hit) or felt.held(scene, hit)) is not None:
        return draft
    for i in range(hit.last + 1, min(hit.last + HELD_BY, scene.right) + 1):
        if lower[i] in sets["complementizers"] and lower[i] not in sets["weak_complementizers"] and i < scene.right:
            held = i == hit.last + 1 or words[i - 1] == "," or _holder_between(scene, hit, i) or _spread_between(scene, hit, i)
            if not held or _said_of_noun(scene, i):
                return None
            later = [h for h in scene.hits if h.first > i]
            last = clause_end(laid, i + 1, scene.last, later)
            answered = next((h.first for h in later if h.form.voice == "passive" and h.form.act in ANSWERING), None)
            if answered is not None and i + 1 < answered <= last:
                last = answered - 1
            if laid.lang.code == "en" and any(
                h.last == last and h.form.voice in FINITE and lower[h.first - 1] not in sets["be"] for h in later
            ):
                return None
            if laid.lang.code == "id" and answered is None:
                last = main_verb_before(scene, hit, i + 1, last)
            stretch = content_stretch(laid, i + 1, last)
            parties = _holders(scene, hit, i)
            return Draft(parties, cue, [stretch], hit.form, "noun-that", scene.number, hit.first) if stretch else None
        if words[i] in ".;:" or i in laid.closing:
            break
    return _about(scene, hit, cue) if hit.form.about and laid.lang.code == "id" else None


def _said_of_noun(scene: Scene, that: int) -> bool:
    """ "threats that it said had been made": the clause goes on from the noun, which holds none of it."""
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    if lang.code != "en" or that + 3 > scene.right or lower[that + 2] not in lang.cues or not finite_at(laid, that + 3):
        return False
    return any(lower[that + 1] in lang.pronouns[sort] for sort in ("singular", "plural")) or lower[that + 1] in lang.singles["bodily"]


def _thus(scene: Scene, hit: Hit) -> Draft | None:
    """'"Semua lulus uji," demikian pernyataan tertulis perusahaan': the noun behind a quotation, and whose words it was."""
    laid = scene.laid
    thus = hit.first - 1
    if laid.tokens.lower[thus] in laid.lang.singles["wording"] and laid.tokens.lower[thus - 1] in laid.lang.singles["thus"]:
        thus -= 1
    quote = scene.quote_before(thus)
    begin = hit.last + 1
    while begin <= scene.right and laid.tokens.words[begin].islower() and sort_of(laid, begin) == "x":
        begin += 1
    parties = subject_after(laid, begin, scene.right)[0] if begin <= scene.right else []
    if not parties:
        return None
    placed = laid.tokens.lower[begin - 1] == "dari"
    contents = said_before(scene, thus, quote) if quote >= 0 else [] if placed else _sentence_before(scene, thus)
    return Draft(parties, laid.span(hit.first, hit.last), contents, hit.form, "noun-thus", scene.number, hit.first) if contents else None


def _sentence_before(scene: Scene, thus: int) -> list[tuple[int, int]]:
    """ "Pasar itu terbakar. Demikian laporan harian X.": the sentence before one that opens with demikian, in the same paragraph."""
    laid = scene.laid
    if scene.laid.lang.code != "id" or thus != scene.opening or scene.number == 0:
        return []
    before = laid.sentences[scene.number - 1]
    if "\n\n" in laid.tokens.words[before.first : thus]:
        return []
    stretch = content_stretch(laid, before.first, last_word(laid, before.last))
    return [stretch] if stretch is not None else []


def main_verb_before(scene: Scene, hit: Hit, begin: int, last: int, *, seen: bool = False) -> int:
    """Where the noun opens its sentence, the last token before the sentence's own verb ("Kabar bahwa pasar tutup | masih simpang siur")."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if any(laid.tokens.word(i) for i in range(scene.first, hit.first)):
        return last
    joined = ("relative", "prepositions", "coordinators", "complementizers", "adverbs", "finite", "because", "negators")
    for i in range(begin, last + 1):
        if not (verb_like(laid, i) or finite_at(laid, i)):
            continue
        if seen and not verb_like(laid, i - 1) and not any(lower[i - 1] in sets[name] for name in joined):
            return i - 1
        if seen and finite_at(laid, i) and verb_like(laid, i - 1):
            return i - 1
        seen = True
    return last


def _spread_between(scene: Scene, hit: Hit, that: int) -> bool:
    """ "A rumour also spread that …", "Talk has emerged that …": only the noun's own verb stands between it and that; English."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    between = range(hit.last + 1, that)
    return any(lower[i] in sets["spreading"] for i in between) and all(lower[i] in sets["spreading"] | sets["adverbs"] for i in between)


def _holder_between(scene: Scene, hit: Hit, that: int) -> bool:
    """Whether only the holder stands between noun and that ("klaim Ukraina bahwa", "the claim by Oslo that")."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    return all(
        laid.tokens.capital(j)
        or lower[j] in sets["determiners"]
        or lower[j] in sets["held_by"]
        or lower[j] in sets["collectives"]
        or lower[j] in sets["role_heads"]
        or (laid.lang.code == "id" and lower[j].isalpha() and lower[j] not in laid.lang.closed and not verb_like(laid, j))
        for j in range(hit.last + 1, that)
        if laid.tokens.word(j)
    )


def _holders(scene: Scene, hit: Hit, that: int) -> list[Party]:
    """Who holds it: the genitive behind an Indonesian noun, the possessor before an English one ("her claim that"; not "my claim")."""
    laid = scene.laid
    if laid.lang.code == "id":
        begin = hit.last + 1
        if begin < that and laid.tokens.lower[begin] in laid.lang.singles["held_by"]:
            begin += 1
        held = begin < that and (laid.tokens.capital(begin) or sort_of(laid, begin) in "RKND")
        return subject_after(laid, begin, that - 1)[0] if held else []
    before = hit.first - 1
    if before > scene.first and laid.tokens.words[before] in GENITIVES:
        return subject_before(laid, before, scene.first).parties
    if before >= scene.first and laid.tokens.lower[before] in laid.lang.singles["possessives_of_one"]:
        return [Party(*laid.span(before, before), form="pronoun", head=before)]
    begin = hit.last + 1
    if begin < that and laid.tokens.lower[begin] in laid.lang.singles["held_by"]:
        return subject_after(laid, begin + 1, that - 1)[0]
    return []


def _about(scene: Scene, hit: Hit, cue: tuple[int, int]) -> Draft | None:
    """ "kekhawatiran AS mengenai naiknya peran Moskow", "dugaan pemanfaatan sembako": Indonesian nouns of fear and suspicion."""
    laid = scene.laid
    lower, words = laid.tokens.lower, laid.tokens.words
    begin = hit.last + 1
    if begin > scene.right or not laid.tokens.word(begin) or lower[begin] in laid.lang.singles["definite"]:
        return None
    about = next((i for i in range(begin, min(begin + 5, scene.right)) if lower[i] in laid.lang.singles["about"]), -1)
    later = [h for h in scene.hits if h.first > hit.last]
    last = clause_end(laid, begin, scene.last, later)
    comma = next((i for i in range(begin, last) if words[i] == ","), last + 1)
    if about > begin and laid.tokens.capital(begin):
        parties = subject_after(laid, begin, about - 1)[0]
        stretch = content_stretch(laid, about + 1, min(last, comma - 1))
        return Draft(parties, cue, [stretch], hit.form, "noun-about", scene.number, hit.first) if stretch and parties else None
    if about == begin:
        begin += 1
    if hit.form.act == "report":
        last = main_verb_before(scene, hit, begin, min(last, comma - 1), seen=True)
        stretch = content_stretch(laid, begin, last) if about == begin - 1 else None
        return Draft([], cue, [stretch], hit.form, "noun-about", scene.number, hit.first) if stretch else None
    if lower[begin] in laid.lang.singles["prepositions"] or hit.form.certainty != "probable" or last - begin < 1:
        return None
    stretch = content_stretch(laid, begin, min(last, comma - 1))
    return Draft([], cue, [stretch], hit.form, "noun-about", scene.number, hit.first) if stretch else None
