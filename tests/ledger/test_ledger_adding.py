"""What a ledger keeps: every reading once and whole."""

from __future__ import annotations

import msgspec
import pytest

from saksi.errors import LedgerError, NotInLedger
from saksi.ledger import Added, StatementFilter, open_ledger
from saksi.limits import LEDGER_BATCH
from saksi.records.jsonline import reading_line


def test_a_reading_comes_back_as_it_was(ledger, made):
    reading = made(title="“Surut”", dek=None, published="2026-02-03", fetched="2026-02-04T00:00:00+00:00")

    ledger.add([reading])

    assert reading == ledger.reading(reading.article.id)


def test_adding_again_changes_nothing(ledger, made):
    """Also where the same article was fetched at another time."""
    first, again = made(fetched="2026-02-04T00:00:00+00:00"), made(fetched="2026-03-05T00:00:00+00:00")
    ledger.add([first])

    added = ledger.add([again])

    assert [Added(article=first.article.id, new=False, statements=1)] == added
    assert [first] == list(ledger.readings())


def test_the_same_reading_twice_in_one_call_is_kept_once(ledger, made):
    assert [added.new for added in ledger.add([made(), made()])] == [True, False]
    assert ledger.articles().total == 1


def test_another_text_under_an_id_that_is_taken_is_told_and_not_kept(ledger, made):
    kept, other = made("air surut", id="a-1"), made("air naik", id="a-1")
    ledger.add([kept])

    added = ledger.add([other])

    assert [Added(article="a-1", new=False, statements=1, other_text=True)] == added
    assert kept == ledger.reading("a-1")


def test_one_statement_id_may_stand_in_headline_and_text(ledger, made):
    reading = made(title="Sari mengatakan air surut.")
    reading = msgspec.structs.replace(reading, title_statements=reading.statements)

    ledger.add([reading])

    assert [row.field for row in ledger.statements(StatementFilter()).rows] == ["title", "text"]


def test_more_readings_than_one_batch_are_one_transaction(ledger, made):
    def fails_at_the_end():
        for number in range(LEDGER_BATCH + 1):
            yield made(f"angka {number}")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.add(fails_at_the_end())
    assert ledger.articles().total == 0

    assert len(ledger.add(made(f"angka {number}") for number in range(LEDGER_BATCH + 1))) == LEDGER_BATCH + 1
    assert ledger.articles().total == LEDGER_BATCH + 1


def test_readings_stream_in_the_order_of_their_ids(ledger, made):
    ledger.add(made(f"angka {number}") for number in range(2 * LEDGER_BATCH + 1))

    ids = [reading.article.id for reading in ledger.readings()]

    assert len(ids) == 2 * LEDGER_BATCH + 1
    assert sorted(ids) == ids


def test_readings_may_be_added_while_the_stream_is_read(ledger, made):
    """A long export keeps nobody from adding, though no reader may be written beside in a rollback journal."""
    ledger.add(made(f"angka {number}") for number in range(LEDGER_BATCH + 1))
    stream = ledger.readings()
    next(stream)

    ledger.add([made("baru")])

    assert sum(1 for _ in stream) >= LEDGER_BATCH


def test_text_beyond_the_basic_plane_and_nul_characters_come_back(ledger, made):
    reading = made("air 🌊 \x00 surut")
    ledger.add([reading])

    assert reading_line(reading) == reading_line(ledger.reading(reading.article.id))


def test_half_a_character_is_refused_with_the_article_named(ledger, made):
    with pytest.raises(LedgerError, match="article 'x-1' holds half a character"):
        ledger.add([made("air \ud800", id="x-1")])


def test_a_short_id_is_enough_where_it_fits_one_article(ledger, made):
    ledger.add([made("satu", id="abc1"), made("dua", id="abd2"), made("tiga", id="abd")])

    assert ledger.reading("abc").article.id == "abc1"
    assert ledger.reading("abd").article.id == "abd"


@pytest.mark.parametrize(
    ("digits", "complaint"),
    [("x", "no article 'x'"), ("", "no article ''"), ("%", "no article '%'"), ("AB", "no article 'AB'"), ("ab", "several .*abc1, abd2")],
)
def test_a_short_id_that_fits_none_or_several_is_told(ledger, made, digits, complaint):
    ledger.add([made("satu", id="abc1"), made("dua", id="abd2")])

    with pytest.raises(NotInLedger, match=complaint):
        ledger.reading(digits)


def test_what_was_added_is_there_when_the_ledger_is_opened_again(ledger, made, where):
    ledger.add([made()])
    ledger.close()
    ledger.close()

    with open_ledger(where, create=False) as again:
        assert again.articles().total == 1
