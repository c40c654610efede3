"""Subjects: the noun phrase before a verb of speech, and the one behind an inverted verb."""

from __future__ import annotations

from dataclasses import dataclass, field

from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party, Stretch, describe
from saksi.reading.wordsorts import sort_of

DASHES = frozenset("-–—")
STOPS = frozenset(";:") | DASHES
MOST_PARTS = 6
"""Appositions and adjuncts between a subject and its verb; a longer chain is a list, not a subject."""


@dataclass(slots=True)
class Subject:
    """The parties, where their phrase begins, and what stood between them and the verb.

    `shared` where the verb is coordinated with an earlier one and takes its subject ("… dan menambahkan").
    `negation` is the first token of a negation before the verb, -1 without one. `passed` marks adjuncts as stretches.
    `infinitive` where the verb only says what for ("untuk membenarkan"), `deferred` where the subject comes only with
    the next verb ("Kendati mengakui tidak mendengar, Mukijo menyebut").
    """

    parties: list[Party] = field(default_factory=list)
    first: int = -1
    shared: bool = False
    negation: int = -1
    auxiliary: int = -1
    passed: list[Stretch] = field(default_factory=list)
    relative: bool = False
    infinitive: bool = False
    deferred: bool = False


def subject_before(laid: LaidOut, verb: int, left: int) -> Subject:
    """The subject of the verb that begins at token `verb`, no further left than token `left`."""
    subject = Subject()
    j = _skip_adverbs(laid, verb - 1, left, subject)
    if j < left:
        return subject
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[j] in sets["coordinators"] or lower[j] == "," and _after_coordination(laid, j, left):
        subject.shared = True
        return subject
    if lower[j] in sets["while"]:
        subject.deferred = True
        return subject
    if lower[j] in sets["prepositions"]:
        subject.infinitive = True
        return subject
    if lower[j] in sets["relative"]:
        subject.relative = True
        j -= 1
        while j >= left and laid.tokens.words[j] in (",", "\n"):
            j -= 1
    parts = _parts(laid, j, left, verb)
    if not parts:
        return subject
    _choose(laid, parts, subject)
    return subject


def _after_coordination(laid: LaidOut, comma: int, left: int) -> bool:
    """", lalu menegaskan": the coordinator itself was passed as an adverb."""
    return comma + 1 < len(laid.tokens) and laid.tokens.lower[comma + 1] in laid.lang.singles["coordinators"]


def _skip_adverbs(laid: LaidOut, j: int, left: int, subject: Subject) -> int:
    """Leftward over adverbs, auxiliaries, negations, a bracket and a phrase of time."""
    lower, words, lang = laid.tokens.lower, laid.tokens.words, laid.lang
    sets = lang.singles
    while j >= left:
        word = lower[j]
        if word in sets["negators"]:
            subject.negation = j
            j -= 1
        elif word in sets["adverbs"] and not (word in sets["coordinators"] and j > left and words[j - 1] != ","):
            if subject.negation == j + 1 or word in ("has", "have", "had", "did", "does", "do", "is", "was", "are", "were", "be", "been"):
                subject.auxiliary = j
            j -= 1
        elif size := lang.classes["adverbs"].length_before(lower, j):
            j -= size
        elif words[j] == "\n":
            j -= 1
        elif words[j] == ")" and (opening := _bracket(laid, j, left)) >= 0 and words[opening + 1][0].isdigit():
            j = opening - 1
        elif time := _time_before(laid, j, left):
            subject.passed.append((time, j))
            j = time - 1
        else:
            break
    return j


def _bracket(laid: LaidOut, closing: int, left: int) -> int:
    """Token of the bracket that `closing` closes, -1 where there is none within 12 tokens."""
    for j in range(closing - 1, max(left, closing - 12) - 1, -1):
        if laid.tokens.words[j] == "(":
            return j
    return -1


