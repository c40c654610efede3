"""Speakers: whether a phrase can say something at all, and which of its words name who does."""

from __future__ import annotations

from saksi.reading.drafts import Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.language import CueForm
from saksi.reading.parties import Party, describe
from saksi.reading.rules.scene import Scene
from saksi.reading.wordsorts import sort_of


def plausible(laid: LaidOut, party: Party, form: CueForm) -> bool:
    """Whether such a phrase can say something: somebody, a body of people, or evidence; "fenomena itu" cannot.

    Plain English speech verbs need no proof ("the pair said"); verbs that evidence takes need evidence or a name.
    """
    if party.form != "phrase":
        return True
    tokens = laid.tokens
    words = range(tokens.at(party.start), tokens.at(party.end))
    if (form.takes == "quote" and laid.lang.code == "id") or any(tokens.lower[i] in laid.lang.singles["evidence"] for i in words):
        return True
    if form.evidence:
        return laid.lang.code == "en" and peopled(laid, party)
    if len(words) == 1 and tokens.lower[words[0]] in laid.lang.singles["determiners"]:
        return True
    if tokens.lower[words[0]] in laid.lang.singles["existing"]:
        return True
    if laid.lang.code == "en" and form.act == "inform" and form.takes in ("clause", "phrase", "marked"):
        return True
    return peopled(laid, party)


def peopled(laid: LaidOut, party: Party) -> bool:
    """Whether a word of a phrase is a role, a name, a body of people or a person."""
    tokens = laid.tokens
    words = range(tokens.at(party.start), tokens.at(party.end))
    return any(
        (sort_of(laid, i) in "RKNHOAPC" and not common_head(laid, i, words))
        or tokens.lower[i] in laid.lang.singles["personal"]
        or tokens.lower[i] in laid.lang.singles["media_nouns"]
        or (laid.lang.code == "en" and tokens.lower[i] in laid.lang.singles["institution_heads"])
        or (laid.lang.code == "en" and tokens.lower[i] in laid.lang.singles["companies"])
        or tokens.lower[i].endswith(laid.lang.affixes["people_endings"])
        for i in words
    )


def evident(laid: LaidOut, party: Party) -> bool:
    """Whether a phrase is written or measured evidence ("three polls", "the leaked memo")."""
    words = range(laid.tokens.at(party.start), laid.tokens.at(party.end))
    return (party.form == "phrase" or len(words) == 1) and any(laid.tokens.lower[i] in laid.lang.singles["evidence"] for i in words)


def common_head(laid: LaidOut, i: int, words: range) -> bool:
    """Whether an Indonesian word has its capital only from the sentence's start: "Upaya ini", not "Pegiat ini", "Warga ini"."""
    if laid.lang.code != "id" or i != words[0] or len(words) == 1 or not laid.tokens.words[i + 1].islower() or sort_of(laid, i) != "C":
        return False
    opens = i == 0 or not (laid.tokens.word(i - 1) or laid.tokens.words[i - 1] == ",")
    person = laid.tokens.lower[i].startswith("pe") and not laid.tokens.lower[i].endswith("an")
    return opens and not person and laid.tokens.lower[i] not in laid.lang.singles["documents"]


def headed_by_somebody(laid: LaidOut, party: Party) -> bool:
    """Whether the first word of an Indonesian phrase is a person, a body of people or a number of them, or it is a name."""
    if party.form != "phrase":
        return True
    head = laid.tokens.at(party.start)
    return sort_of(laid, head) in "RKHND" or laid.tokens.lower[head] in laid.lang.singles["personal"]


def somebody(laid: LaidOut, party: Party, form: CueForm) -> bool:
    """Whether a speaker begins right behind an Indonesian root without a quote before it ("tutup usia", "jelas terlihat" do not)."""
    if party.form != "phrase":
        return True
    return laid.tokens.capital(laid.tokens.at(party.start)) or (headed_by_somebody(laid, party) and plausible(laid, party, form))


def whole_evidence(laid: LaidOut, parties: list[Party], first: int) -> list[Party]:
    """The evidence that speaks, not the name that stands in it: "Salinan KTP atas nama Hasan menunjukkan …"; Indonesian."""
    if laid.lang.code != "id" or first < 0 or len(parties) != 1 or laid.tokens.lower[first] not in laid.lang.singles["evidence"]:
        return parties
    return [Party(laid.tokens.starts[first], parties[0].end, form="phrase", head=first)]


def names_before(scene: Scene, verb: int) -> bool:
    """Whether the quotation right before a verb only names the subject ('Kelompok "Laskar Padi" menuntut …'): no stop, words before it."""
    words = scene.laid.tokens.words
    quote = scene.quote_before(verb)
    if quote <= scene.first or words[verb - 1] == "," or not scene.laid.tokens.word(quote - 1):
        return False
    return words[scene.laid.closing[quote] - 1] not in ",.?!…"


def finds_a_thing(scene: Scene, hit: Hit, party: Party) -> bool:
    """ "Cole found nine sheep dead": a person finds that something is so only behind that; "ia menunjukkan foto" is an act."""
    behind = scene.laid.tokens.lower[hit.last + 1 : hit.last + 2]
    if hit.last + 2 in scene.laid.closing:
        return False
    if scene.laid.lang.code == "id" and hit.form.evidence and party.form == "pronoun":
        return not scene.laid.lang.singles["complementizers"].intersection(behind)
    return hit.form.named_marked and not evident(scene.laid, party) and not scene.laid.lang.singles["complementizers"].intersection(behind)


def described(laid: LaidOut, party: Party, form: CueForm) -> bool:
    """Whether a relative clause only says what is shown or who is meant: "foto yang memperlihatkan …", "someone who wanted a room".

    Not: "laporan yang menunjukkan …", "Lund, who wanted a room".
    """
    words = laid.tokens.lower[laid.tokens.at(party.start) : laid.tokens.at(party.end)]
    if form.act == "opine" and form.takes == "phrase" and laid.tokens.lower[party.head] in laid.lang.singles["anybody"]:
        return True
    common = party.form == "phrase" or len(words) == 1
    return form.evidence and common and any(word in laid.lang.singles["pictures"] for word in words)


def holder_of_word(laid: LaidOut, parties: list[Party]) -> list[Party]:
    """Whose word it is, where a relative tells what somebody's word says: "pernyataan Kepala Dinas yang menyebut …"; Indonesian."""
    if laid.lang.code != "id" or len(parties) != 1 or parties[0].form != "phrase":
        return parties
    first, last = laid.tokens.at(parties[0].start), laid.tokens.at(parties[0].end) - 1
    worded = laid.tokens.lower[first] in laid.lang.singles["according_nouns"]
    timed = first < last and laid.tokens.lower[first + 1] in laid.lang.singles["time_words"]
    if not worded or timed or first >= last or not (laid.tokens.capital(first + 1) or sort_of(laid, first + 1) in "RK"):
        return parties
    holder = describe(laid, [(first + 1, last)])
    return [holder] if holder is not None else parties
