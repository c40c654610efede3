"""Rules for menurut, berdasarkan and according to: before, behind or inside the clause that they attribute."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import clause_end
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.language import CueForm
from saksi.reading.media import outlet_at
from saksi.reading.parties import Party
from saksi.reading.quantity_words import quantity_words
from saksi.reading.rules.leads import complete, said_before
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects_behind import subject_after

CITED: Final = CueForm(words=(), voice="passive", act="report")


def according(scene: Scene, hit: Hit) -> Draft | None:
    """ "Menurut Safii, …", "…, according to two diplomats", "Antagonisme, menurut penjelasan Aris, merujuk …", "Menurutnya …"."""
    laid = scene.laid
    begin = hit.last + 1
    if laid.lang.code == "id" and _attributes_nothing(scene, hit):
        return None
    names = begin <= scene.right and (laid.tokens.capital(begin) or laid.tokens.lower[begin] in laid.lang.singles["determiners"])
    if laid.lang.code == "en" and hit.first == hit.last and not names:
        return None
    if hit.form.enclitic:
        end, end_char = hit.last, laid.tokens.ends[hit.last]
        parties = [Party(end_char - hit.form.enclitic, end_char, form="enclitic", head=hit.last)]
        cue = (laid.tokens.starts[hit.first], end_char - hit.form.enclitic)
    else:
        begin, cue_last = _behind_cue(scene, hit)
        if begin < 0:
            return None
        parties, end = _holder(scene, begin)
        if counted := _counted(scene, hit, begin, end):
            parties, end = subject_after(laid, begin, counted - 1)
        cue = laid.span(hit.first, cue_last)
    contents = _clauses(scene, hit, end) if parties else []
    return Draft(parties, cue, contents, hit.form, "according-to", scene.number, hit.first) if contents else None


def _behind_cue(scene: Scene, hit: Hit) -> tuple[int, int]:
    """Where whose word it is begins, and the cue's last token ("Menurut keterangan | Safii"); -1 where nobody's follows."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    cue_last, begin = hit.last, hit.last + 1
    if begin <= scene.right and lower[begin] in sets["never_words"]:
        return -1, cue_last
    if hit.form.words[0] in sets["based_on"]:
        begin += lower[begin : begin + 1] in (["pada"], ["kepada"])
        if begin > scene.right or not _word_of_somebody(scene, begin):
            return -1, cue_last
    while (
        begin + 1 <= scene.right
        and lower[begin] in sets["according_nouns"]
        and laid.tokens.word(begin + 1)
        and lower[begin + 1] not in sets["definite"]
    ):
        cue_last, begin = begin, begin + 1
    return (begin, cue_last) if begin <= scene.right else (-1, cue_last)