def _time_before(laid: LaidOut, j: int, left: int) -> int:
    """First token of a phrase of time that ends at `j` ("pada Jumat (24/3)", "on Tuesday"), 0 without one."""
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    i = j
    seen = False
    while i >= left and (lower[i] in sets["time_words"] or seen and words[i][0].isdigit() or words[i] in "()/" and seen):
        seen = True
        i -= 1
    if not seen:
        return 0
    if i >= left and lower[i] in sets["prepositions"] and lower[i] in sets["adverbial_openers"]:
        return i
    return i + 1 if i + 1 > left and not (laid.lang.code == "id" and i >= left and words[i][0].islower() and words[i + 1][0].islower()) else 0


def _parts(laid: LaidOut, j: int, left: int, verb: int) -> list[Stretch]:
    """The stretches between commas from `j` leftward to the start of the clause, nearest first; (k, k-1) is empty."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    parts: list[Stretch] = []
    end = j
    i = j
    while i >= left and len(parts) < MOST_PARTS:
        word = words[i]
        if word == ")" and (opening := _bracket(laid, i, left)) >= 0:
            i = opening - 1
            continue
        if laid.quote_of[i] >= 0:
            opening = laid.quote_of[i]
            if opening < left or not _part_of_name(laid, opening, verb):
                parts.append((i + 1, end))
                return parts
            i = opening - 1
            continue
        if word == "," or word in DASHES and (i == 0 or laid.tokens.ends[i - 1] != laid.tokens.starts[i]):
            parts.append((i + 1, end))
            end = i - 1
            if word != ",":
                return parts
        elif word in ";:" or word == "\n\n":
            parts.append((i + 1, end))
            return parts
        elif lower[i] in sets["complementizers"] and not (parts == [] and lower[i] in sets["relative"] and laid.lang.code == "en" and i + 1 <= end and _noun_before(laid, i, left)):
            parts.append((i + 1, end))
            return parts
        elif lower[i] in sets["but"] or (not parts and lower[i] in sets["while"] | sets["because"] and end - i >= 1):
            parts.append((i + 1, end))
            return parts
        i -= 1
    parts.append((i + 1, end))
    return parts


def _part_of_name(laid: LaidOut, opening: int, verb: int) -> bool:
    """Whether a short quote belongs to the phrase ("the \"Creek Lions\" claimed"), not to what was said before it."""
    words, closing = laid.tokens.words, laid.closing[laid.quote_of[opening]]
    if closing - opening > 6 or opening == 0 or not laid.tokens.word(opening - 1):
        return False
    return words[closing - 1] not in ",.?!" or closing == verb - 1


def _noun_before(laid: LaidOut, i: int, left: int) -> bool:
    return i > left and laid.tokens.word(i - 1) and laid.lang.cue_at(laid.tokens.lower, i - 1) is None


def _choose(laid: LaidOut, parts: list[Stretch], subject: Subject) -> None:
    """Which of the parts name the subject: the nearest noun phrase with its appositions, adjuncts left out."""
    nearest = parts[0]
    group: list[Stretch] = []
    start = 0
    if nearest[0] <= nearest[1]:
        if _is_adjunct(laid, nearest) and len(parts) > 1 and not _has_inner_subject(laid, nearest):
            subject.passed.append(nearest)
            start = 1
        else:
            core = _core(laid, nearest, subject)
            if core is None:
                return
            group, start = [core], 1
            if laid.tokens.lower[nearest[0]] in laid.lang.singles["coordinators"] and len(parts) > 1:
                _joint_list(laid, parts, core, subject)
                return
            if not _joins_role(laid, parts, core):
                _finish(laid, group, subject)
                return
    else:
        start = 1
    adjunct_since = False
    for part in parts[start:]:
        if part[0] > part[1]:
            continue
        if _is_opening_adverbial(laid, part):
            break
        if _is_adjunct(laid, part):
            subject.passed.append(part)
            adjunct_since = True
            continue
        if _has_finite(laid, part):
            break
        core = _core(laid, part, subject)
        if core is None:
            break
        if adjunct_since:
            group, adjunct_since = [core], False
        else:
            group.insert(0, core)
    _finish(laid, group, subject)


def _finish(laid: LaidOut, group: list[Stretch], subject: Subject) -> None:
    if not group:
        return
    subject.first = group[0][0]
    if len(group) == 1:
        subject.parties = joint(laid, group[0])
        return
    party = describe(laid, group)
    subject.parties = [party] if party is not None else []


def _joins_role(laid: LaidOut, parts: list[Stretch], core: Stretch) -> bool:
    """"Juru bicara Kremlin, Dmitry Peskov mengatakan": a bare name whose role stands before the comma."""
    if len(parts) < 2 or parts[1][0] > parts[1][1] or any(sort_of(laid, i) not in "CA." for i in range(core[0], core[1] + 1)):
        return False
    first, last = parts[1]
    if _is_adjunct(laid, parts[1]) or _has_finite(laid, parts[1]) or laid.tokens.lower[first] in laid.lang.singles["time_words"]:
        return False
    return any(sort_of(laid, i) in "RK" for i in range(first, min(first + 3, last + 1)))


def _joint_list(laid: LaidOut, parts: list[Stretch], core: Stretch, subject: Subject) -> None:
    """"Andi, Budi, dan Cici mengatakan"."""
    group = [core]
    for part in parts[1:]:
        if part[0] > part[1] or _is_adjunct(laid, part) or _has_finite(laid, part):
            break
        group.insert(0, part)
    subject.first = group[0][0]
    subject.parties = [party for part in group if (party := describe(laid, [part])) is not None]


def joint(laid: LaidOut, part: Stretch) -> list[Party]:
    """The parties of one phrase: "Armenia dan Azerbaijan" are two, "Kamar Dagang dan Industri" is one."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(part[0] + 1, part[1]):
        if lower[i] in sets["coordinators"] and _both_named(laid, part, i):
            return [*joint(laid, (part[0], i - 1)), *joint(laid, (i + 1, part[1]))]
    party = describe(laid, [part])
    return [party] if party is not None else []


