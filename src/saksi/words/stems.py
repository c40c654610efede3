"""The stem of a word, by which a search finds its other forms: menyerang, diserang and serangan are "serang", attacked is "attack".

Indonesian by Sastrawi (Nazief and Adriani's affix stripping, enhanced; a dictionary of roots decides), with the exceptions of
`id/stems.yaml` before it; English by Snowball's English stemmer ("Porter 2", https://snowballstem.org/algorithms/english/stemmer.html).
"""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from saksi.limits import STEMS_REMEMBERED
from saksi.words.packs import load

if TYPE_CHECKING:
    from Sastrawi.Stemmer.Stemmer import Stemmer
    from snowballstemmer.english_stemmer import EnglishStemmer

_one_at_a_time = Lock()
"""Snowball's stemmer holds the word that it works on."""


@lru_cache(STEMS_REMEMBERED)
def stem(word: str, language: str | None) -> str:
    """The stem of a word in small letters; of a language without a stemmer the word itself.

    ("penyerangan", "id") gives "serang", ("denied", "en") "deni"; ("penyerangan", "en") stays as it is.
    """
    if language == "id":
        return _exceptions().get(word) or str(_indonesian().stem_word(word))
    if language == "en":
        with _one_at_a_time:
            return str(_english().stemWord(word))
    return word


@cache
def _exceptions() -> dict[str, str]:
    return {form: root for root, forms in load("id", "stems")["forms"]["words"].items() for form in (root, *forms.split())}


@cache
def _indonesian() -> Stemmer:
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
    from Sastrawi.Stemmer.Stemmer import Stemmer
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    known = load("id", "stems")
    not_roots = set(known["not_roots"]["words"])
    roots = [root for root in StemmerFactory().get_words() if root not in not_roots]
    return Stemmer(ArrayDictionary([*roots, *known["roots"]["words"]]))


@cache
def _english() -> EnglishStemmer:
    from snowballstemmer.english_stemmer import EnglishStemmer

    return EnglishStemmer()
