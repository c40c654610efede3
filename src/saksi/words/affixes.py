"""Affixes: the forms that a root of the cue lexicon takes, Indonesian by meN-/di-/ber-/ter-, English by inflection.

Reference: Sneddon, Indonesian: A Comprehensive Grammar (2010), 1.3-1.5 for the nasal that meN- puts before a root.
"""

from __future__ import annotations

VOWELS = "aeiou"


def nasal(root: str) -> str:
    """meN- before `root`: kata -> mengata, sebut -> menyebut, tulis -> menulis, pukul -> memukul, bom -> mengebom, adu -> mengadu."""
    first = root[0]
    if len(root) <= 3 and sum(letter in VOWELS for letter in root) == 1:
        return "menge" + root
    if first in "pf" and not root.startswith(("pe", "pre", "pro")):
        return "mem" + (root[1:] if first == "p" else root)
    if first in "pbfv":
        return "mem" + (root[1:] if root.startswith("pe") and root not in KEEPS_P else root)
    if first == "t" and not root.startswith("tr"):
        return "men" + root[1:]
    if first in "tdcjz" or root.startswith("sy"):
        return "men" + root
    if first == "s":
        return "meny" + root[1:]
    if first == "k":
        return "meng" + (root if root in KEEPS_K or root.startswith(("kh", "kl", "kr")) else root[1:])
    if first in VOWELS or first in "gh":
        return "meng" + root
    return "me" + root


KEEPS_P = frozenset({"peringat", "pertanya", "perkira"})
KEEPS_K = frozenset({"kaji", "konfirmasi"})


def indonesian(root: str, derivations: str) -> dict[str, str]:
    """Form -> voice (active, passive, bare, stem) for the derivations named, "me mekan mei di dikan dii ber ter memper bare kan i".

    What stands behind the root stays behind its forms: "jatuh sanksi" with "mekan" gives "menjatuhkan sanksi".
    """
    head, _, rest = root.partition(" ")
    tail = f" {rest}" if rest else ""
    forms: dict[str, str] = {}
    for how in derivations.split():
        form, voice = _derived(head, how)
        forms[form + tail] = voice
    return forms


def _derived(root: str, how: str) -> tuple[str, str]:
    """One form of a root, with its voice. Raises ValueError for a derivation that there is not."""
    if how in ("me", "mekan", "mei"):
        return nasal(root) + how[2:], "active"
    if how in ("di", "dikan", "dii"):
        return "di" + root + how[2:], "passive"
    if how == "ber":
        return ("be" if _drops_r(root) else "ber") + root, "active"
    if how == "ter":
        return ("te" if root.startswith("r") else "ter") + root, "passive"
    if how == "memper":
        return "memper" + root + "kan", "active"
    if how == "bare":
        return root, "bare"
    if how in ("kan", "i"):
        return root + how, "stem"
    raise ValueError(f"no derivation {how!r} (root {root!r})")


def _drops_r(root: str) -> bool:
    """Whether ber- loses its r: before an r (berunding) and before a first syllable in -er- (bekerja; not berperang, pe-rang)."""
    return root.startswith("r") or (root[1:3] == "er" and root[3:4] not in VOWELS)


def english(lemma: str, irregular: tuple[str, str] | None = None) -> dict[str, str]:
    """Form -> "finite", "base", "gerund" or "participle" of a verb; a particle ("laugh off") stays behind its verb."""
    verb, _, particle = lemma.partition(" ")
    tail = f" {particle}" if particle else ""
    forms = {verb + tail: "base", third_person(verb) + tail: "finite", gerund(verb) + tail: "gerund"}
    past, participle = irregular or (past_tense(verb) + tail, past_tense(verb) + tail)
    forms.setdefault(participle, "participle")
    forms[past] = "finite"
    if irregular is None and _two_spellings(verb):
        forms |= {f"{verb}led{tail}": "finite", f"{verb}ling{tail}": "gerund"}
    return forms


def _two_spellings(verb: str) -> bool:
    """Whether a verb doubles its l in Britain and not in America (signalled, labelled, counselled)."""
    return len(verb) > 4 and verb.endswith(("al", "el", "il")) and verb[-3] not in VOWELS and not doubles(verb)


def third_person(verb: str) -> str:
    """say -> says, deny -> denies, stress -> stresses."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def past_tense(verb: str) -> str:
    """claim -> claimed, deny -> denied, admit -> admitted, urge -> urged."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if doubles(verb) else verb) + "ed"


def gerund(verb: str) -> str:
    """say -> saying, urge -> urging, admit -> admitting, agree -> agreeing, tie -> tying."""
    if verb.endswith("ie") and len(verb) < 5:
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if doubles(verb) else verb) + "ing"


def doubles(verb: str) -> bool:
    """Whether the last consonant doubles: one vowel before it, and the stress on it (quip, beg; admit, refer)."""
    verb = verb.rpartition("-")[2]
    if verb in DOUBLED or verb in NOT_DOUBLED:
        return verb in DOUBLED
    if len(verb) < 3 or verb[-1] in VOWELS + "wxy" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return False
    return sum(letter in VOWELS for letter in verb) == 1 or verb.endswith(("mit", "fer", "cur", "pel", "nel"))


DOUBLED = frozenset(
    "abet acquit airdrop annul control deter eavesdrop equip extol forget kidnap outwit patrol quip quit rebut regret wiretap".split()
)
"""Verbs that double against the rule: the stress is on the last syllable (rebut), a u goes before the vowel (quip), or custom (kidnap)."""

NOT_DOUBLED = frozenset({"buffer", "differ", "limit", "offer", "pilfer", "proffer", "suffer", "vomit"})
"""Verbs that do not double, though they end as those do whose last syllable has the stress."""