def _both_named(laid: LaidOut, part: Stretch, i: int) -> bool:
    """Whether names, states or institutions stand on both sides of the coordinator."""
    forms = laid.forms
    left_known = forms.get(part[0]) == i - 1
    right_known = i + 1 in forms and forms[i + 1] == part[1]
    if left_known or right_known:
        return laid.tokens.capital(part[0]) and laid.tokens.capital(i + 1)
    left = [sort_of(laid, j) for j in range(part[0], i)]
    right = [sort_of(laid, j) for j in range(i + 1, part[1] + 1)]
    if all(s in "CH." for s in left) and all(s in "CH." for s in right):
        return True
    return left[0] in "RK" and right[0] in "RK" and left[-1] == "C" and right[-1] == "C"


def _is_adjunct(laid: LaidOut, part: Stretch) -> bool:
    """A stretch that says when, where, how or which: it opens with a preposition, a relative or a word of time."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    word = lower[part[0]]
    if word in sets["adverbial_openers"] or word in sets["relative"] or word in sets["because"]:
        return True
    if word in sets["prepositions"]:
        return True
    if word in sets["time_words"] or word[0].isdigit() and part[1] - part[0] < 3:
        return not any(laid.tokens.capital(i) and lower[i] not in sets["time_words"] for i in range(part[0], part[1] + 1))
    if laid.lang.code == "en" and word.endswith(("ing", "ed")) and laid.tokens.words[part[0]].islower() and part[1] > part[0]:
        return True
    return laid.lang.classes["relay_links"].length(lower, part[0]) > 0 or laid.lang.classes["relay_verbs"].length(lower, part[0]) > 0


def _has_inner_subject(laid: LaidOut, part: Stretch) -> bool:
    """"On Tuesday the ministry", "Dalam rapat itu Presiden": an adverbial without a comma, and the subject behind it."""
    return _core_behind_adverbial(laid, part) is not None


def _core_behind_adverbial(laid: LaidOut, part: Stretch) -> Stretch | None:
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(part[0] + 1, part[1] + 1):
        if lower[i] in laid.lang.pronouns["singular"] or lower[i] in laid.lang.pronouns["side"] and laid.lang.code == "id":
            return (i, part[1]) if i == part[1] else None
        if laid.lang.code == "en" and lower[i] in sets["determiners"] and lower[i - 1] not in sets["prepositions"] and i > part[0] + 1:
            return (i, part[1])
        if laid.lang.code == "en" and lower[i - 1] in sets["time_words"] and lower[i] not in sets["time_words"] and laid.tokens.word(i):
            return (i, part[1])
        if laid.lang.code == "id" and lower[i - 1] in sets["definite"] and (laid.tokens.capital(i) or sort_of(laid, i) in "RN"):
            return (i, part[1])
    return None


def _is_opening_adverbial(laid: LaidOut, part: Stretch) -> bool:
    """"Namun", "Sehari sebelumnya", "In addition": what only leads into the sentence."""
    lower, lang = laid.tokens.lower, laid.lang
    size = lang.classes["discourse"].length(lower, part[0])
    return size == part[1] - part[0] + 1 or all(lower[i] in lang.singles["time_words"] for i in range(part[0], part[1] + 1))


def _has_finite(laid: LaidOut, part: Stretch) -> bool:
    """Whether a stretch is a clause of its own, not a noun phrase: a finite verb outside a relative clause."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(part[0], part[1] + 1):
        word = lower[i]
        if word in sets["relative"]:
            return False
        if word in sets["finite"] and word not in ("'s", "’s") or verb_like(laid, i) or i > part[0] and past_like(laid, i):
            return True
    return False


