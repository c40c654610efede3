"""Who and what an article names: the list below its text, and the page of one entity."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from saksi.desk.cards import cards
from saksi.desk.names import CONTEXT, Named, by_kind, contexts, names
from saksi.desk.values import values
from saksi.records import Entity, Mention, Reading
from saksi.records.mention import QuantityValue, TimeValue


def test_an_entity_has_its_places_in_the_text_and_its_statements(harbour_reading: Reading) -> None:
    found = {one.entity.id: one for one in names(harbour_reading, cards(harbour_reading))}
    assert [mention.text for mention in found["e1"].mentions] == ["Rukmana Dolok", "Rukmana"]
    assert [card.number for card in found["e1"].speaks] == [1, 2, 3, 6, 7]
    assert found["e3"].mentions == ()
    place = found["e4"].place
    assert place is not None
    assert (place.lat, place.lon) == (1.5, 102.75)


def test_those_named_most_often_come_first_and_those_without_a_place_not_at_all(harbour_reading: Reading) -> None:
    listed = by_kind(names(harbour_reading, cards(harbour_reading)))
    assert [(kind, [one.entity.name for one in group]) for kind, group in listed] == [
        ("person", ["Rukmana Dolok"]),
        ("organization", ["Kementerian Pelabuhan"]),
        ("place", ["Tanjung Samak"]),
    ]


def test_a_metonym_is_a_place_of_both_that_it_names(harbour_reading: Reading) -> None:
    from msgspec.structs import replace

    city = harbour_reading.mentions[0]
    meant = replace(harbour_reading, mentions=(replace(city, stands_for="e2"),))
    found = {one.entity.id: one for one in names(meant, ())}
    assert [m.text for m in found["e4"].mentions] == [m.text for m in found["e2"].mentions] == ["Tanjung Samak"]


def test_a_context_stays_inside_its_paragraph(harbour_reading: Reading) -> None:
    one = next(one for one in names(harbour_reading, ()) if one.entity.id == "e1")
    first, second = contexts(harbour_reading.article.text, one)
    assert (first.before, first.behind[-6:]) == ("Kepala Syahbandar Tanjung Samak, ", "besar.")
    assert (second.before, second.behind[:7]) == ("Menurut ", ", jumla")


def test_a_long_context_is_cut_at_words() -> None:
    text = f"{'ombak besar ' * 20}Sekar Wiyono{' pasang surut' * 20}"
    start = text.index("Sekar")
    mention = Mention(id="m", start=start, end=start + 12, text="Sekar Wiyono", kind="person", entity="e1")
    one = Named(number=1, entity=Entity(id="e1", kind="person", name="Sekar Wiyono"), mentions=(mention,), speaks=(), told_of=())
    (context,) = contexts(text, one)
    assert context.before.split()[:2] in (["…", "ombak"], ["…", "besar"])
    assert context.behind.split()[-2:] in (["pasang", "…"], ["surut", "…"])
    assert len(context.before) + len(context.behind) <= 2 * CONTEXT + 4


def test_times_and_figures_stand_with_what_they_mean(harbour_reading: Reading) -> None:
    listed = values(harbour_reading.mentions)
    assert [(value.text, value.meaning) for value in listed.times] == [("12/10/2026", "2026-10-12")]
    assert [(value.text, value.meaning, value.of, value.approximate) for value in listed.figures] == [("40 per hari", "40", "kapal", True)]


def test_the_page_of_an_entity_shows_what_is_known_of_it(desk: TestClient, harbour_reading: Reading) -> None:
    article = harbour_reading.article.id
    page = desk.get(f"/article/{article[:7]}/entity/e1").text
    assert "Kepala Syahbandar, Tanjung Samak" in page
    assert page.count("<mark>") == 2
    assert f'href="/article/{article}?statement={harbour_reading.statements[1].id}#m-' in page
    place = desk.get(f"/article/{article}/entity/e4").text
    assert "1.500, 102.750" in place
    assert 'href="https://www.wikidata.org/wiki/Q1" rel="noreferrer noopener external"' in place


@pytest.mark.parametrize("entity", ["e9", "%3Cb%3E", "e1/more"])
def test_an_entity_that_the_article_has_not_is_a_404_in_style(desk: TestClient, harbour_reading: Reading, entity: str) -> None:
    answer = desk.get(f"/article/{harbour_reading.article.id}/entity/{entity}")
    assert answer.status_code == 404
    assert 'class="masthead"' in answer.text


def test_foreign_names_are_text(desk: TestClient, hostile_reading: Reading) -> None:
    page = desk.get(f"/article/{hostile_reading.article.id}/entity/e1").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_list_leads_to_the_pages_of_the_entities(desk: TestClient, harbour_reading: Reading) -> None:
    page = desk.get(f"/article/{harbour_reading.article.id}").text
    section = page[page.index('id="names"') :]
    links = re.findall(r'href="(/article/[^"]+/entity/[^"]+)"', section)
    assert [link.rpartition("/")[2] for link in links] == ["e1", "e2", "e4"]
    assert all(desk.get(link).status_code == 200 for link in links)


def test_a_mention_has_its_anchor_once(desk: TestClient, harbour_reading: Reading) -> None:
    page = desk.get(f"/article/{harbour_reading.article.id}").text
    for mention in harbour_reading.mentions:
        assert page.count(f'id="n-{mention.id}"') == 1


def test_what_was_not_resolved_says_nothing() -> None:
    mention = Mention(id="m", start=0, end=3, text="now", kind="time", value=TimeValue(type="DATE", value="PRESENT_REF"))
    assert values([mention]).times[0].meaning == ""
    bare = Mention(id="m", start=0, end=3, text="few", kind="quantity", value=QuantityValue())
    assert values([bare]).figures[0].meaning == ""


def test_what_only_calls_somebody_is_marked_as_what_it_calls(harbour_reading: Reading) -> None:
    """ "pasukan Libya" names no state, it calls one; a reader wants to see it all the same."""
    from msgspec.structs import replace

    from saksi.desk.interface import interface
    from saksi.desk.spread import spread

    called = replace(harbour_reading.mentions[0], kind="role")
    text = spread(replace(harbour_reading, mentions=(called,)), interface("en")).text
    assert [piece.names[:2] for paragraph in text for piece in paragraph.pieces if "mention" in piece.names] == [("mention", "of-place")]
