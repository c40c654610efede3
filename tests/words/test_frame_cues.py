"""Light verbs, kinds of actors and cues of status: the lists are sound, and say of a word what an editor would say."""

from __future__ import annotations

import pytest

from saksi.errors import WordsError
from saksi.words import frame_cues
from saksi.words.frame_cues import light_verbs, sectors, status_cues
from saksi.words.packs import load_shared


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("troops", "MIL"),
        ("riot police", "COP"),
        ("protesters", "OPP"),
        ("militants", "REB"),
        ("gunmen", "UAF"),
        ("militiamen", "PRM"),
        ("residents", "CVL"),
        ("officials", "GOV"),
        ("lawmakers", "LEG"),
        ("court", "JUD"),
        ("refugees", "REF"),
        ("reporters", "JRN"),
        ("aid workers", "SOC"),
        ("nurses", "MED"),
        ("schoolchildren", "EDU"),
        ("smugglers", "CRM"),
        ("hamas", None),
        ("table", None),
    ],
)
def test_a_noun_has_its_sector(noun: str, sector: str | None) -> None:
    assert sectors("en").get(tuple(noun.split())) == sector


def test_every_sector_has_words() -> None:
    assert set(sectors("en").values()) == set(load_shared("plover")["sectors"])


@pytest.mark.parametrize(
    ("verb", "roles"),
    [
        ("launched", {"actor"}),
        ("carried out", {"actor"}),
        ("suffered", {"recipient"}),
        ("exchanged", {"both"}),
        ("holding", {"actor", "both"}),
    ],
)
def test_a_light_verb_says_what_its_subject_is_to_the_event(verb: str, roles: set[str]) -> None:
    assert light_verbs("en")[tuple(verb.split())].roles == roles


@pytest.mark.parametrize(
    ("words", "status", "scope", "aspect"),
    [
        ("plans to", "planned", "verb", None),
        ("is set to", "planned", "verb", None),
        ("vowed to", "planned", "verb", None),
        ("planned", "planned", "noun", None),
        ("if", "hypothetical", "clause", None),
        ("unless", "hypothetical", "clause", None),
        ("would", "hypothetical", "verb", None),
        ("may", "possible", "verb", None),
        ("alleged", "possible", "noun", None),
        ("failed to", "denied", "verb", None),
        ("averted", "denied", "noun", "averted"),
        ("attempted to", "asserted", "verb", "attempted"),
        ("resumed", "asserted", "noun", "resumed"),
        ("stopped", "asserted", "noun", "ended"),
        ("ongoing", "asserted", "noun", "continued"),
    ],
)
def test_a_cue_gives_the_status(words: str, status: str, scope: str, aspect: str | None) -> None:
    found = [cue for cue in status_cues("en")[words.split()[0]] if cue.words == tuple(words.split()) and not cue.tail]
    assert (status, scope, aspect) in [(cue.status, cue.scope, cue.aspect) for cue in found]


def test_a_word_that_tells_nothing_of_status_is_no_cue() -> None:
    assert "yesterday" not in status_cues("en")
    assert [cue.tail for cue in status_cues("en")["stopped"] if cue.tail] == [("from",)]


@pytest.mark.parametrize(
    ("subject", "group", "read", "says"),
    [
        ("frames_status", {"note": "n", "status": "maybe", "scope": "verb"}, status_cues, "no such status"),
        ("frames_status", {"note": "n", "status": "planned", "scope": "page"}, status_cues, "no such scope"),
        ("frames_status", {"note": "n", "status": "planned", "scope": "verb", "aspect": "blue"}, status_cues, "no such aspect"),
        ("frames_light", {"note": "n", "role": "singer", "verbs": ["sing"]}, light_verbs, "no such role"),
        ("frames_actors", {"note": "n", "sector": "ABC", "nouns": ["bird"]}, sectors, "no sector"),
    ],
)
def test_a_list_that_is_wrong_is_refused(
    monkeypatch: pytest.MonkeyPatch, subject: str, group: dict[str, object], read: object, says: str
) -> None:
    monkeypatch.setattr(frame_cues.packs, "load", lambda language, name: [group])
    with pytest.raises(WordsError, match=says):
        read.__wrapped__("en")  # type: ignore[attr-defined]


def test_a_noun_in_two_sectors_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        frame_cues.packs, "load", lambda language, name: [{"sector": "MIL", "nouns": ["bomber"]}, {"sector": "REB", "nouns": ["bomber"]}]
    )
    with pytest.raises(WordsError, match="stands under MIL and REB"):
        sectors.__wrapped__("en")