def past_like(laid: LaidOut, i: int) -> bool:
    """Whether an English word looks like a past tense: -ed, in lower case, not behind an article."""
    word = laid.tokens.words[i]
    if laid.lang.code != "en" or not word.endswith("ed") or len(word) < 5 or not word[0].islower():
        return False
    return i == 0 or laid.tokens.lower[i - 1] not in laid.lang.singles["determiners"]


ID_VERB_PREFIXES = ("mem", "men", "meng", "meny", "mel", "mer", "ber", "ter", "di")
ID_NOUNS_LIKE_VERBS = frozenset(
    "menteri mental mentor mensesneg menko menlu menhan mendag mentan menkeu menkes mendagri mensos mercusuar merek merdeka merpati "
    "berita bersama berkas beras berbagai bertha bernama terminal terorisme teroris terapi teritori ternak terhadap tersebut terkait "
    "terakhir terlalu terus tersangka terdakwa terpidana termasuk dinas direktur direktorat direksi divisi diplomat distrik diskusi "
    "dirinya diri digital dirjen dirut dini dimensi dinding diri disiplin diskon dikenal medan media medis melalui menurut mengenai "
    "member menara menit mesin menantu mertua merah melayu meski menpora berikut berapa beredar bernilai besar terbaru tertulis "
    "tertinggi terbesar terbuka berwenang bersenjata bertugas bersangkutan terpisah tertentu ditjen".split()
)
"""Common words that look like verbs by their first letters; a list of the language."""


def verb_like(laid: LaidOut, i: int) -> bool:
    """Whether a lower-case Indonesian word looks like a verb by its prefix, or a word is a verb of speech."""
    word = laid.tokens.words[i]
    if laid.lang.code != "id" or not word[0].islower():
        return False
    return len(word) > 5 and word.startswith(ID_VERB_PREFIXES) and word not in ID_NOUNS_LIKE_VERBS