def cited_medium(scene: Scene) -> Draft | None:
    """ "Dilansir dari Kompas, …", "Mengutip National Geographic, …": where nobody else speaks in the sentence, the medium does."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    first = scene.first + laid.lang.classes["discourse"].length(lower, scene.first)
    while first < scene.right and (laid.tokens.words[first] in ",\n" or lower[first] in sets["cited_like"] - sets["relative"]):
        first += 1
    if laid.lang.code != "id" or first >= scene.right or (lower[first] not in sets["cited"] and lower[first] not in sets["citing"]):
        return None
    begin = first + 1
    while begin < scene.right and lower[begin] in sets["cited_by"]:
        begin += 1
    outlet = outlet_at(laid, begin, credited=True)
    commas = [i for i in range(outlet[1] + 1, scene.right) if laid.tokens.words[i] == ","] if outlet else []
    if outlet is None or not commas:
        return None
    dated = commas[0] == outlet[1] + 1 and lower[commas[0] + 1] in sets["time_words"] and len(commas) > 1
    comma = commas[1] if dated else commas[0]
    stretch = content_stretch(laid, comma + 1, clause_end(laid, comma + 1, scene.last, []))
    medium = Party(*laid.span(*outlet), form="institution", head=outlet[0])
    return Draft([medium], laid.span(first, first), [stretch], CITED, "citing", scene.number, first) if stretch else None


def _attributes_nothing(scene: Scene, hit: Hit) -> bool:
    """ "merujuknya ke rumah sakit", "dengan sepengetahuan camat"."""
    laid = scene.laid
    word, sets = laid.tokens.lower[hit.first], laid.lang.singles
    if hit.form.enclitic and word.removesuffix(laid.lang.enclitic or " ") in sets["based_on"]:
        return True
    return word in sets["by_knowledge"] and hit.first > scene.first and laid.tokens.word(hit.first - 1)


def _word_of_somebody(scene: Scene, i: int) -> bool:
    """Whether what is gone by is a word or evidence ("berdasarkan data …"), not a measure ("berdasarkan usia")."""
    lower, lang = scene.laid.tokens.lower, scene.laid.lang
    word = lower[i + 1] if lower[i] in lang.singles["determiners"] and i < scene.right else lower[i]
    return any(word in lang.singles[name] for name in ("evidence", "according_nouns", "based_nouns")) or word in lang.nouns


def _holder(scene: Scene, begin: int) -> tuple[list[Party], int]:
    """Whose word it is. Written evidence speaks with all that stands up to the comma ("data rumah sakit yang dihimpun X").

    A report that cites somebody is its medium's ("laporan Y yang mengutip dua pejabat").
    """
    laid = scene.laid
    words, lower = laid.tokens.words, laid.tokens.lower
    if lower[begin] in laid.lang.singles["evidence"] and laid.lang.code == "id":
        end = begin
        while end < scene.right and words[end + 1] not in ",.;:" and laid.quote_of[end + 1] < 0:
            end += 1
        if any(lower[i] in laid.lang.singles["citing"] for i in range(begin + 2, end + 1)):
            return subject_after(laid, begin + 1, scene.right)
        return [Party(*laid.span(begin, end), form="phrase", head=begin)], end
    return subject_after(laid, begin, scene.right)


def _opens(scene: Scene, hit: Hit) -> bool:
    """Whether the attribution opens its sentence, or its clause behind a semicolon ("…; menurut polisi 55 kios rusak")."""
    laid = scene.laid
    if hit.first > scene.first and laid.tokens.words[hit.first - 1] == ";":
        return True
    return not any(laid.tokens.word(i) for i in range(scene.first, hit.first)) or _only_lead(scene, hit.first)


def _counted(scene: Scene, hit: Hit, begin: int, end: int) -> int:
    """The figure in the holder's phrase that opens what is said ("Menurut warga | 40 kios rusak"), 0 where none does.

    Not where the phrase ends in a comma ("Menurut warga 3 desa, …").
    """
    laid = scene.laid
    if laid.lang.code != "id" or not _opens(scene, hit) or laid.tokens.words[end + 1 : end + 2] == [","]:
        return 0
    return next((i for i in range(begin + 1, end) if _counts(laid, i)), 0)


def _counts(laid: LaidOut, i: int) -> bool:
    """Whether a token is a figure before a small word, no age ("pria 40 tahun") and no number of a name ("RT 05")."""
    words, lower = laid.tokens.words, laid.tokens.lower
    if i + 1 >= len(words) or not words[i][0].isdigit() or not words[i + 1].islower():
        return False
    return words[i + 1] not in laid.lang.singles["time_words"] and lower[i - 1] not in quantity_words("id").lists["numbered"]


def _clauses(scene: Scene, hit: Hit, end: int) -> list[tuple[int, int]]:
    """What stands before the attribution and behind it."""
    laid = scene.laid
    words = laid.tokens.words
    contents = []
    opens = _opens(scene, hit)
    begin = end + 1 if _counts(laid, end + 1) else _behind(scene, hit, end, opens)
    if not opens:
        contents = said_before(scene, hit.first, scene.quote_before(hit.first))
    if begin <= scene.right and (
        opens
        or (
            words[begin - 1] == ","
            and (laid.lang.code == "id" or not complete(scene, contents) or laid.tokens.lower[begin] in laid.lang.singles["relative"])
            and not _adjunct_tail(scene, begin, contents)
        )
    ):
        later = [h for h in scene.hits if h.first > end and not _coordinated(scene, h)]
        last = clause_end(laid, begin, scene.last, later)
        if stretch := content_stretch(laid, begin, last):
            contents.append(stretch)
    return contents


def _coordinated(scene: Scene, hit: Hit) -> bool:
    """Whether an English verb goes on from one that is attributed already ("According to X, he smelled of gin and claimed …")."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    return scene.laid.lang.code == "en" and hit.form.voice == "active" and lower[hit.first - 1] in sets["coordinators"]


