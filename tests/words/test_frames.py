"""The frames of events are well formed, many enough, and told apart; their words mean what an editor would say they mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

import msgspec
import pytest

from saksi.errors import WordsError
from saksi.words import frames as frames_module
from saksi.words import packs
from saksi.words.frame import Frame, FrameForm
from saksi.words.frame_index import tail_at, takes
from saksi.words.frames import cameo, frames, plover, plural, verb_forms

CATEGORIES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


def all_forms() -> Iterator[FrameForm]:
    for forms in frames("en").by_first.values():
        yield from forms


def readings(sentence: str, sector: str | None = None) -> list[FrameForm]:
    """The readings, best first, of the word behind the star; its object is what stands up to the next mark or preposition."""
    before, _, behind = sentence.partition("*")
    lower = (before + behind).lower().split()
    index = len(before.split())
    found = []
    for form in frames("en").at(lower, index):
        first = index + len(form.words)
        stop = tail_at(form, lower, index) or next((i for i in range(first, len(lower)) if lower[i] in STOPS), len(lower))
        if takes(form.frame, lower[first:stop]) and (not form.frame.sectors or sector in form.frame.sectors):
            found.append(form)
    return found


STOPS = frozenset([".", ",", "on", "from", "to", "against", "in", "with", "at", "over"])


def meant(sentence: str, sector: str | None = None, *, noun: bool = False) -> tuple[str, str | None] | None:
    """Category and mode of the best reading as a verb, or as a noun."""
    for form in readings(sentence, sector):
        if (form.voice == "noun") is noun:
            return form.frame.category, form.frame.mode
    return None


def test_the_table_has_the_sixteen_categories_with_their_quads() -> None:
    assert sorted(plover()) == sorted(CATEGORIES)
    assert Counter(str(known["quad"]) for known in plover().values()) == {
        "verbal cooperation": 4,
        "material cooperation": 3,
        "verbal conflict": 4,
        "material conflict": 5,
    }


def test_content_gives_only_modes_and_categories_that_there_are() -> None:
    for known in plover().values():
        by_content = known.get("by_content", {})
        assert set(by_content) <= set(CATEGORIES)
        assert set(by_content.values()) <= set(known["modes"])


@pytest.mark.parametrize(
    ("category", "mode", "code"),
    [
        ("AGREE", None, "03"),
        ("SANCTION", "convict", "116"),
        ("RETREAT", "resign", "0831"),
        ("ASSAULT", "aerial", "195"),
        ("ASSAULT", None, "18"),
    ],
)
def test_an_event_goes_out_under_its_cameo_code(category: str, mode: str | None, code: str) -> None:
    assert cameo(category, mode) == code


def test_there_are_frames_enough_in_every_category() -> None:
    lemmas: dict[str, set[object]] = defaultdict(set)
    for form in all_forms():
        if form.voice in ("base", "noun"):
            lemmas[form.frame.category].add((form.words, form.tail, form.voice))
    assert frames("en").count >= 700
    assert sorted(lemmas) == sorted(CATEGORIES)
    assert {category: len(of) for category, of in lemmas.items() if len(of) < 150} == {}


def test_every_mode_of_the_codebook_has_a_frame() -> None:
    used = {(form.frame.category, form.frame.mode) for form in all_forms()}
    by_content = {(category, mode) for category, known in plover().items() for mode in known.get("by_content", {}).values()}
    assert {(category, mode) for category, known in plover().items() for mode in known["modes"]} - used - by_content == set()


def test_what_says_the_same_in_two_groups_is_told_apart_by_object_or_sector() -> None:
    together: dict[object, set[Frame]] = defaultdict(set)
    for form in all_forms():
        together[form.words, form.tail, form.voice == "noun"].add(form.frame)
    clashes = [(key, a.category, b.category) for key, found in together.items() for a, b in combinations(found, 2) if _clash(a, b)]
    assert clashes == []


def _clash(a: Frame, b: Frame) -> bool:
    if a.sectors != b.sectors and not a.sectors & b.sectors:
        return False
    if not a.objects or not b.objects:
        return not a.objects and not b.objects
    return bool(a.objects & b.objects)


def test_notes_are_one_to_a_group_and_forms_are_words() -> None:
    for category in CATEGORIES:
        notes = [group["note"] for group in packs.load("en", f"frames/{category.lower()}")]
        assert len(notes) == len(set(notes)), category
    for form in all_forms():
        assert all(word == word.lower() and "," not in word and "(" not in word for word in (*form.words, *form.tail))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("turkey *lifted the arms embargo", ("CONCEDE", None)),
        ("the song *lifted its spirits", None),
        ("the army *lifted the siege", ("RETREAT", "withdraw")),
        ("they *opened the border", ("CONCEDE", None)),
        ("they *opened fire on the crowd", ("ASSAULT", "firearms")),
        ("they *opened a bakery", None),
        ("pirates *seized a tanker", ("COERCE", "seize")),
        ("rebels *seized the town", ("COERCE", "seize")),
        ("police *seized two suspects", ("COERCE", "arrest")),
        ("they *seized the opportunity", None),
        ("egypt *broke diplomatic ties with qatar", ("SANCTION", "discontinue")),
        ("he *broke the law", ("REJECT", "yield")),
        ("they *broke the ceasefire", ("ASSAULT", None)),
        ("she *broke the record", None),
        ("france *cut aid to mali", ("SANCTION", "discontinue")),
        ("troops *cut electricity to the town", ("COERCE", "withhold")),
        ("the bank *cut rates", None),
        ("the army *released forty prisoners", ("RETREAT", "release")),
        ("the bureau *released a report", None),
        ("militants *took three men from the clinic hostage .", ("ASSAULT", "abduct")),
        ("militants *took three men home .", None),
        ("the group *handed its weapons over to the police", ("RETREAT", "disarm")),
        ("the junta *handed power over to civilians", ("CONCEDE", None)),
        ("the teacher *handed the paper over to the class", None),
        ("washington *imposed new sanctions on iran", ("SANCTION", "discontinue")),
        ("the junta *imposed a curfew on the city", ("COERCE", "curfew")),
        ("the junta *imposed its will on the city", None),
        ("nigeria *declared a state of emergency in borno", ("COERCE", "martial-law")),
        ("hamas *declared a ceasefire", ("CONCEDE", None)),
        ("hungary *declared war on romania", ("ASSAULT", None)),
        ("hungary *declared war on drugs", None),
        ("the two sides *struck a deal", ("AGREE", None)),
        ("jets *struck the village", ("ASSAULT", None)),
        ("the speech *struck a chord", None),
        ("russia *deployed troops to western egypt", ("MOBILIZE", "troops")),
        ("russia *deployed peacekeepers to the area", ("AID", "peacekeeping")),
        ("russia *sent tanks to the border", ("MOBILIZE", "troops")),
        ("poland *sent tanks to ukraine", ("AID", "military")),
        ("poland *sent an envoy to kyiv", ("CONSULT", "visit")),
        ("iran *summoned the swiss ambassador", ("ACCUSE", "disapprove")),
        ("iran *recalled its ambassador from paris", ("SANCTION", "withdraw")),
        ("iran *recalled the joke", None),
        ("china *expelled two american diplomats", ("SANCTION", "expel")),
        ("thailand *expelled 200 migrants", ("COERCE", "deport")),
        ("prosecutors *charged him with murder", ("ACCUSE", "allege")),
        ("the bank *charged a fee", None),
        ("paris and rome *held talks", ("CONSULT", None)),
        ("greece and egypt *held a joint exercise", ("COOPERATE", None)),
        ("greece *held a joint press conference", None),
        ("greece *held live-fire drills near the coast", ("MOBILIZE", "troops")),
        ("the ministry *called off the talks", ("REJECT", "meet")),
        ("the union *called off its strike", ("CONCEDE", None)),
        ("the couple *called off the wedding", None),
        ("paris *called for talks", ("REQUEST", None)),
        ("cuba *withdrew its troops from angola", ("RETREAT", "withdraw")),
        ("britain *withdrew from the treaty", ("SANCTION", "withdraw")),
        ("the state *dropped the charges against him", ("CONCEDE", None)),
        ("planes *dropped bombs on the village", ("ASSAULT", "aerial")),
        ("she *dropped a plate", None),
        ("the pope *met the king", ("CONSULT", None)),
        ("the firm *met the deadline", None),
        ("congo *blamed rwanda", ("ACCUSE", "allege")),
        ("the dam *hit a record", None),
        ("the dam *shot a film", None),
        ("he *resigned", ("RETREAT", "resign")),
        ("gunmen *shot dead a judge", ("ASSAULT", "firearms")),
        ("kenya *granted him asylum", ("AID", "asylum")),
        ("hackers *hacked into the ministry", ("COERCE", "cyber")),
    ],
)
def test_a_verb_means_by_its_object(sentence: str, expected: tuple[str, str | None] | None) -> None:
    assert meant(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "sector", "expected"),
    [
        ("nurses *struck over pay", "LAB", ("PROTEST", "strike")),
        ("jets *struck the depot", "MIL", ("ASSAULT", None)),
        ("students *marched on the palace", "EDU", ("PROTEST", "demo")),
        ("troops *marched on the capital", "MIL", ("MOBILIZE", "troops")),
        ("farmers *blocked the highway", "AGR", ("PROTEST", "obstruct")),
        ("the storm *blocked the highway", None, None),
        ("police *raided the office", "COP", ("COERCE", "restrict")),
        ("rebels *raided the village", "REB", ("ASSAULT", None)),
    ],
)
def test_a_verb_means_by_who_does_it(sentence: str, sector: str | None, expected: tuple[str, str | None] | None) -> None:
    assert meant(sentence, sector) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the *air strikes on aleppo", ("ASSAULT", "aerial")),
        ("a *hunger strike in prison", ("PROTEST", "hunger")),
        ("the *ceasefire with israel", ("RETREAT", "ceasefire")),
        ("the *ceasefire violation at dawn", ("ASSAULT", None)),
        ("an *investigation into graft", ("ACCUSE", "investigate")),
        ("the *peace talks in geneva", ("CONSULT", None)),
        ("his *resignation from the cabinet", ("RETREAT", "resign")),
        ("the *table in the room", None),
    ],
)
def test_a_noun_names_an_event(sentence: str, expected: tuple[str, str | None] | None) -> None:
    assert meant(sentence, noun=True) == expected


@pytest.mark.parametrize(
    ("word", "weak"),
    [
        ("hit", True),
        ("back", True),
        ("charge", True),
        ("strike", True),
        ("fight", True),
        ("beat", True),
        ("bomb", False),
        ("abduct", False),
        ("arrest", False),
    ],
)
def test_words_with_an_everyday_sense_are_weak(word: str, weak: bool) -> None:
    assert {
        form.frame.weak
        for form in frames("en").at([word], 0)
        if form.voice in ("base", "active") and not form.frame.sectors and not form.frame.objects
    } == {weak}


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("they *agreed to withdraw", "embeds", "planned"),
        ("they *agreed to withdraw", "negated", "REJECT"),
        ("they *declined to withdraw", "embeds", "denied"),
        ("they *demanded a withdrawal", "embeds", "hypothetical"),
        ("they *accused iran of shelling", "embeds", "possible"),
        ("they *accused iran of shelling", "negated", "drop"),
        ("they *bombed the town", "negated", "keep"),
        ("they *bombed the town", "embeds", None),
        ("they *negotiated with iran", "both", True),
        ("the convoy *came under attack", "recipient", ("subject",)),
        ("they *bombed the town", "recipient", ("object",)),
    ],
)
def test_a_frame_says_where_the_sides_stand_and_what_becomes_of_what_it_tells(sentence: str, field: str, value: object) -> None:
    assert getattr(readings(sentence)[0].frame, field) == value


def test_the_tail_of_a_verb_is_sought_in_its_sentence_and_near() -> None:
    form = next(form for form in frames("en").by_first["took"] if form.tail == ("hostage",))
    assert tail_at(form, "took two men hostage".split(), 0) == 3
    assert tail_at(form, "took two men . hostage".split(), 0) is None
    assert tail_at(form, ["took", *["far"] * 30, "hostage"], 0) is None
    assert tail_at(form, ["took"], 0) is None


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("hand (...) over", {"handed over", "handed ... over", "hands over"}),
        ("take ... hostage", {"took ... hostage", "taken ... hostage", "taking ... hostage"}),
        ("be on strike", {"was on strike", "are on strike", "been on strike"}),
        ("machine-gun", {"machine-gunned", "machine-gunning"}),
        ("offer", {"offered", "offering"}),
        ("tie", {"tied", "tying"}),
    ],
)
def test_verbs_are_inflected(lemma: str, expected: set[str]) -> None:
    assert expected <= set(verb_forms(lemma))


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("air strike", "air strikes"),
        ("embargo", "embargoes"),
        ("penalty", "penalties"),
        ("gunman", "gunmen"),
        ("talks", "talks"),
        ("troops", "troops"),
        ("hostilities", "hostilities"),
        ("clash", "clashes"),
    ],
)
def test_nouns_take_their_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("group", "says"),
    [
        ({"note": "n", "mode": "song"}, "has no mode 'song'"),
        ({"note": "n", "sectors": ["ABC"]}, "no such sector: ABC"),
        ({"note": "n", "embeds": "maybe"}, "embeds is one of"),
        ({"note": "n", "recipient_of": [True, "against"]}, "in quotes"),
        ({"note": "n", "verb": ["kill"]}, "no such field: verb"),
    ],
)
def test_a_group_that_is_wrong_is_refused(group: dict[str, object], says: str) -> None:
    with pytest.raises(WordsError, match=says):
        frames_module._frame("en", "ASSAULT", group)


def test_a_word_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [{"note": "one", "verbs": ["bomb"]}, {"note": "two", "verbs": ["bomb"]}]
    monkeypatch.setattr(frames_module, "_files", lambda language: [("ASSAULT", twice)])
    with pytest.raises(WordsError, match="'bomb' \\(bomb\\) stands in ASSAULT: one and in ASSAULT: two"):
        frames_module.frames.__wrapped__("en")


def test_objects_of_two_words_are_found_and_everyday_objects_shut_out() -> None:
    frame = Frame(category="MOBILIZE", objects=frozenset({"war games"}), not_objects=frozenset({"olympic"}))
    assert takes(frame, "large war games".split())
    assert not takes(frame, "the games of war".split())
    assert not takes(frame, "olympic war games".split())
    assert takes(msgspec.structs.replace(frame, objects=frozenset()), [])