def _core(laid: LaidOut, part: Stretch, subject: Subject) -> Stretch | None:
    """The noun phrase of a part: without a lead-in before it and without adverbials or a relative clause behind it."""
    lower, words, lang = laid.tokens.lower, laid.tokens.words, laid.lang
    first, last = part
    while first <= last:
        size = lang.classes["discourse"].length(lower, first)
        if size and first + size <= last:
            first += size
        elif words[first] in ",\n\"“”" or lower[first] in lang.singles["coordinators"] or lower[first] in lang.singles["complementizers"]:
            first += 1
        else:
            break
    if first > last:
        return None
    if _is_adjunct(laid, (first, last)):
        behind = _core_behind_adverbial(laid, (first, last))
        if behind is None:
            return None
        first = behind[0]
    first = _behind_clause(laid, first, last)
    end = _phrase_end(laid, first, last)
    if end < last:
        subject.passed.append((end + 1, last))
    return (first, end)


def _behind_clause(laid: LaidOut, first: int, last: int) -> int:
    """Where a coordinated clause precedes without a comma ("… pasukan dan Bupati"), the phrase behind the coordinator."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(last - 1, first, -1):
        if lower[i] in sets["coordinators"] and any(verb_like(laid, j) or lower[j] in sets["finite"] for j in range(first, i)):
            return i + 1
    return first


def _phrase_end(laid: LaidOut, first: int, last: int) -> int:
    """Last token of the noun phrase: before a relative clause or an adverbial, which keep "di Nairobi", "of Masinloc"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(first + 1, last + 1):
        word = lower[i]
        if word in sets["relative"]:
            return i - 1
        if word in sets["inner_prepositions"]:
            continue
        if word in sets["adverbial_openers"] or laid.lang.code == "en" and (word in sets["prepositions"] or _participle(laid, i)):
            return i - 1
    return last


def _participle(laid: LaidOut, i: int) -> bool:
    """"Militants calling themselves …", "diplomats briefed on …": where a reduced relative begins."""
    word = laid.tokens.words[i]
    return word[0].islower() and len(word) > 5 and (word.endswith("ing") or past_like(laid, i)) and laid.tokens.word(i - 1) and laid.tokens.lower[i - 1] not in laid.lang.singles["determiners"]


def subject_after(laid: LaidOut, begin: int, right: int) -> tuple[list[Party], int]:
    """The parties named behind an inverted verb, from token `begin` up to `right`, and the last token of their phrase.

    "kata Kepala Dusun Nglahar, Kelurahan Sumbersari, Wahyu" goes on over commas until the name is found;
    behind a name, appositions give its roles ("said Ann Lee, the head of …").
    """
    words, lower = laid.tokens.words, laid.tokens.lower
    end = _run_end(laid, begin, right)
    if end < begin:
        return [], begin - 1
    parties = joint(laid, (begin, end))
    if not parties:
        return [], begin - 1
    if len(parties) > 1:
        return parties, end
    parts, last = [(begin, end)], end
    while last + 2 <= right and words[last + 1] == "," and len(parts) < MOST_PARTS:
        nxt_end = _run_end(laid, last + 2, right)
        if nxt_end < last + 2:
            break
        part = (last + 2, nxt_end)
        if not _apposes(laid, parts, parties[0], part, right):
            break
        parts.append(part)
        last = nxt_end
        party = describe(laid, parts)
        if party is not None:
            parties = [party]
    if lower[last + 1 : last + 2] and last + 1 <= right and words[last + 1] == "(":
        closing = next((k for k in range(last + 1, min(right, last + 12) + 1) if words[k] == ")"), last)
        last = closing
    return parties, last