def _behind(scene: Scene, hit: Hit, end: int, opens: bool) -> int:
    """First token of the clause behind the attribution: over a relative clause or an adjunct up to its comma."""
    laid = scene.laid
    words = laid.tokens.words
    i = end + 1
    if i > scene.right:
        return i
    if words[i] == ",":
        if opens and (behind := _over_relative(scene, i + 1)):
            return behind
        return _over_relay(scene, _over_insertion(scene, i + 1))
    if hit.form.enclitic or (opens and laid.tokens.lower[hit.last + 1] in laid.lang.pronouns["singular"]):
        return i
    for j in range(i, min(i + 14, scene.right) + 1):
        if words[j] == ",":
            return _over_relay(scene, _over_insertion(scene, j + 1))
    return i if opens else scene.right + 1


def _over_relative(scene: Scene, i: int) -> int:
    """ "According to Orr, who runs the inn, …", "Menurut harian X, mengutip dua polisi, …": behind the comma that ends it, else 0.

    Not "Menurut Hasan, yang rusak adalah pompa, …", where the relative is the subject.
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if i >= scene.right or (lower[i] not in sets["relative"] and lower[i] not in sets["citing"]) or lower[i] in sets["pointers"]:
        return 0
    comma = next((k for k in range(i + 1, scene.right) if laid.tokens.words[k] == "," and laid.quote_of[k] < 0), 0)
    if not comma or lower[comma + 1] in sets["coordinators"] or lower[comma + 1] in sets["negators"]:
        return 0
    headless = laid.lang.code == "id" and any(lower[k] in sets["finite"] for k in range(i + 2, comma))
    return 0 if headless else comma + 1


def _over_insertion(scene: Scene, i: int) -> int:
    """ "According to one aide, however, she …": behind a lead-in between commas."""
    laid = scene.laid
    size = laid.lang.classes["discourse"].length(laid.tokens.lower, i)
    return i + size + 1 if size and i + size < scene.right and laid.tokens.words[i + size] == "," else i


def _over_relay(scene: Scene, i: int) -> int:
    """ "According to two diplomats, Reuters reported earlier, the drone …": over an inserted report, to the clause."""
    laid = scene.laid
    hit = next((h for h in scene.hits if i < h.first <= i + 4 and h.form.voice == "active"), None)
    if hit is None:
        return i
    for j in range(hit.last + 1, min(hit.last + 4, scene.right) + 1):
        if laid.tokens.words[j] == ",":
            return j + 1
    return i


def _only_lead(scene: Scene, token: int) -> bool:
    """Whether only a connective or dateline stands before ("Namun, menurut X, …")."""
    laid = scene.laid
    size = laid.lang.classes["discourse"].length(laid.tokens.lower, scene.first)
    i = scene.first + size
    while i < token and laid.tokens.words[i] in ",\n":
        i += 1
    return size > 0 and i >= token


def _adjunct_tail(scene: Scene, begin: int, contents: list[tuple[int, int]]) -> bool:
    """Whether what follows only says when or where it was said."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    return bool(contents) and lower[begin] in sets["time_words"]
