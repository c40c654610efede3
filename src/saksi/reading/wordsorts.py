"""Word sorts: what a word can be inside a name or a role, by the lists of the language and the world.

One letter a sort: R role head, K rank, H honorific, O institution head, o word of institutions' names, r word that goes
on with a role, P place or state, A acronym, C other capitalised word, N body of people, D determiner, d figure, x other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from saksi.limits import WORD_LETTERS, WORDS_REMEMBERED
from saksi.reading.laid_out import LaidOut
from saksi.reading.language import Language, language
from saksi.words.forenames import forenames
from saksi.words.places import places

SHORT_RANK: Final = 2
"""Letters of a branch of service that counts in capitals only ("Jenderal AL", not "Al Jazeera")."""


def sort_of(laid: LaidOut, i: int) -> str:
    """The sort of token `i`; a role head wins over the other lists."""
    title = laid.titles.get(i)
    if title is not None:
        return title
    word = laid.tokens.words[i]
    if word[0].isupper() and _named_so(laid, i, word):
        return "C"
    plain_sort = _remembered_sort if len(word) <= WORD_LETTERS else _sort
    known = plain_sort(laid.lang.code, word, i in laid.forms, word in laid.local_places)
    if known == "H":
        if _in_name(laid, i):
            return "C"
        return "R" if _kin_of_role(laid, i) else "H"
    return "C" if known == "o" and _surname(laid, i) else known


def _named_so(laid: LaidOut, i: int, word: str) -> bool:
    """Whether a capitalised word that the lists know as something else is part of a name here, by what stands beside it."""
    if laid.tokens.lower[i] in laid.lang.singles["roles_in_names"] and (_behind_given(laid, i) or _agung(laid, i)):
        return True
    return (word in _NAMES_BESIDE and _beside_names(laid, i)) or (word == _NAME_BEFORE and _name_follows(laid, i))


_NAMES_BESIDE: Final = frozenset({"Lalu", "Ni", "Hari"})
_NAME_BEFORE: Final = "Imam"
"""A role and a given name: the name where another name follows ("Imam Basri", not "Imam Besar")."""
"""Given names that are closed words elsewhere: they are names between capitals only ("Ketua Forum Nelayan Lalu Wirya")."""


def _beside_names(laid: LaidOut, i: int) -> bool:
    tokens = laid.tokens
    return 0 < i < len(tokens) - 1 and tokens.capital(i + 1) and (tokens.capital(i - 1) or tokens.lower[i - 1] in laid.lang.cues)


def _behind_given(laid: LaidOut, i: int) -> bool:
    """Whether a given name or initial stands right before ("Ann Baker", "Surya Putra")."""
    before = laid.tokens.words[i - 1] if i else ""
    return (
        before in forenames() or (len(before) == 1 and before.isupper()) or (before == "." and i > 1 and len(laid.tokens.words[i - 2]) == 1)
    )


def _in_name(laid: LaidOut, i: int) -> bool:
    """ "Fitri Daeng Matta": a form of address between a given name and another name is part of the name; a learned title is none."""
    tokens = laid.tokens
    if laid.lang.code != "id" or not tokens.words[i].istitle() or tokens.lower[i] in laid.lang.singles["learned"]:
        return False
    return i > 0 and tokens.words[i - 1] in forenames() and i + 1 < len(tokens) and tokens.capital(i + 1)


def _surname(laid: LaidOut, i: int) -> bool:
    """A word of institutions' names that closes a person's ("Juliari Batubara mengatakan")."""
    tokens = laid.tokens
    return _behind_given(laid, i) and (i + 1 == len(tokens) or not tokens.capital(i + 1)) and laid.lang.code == "id"


def _agung(laid: LaidOut, i: int) -> bool:
    """Agung as a given name, where no court or prosecution is meant ("Kementerian Pertanian Agung Wibowo")."""
    tokens = laid.tokens
    if tokens.words[i] != "Agung" or not 0 < i < len(tokens) - 1 or not tokens.capital(i + 1):
        return False
    return laid.lang.code == "id" and tokens.lower[i - 1] not in laid.lang.singles["supreme"]


def _name_follows(laid: LaidOut, i: int) -> bool:
    return laid.lang.code == "id" and i + 1 < len(laid.tokens) and laid.tokens.capital(i + 1) and sort_of(laid, i + 1) == "C"


def _kin_of_role(laid: LaidOut, i: int) -> bool:
    """ "Ibu korban", "ibu tiga anak": a form of address that a lower-case word follows is kin."""
    tokens = laid.tokens
    return i + 1 < len(tokens) and tokens.words[i + 1][0].islower() and tokens.lower[i] in laid.lang.singles["role_heads"]


def state_at(laid: LaidOut, i: int) -> bool:
    """Whether a state or a body of states is named here, not a place below it."""
    last = laid.forms.get(i)
    return last is not None and laid.tokens.slice(i, last) not in places().names


def _sort(code: str, word: str, form: bool, local: bool) -> str:
    """The sort of a word by itself; `form` where it is part of a known state or body, `local` where the text uses it as a place."""
    if not word[0].isalnum():
        return "."
    lang = language(code)
    lower = word.lower()
    sets = lang.singles
    if word[0].isdigit():
        return "d"
    if lower in lang.closed:
        return "P" if word.isupper() and len(word) > 1 and form else "x"
    if lower in sets["honorifics"] and (not word.isupper() or lower in sets["shouted_honorifics"]):
        return "H"
    if lower in sets["role_heads"] or lower in sets["role_prefixes"] or _held_by(lang, lower) in sets["role_heads"]:
        return "R"
    if lower in sets["ranks"] or (lower in sets["rank_words"] and (word.isupper() or len(word) > SHORT_RANK)):
        return "K"
    capital = word[0].isupper()
    head = any(lower in sets[name] for name in ("institution_heads", "short_forms", "establishments"))
    head = head or (word.isupper() and lower in sets["acronyms"])
    if capital and (form or (local and not head and lower not in sets["institution_words"])):
        return "P"
    if capital and head:
        return "O"
    if lower in sets["collectives"]:
        return "N"
    if lower in sets["role_words"]:
        return "r"
    if lower in sets["determiners"]:
        return "D"
    if lower.endswith(lang.affixes["compound_endings"]):
        return "x"
    return _capital_sort(lang, word, lower) if capital else _small_sort(lang, word)


def _small_sort(lang: Language, word: str) -> str:
    """The sort of a lower-case word that no list knows: other, but for a name with its particle ("al-Warfalli")."""
    particle, _, rest = word.partition("-")
    return "C" if rest[:1].isupper() and particle in lang.singles["name_particles"] else "x"


def _capital_sort(lang: Language, word: str, lower: str) -> str:
    """The sort of a capitalised word that no list knows as a role, head or place."""
    if any(letter.isdigit() for letter in word):
        return "o"
    if word not in forenames() and (lower in lang.singles["institution_words"] or lang.noun_shaped(lower)):
        return "o"
    return "A" if len(word) > 1 and word.isupper() else "C"


def _held_by(lang: Language, lower: str) -> str:
    """A word without the enclitic that says whose it is ("ketuanya")."""
    enclitic = lang.enclitic
    return lower.removesuffix(enclitic) if enclitic else lower


_remembered_sort = lru_cache(maxsize=WORDS_REMEMBERED)(_sort)