def _apposes(laid: LaidOut, parts: list[Stretch], party: Party, part: Stretch, right: int) -> bool:
    """Whether the part behind a comma belongs to the phrase: a role behind a name, or what still leads to the name."""
    lower, lang = laid.tokens.lower, laid.lang
    first, last = part
    if _is_adjunct(laid, part) or lower[first] in lang.singles["coordinators"] or lower[first] in lang.singles["but"]:
        return False
    if lang.classes["discourse"].length(lower, first) or lower[first] in lang.pronouns["singular"] or lower[first] in lang.pronouns["plural"]:
        return False
    closed = last == right or laid.tokens.words[last + 1] in ",.;)" or lower[last + 1] in lang.singles["prepositions"] | lang.singles["relative"]
    if not closed or _has_finite(laid, part):
        return False
    if party.form == "name":
        return _is_role(laid, part)
    return laid.tokens.capital(first) or sort_of(laid, first) in "RKHON"


def _is_role(laid: LaidOut, part: Stretch) -> bool:
    """"a fisherman", "the head of …", "operations director", "ayah korban", "seorang sopir truk"."""
    first, last = part
    if sort_of(laid, first) in "RK":
        return True
    near = range(first + 1, min(first + 4, last + 1))
    return sort_of(laid, first) in "DrN" and any(sort_of(laid, i) in "RK" for i in near)


def _run_end(laid: LaidOut, begin: int, right: int) -> int:
    """Last token of the phrase that begins at `begin`: up to a mark, an adverbial, a relative or a verb."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    i = begin
    while i <= right:
        word = words[i]
        if word == "(" and i > begin:
            closing = next((k for k in range(i, min(right, i + 12) + 1) if words[k] == ")"), -1)
            if closing < 0 or closing == right or not (laid.tokens.capital(closing + 1) and laid.tokens.word(closing + 1)):
                break
            i = closing + 1
            continue
        if word == "." and i > begin and i < right and len(words[i - 1]) <= 4 and laid.tokens.capital(i - 1):
            i += 1
            continue
        if not word[0].isalnum() and word not in "/&'’-" and word not in ("'s", "’s", "\n") or laid.quote_of[i] >= 0:
            break
        if i > begin and (lower[i] in sets["relative"] or lower[i] in sets["complementizers"] or lower[i] in sets["but"] or lower[i] in sets["because"] or lower[i] in sets["while"]):
            break
        if i > begin and lower[i] in sets["prepositions"] and not (lower[i] in sets["inner_prepositions"] and _inner(laid, i, right)):
            break
        if i > begin and (verb_like(laid, i) or lower[i] in sets["time_words"] and laid.tokens.capital(i) or lower[i] in sets["finite"] and lower[i] not in ("'s", "’s")):
            break
        if i > begin and (lower[i] in sets["relay_verbs"] or laid.lang.code == "en" and _participle(laid, i)):
            break
        if i > begin and lower[i] in sets["coordinators"] and i < right and not laid.tokens.capital(i + 1):
            break
        if i > begin and laid.lang.code == "id" and words[i].islower() and (lower[i] in sets["adverbs"] or lower[i].startswith("se") and lower[i] in sets["time_words"]):
            break
        if i > begin and laid.lang.code == "en" and words[i].islower() and (lower[i] in sets["time_words"] or lower[i] in sets["adverbs"]) and lower[i] not in ("'s", "’s"):
            break
        i += 1
    while i - 1 > begin and words[i - 1] in ("\n", "-", "/"):
        i -= 1
    return i - 1


def _inner(laid: LaidOut, i: int, right: int) -> bool:
    """Whether a preposition stays inside the phrase: a name or institution follows ("dari Universitas X", "of the board")."""
    if i >= right:
        return False
    nxt = i + 1
    if laid.lang.code == "en" and laid.tokens.lower[nxt] in ("the", "a", "an"):
        nxt += 1
    if nxt > right:
        return False
    if laid.lang.code == "en":
        return laid.tokens.lower[i] == "of" or laid.tokens.lower[i] in ("for", "at") and laid.tokens.capital(nxt)
    return laid.tokens.capital(nxt) and laid.tokens.lower[nxt] not in laid.lang.singles["time_words"] or laid.tokens.lower[nxt] in laid.lang.singles["institution_heads"]
