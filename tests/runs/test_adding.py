"""A run that adds inputs to a ledger: what it counts, tells and survives."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

import saksi.runs.adding
import saksi.runs.inputs
from saksi.clock import fixed
from saksi.errors import InputRefused, LedgerError
from saksi.ledger import Ledger, open_ledger
from saksi.records import Article, Note, Reading, Refused
from saksi.runs.adding import AddReport, Item, add_inputs

LEFT_OUT = Note(code="cut", what="the end", why="the file breaks off")


@pytest.fixture
def ledger(tmp_path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "news.db")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def desk_drawer(monkeypatch) -> None:
    """Stands in for intake: the path says what comes of it."""

    def pages(uri: str, *, stdin=None, clock, fetch: object = None) -> Iterator[Article | Refused]:
        fetched = clock().isoformat()
        if uri == "-":
            yield Article(language="id", id="piped", text=stdin.read().decode(), fetched=fetched)
        elif uri.startswith("refused"):
            yield Refused(uri=uri, reason="is empty")
        elif uri.startswith("raises"):
            raise InputRefused(uri, "is a folder")
        elif uri.startswith("breaks"):
            yield Article(language="id", id=f"{uri}/1", text="satu", fetched=fetched)
            raise RuntimeError("a fault")
        elif uri.startswith("partly"):
            yield Article(language="id", id=uri, uri=uri, text=uri, status="partly", notes=(LEFT_OUT,), fetched=fetched)
        else:
            for number in range(int(uri)):
                yield Article(language="id", id=f"{uri}/{number}", text=f"{uri} {number}", fetched=fetched)

    monkeypatch.setattr(saksi.runs.inputs, "pages", pages)


def added(ledger: Ledger, *paths: str, **given) -> tuple[AddReport, list[Item]]:
    items: list[Item] = []
    return add_inputs(paths, ledger, on_item=items.append, **given), items


def test_read_partly_and_refused_add_up_to_what_came_in(ledger):
    report, items = added(ledger, "3", "refused", "partly", "raises", "2")

    assert (report.read, report.partly, report.refused) == (5, 1, 2)
    assert (report.kept, report.new, report.held) == (6, 6, 0)
    assert len(items) == 8
    assert ledger.articles().total == report.kept


def test_each_item_is_told_in_the_order_of_the_inputs_with_what_to_know(ledger):
    _, items = added(ledger, "1", "refused", "partly", "raises")

    assert items == [
        Item(name="1/0", status="read", article="1/0", new=True),
        Item(name="refused", status="refused", reason="is empty"),
        Item(name="partly", status="partly", article="partly", new=True, notes=(LEFT_OUT,)),
        Item(name="raises", status="refused", reason="is a folder"),
    ]


def test_adding_again_is_counted_as_held(ledger):
    added(ledger, "2")

    report, _ = added(ledger, "2", "1")

    assert (report.read, report.new, report.held) == (3, 1, 2)


def test_another_text_under_a_taken_id_is_refused_and_the_first_stays(ledger):
    added(ledger, "-", stdin=io.BytesIO(b"pertama"))

    report, (item,) = added(ledger, "-", stdin=io.BytesIO(b"kedua"))

    assert (report.refused, report.kept) == (1, 0)
    assert item.reason == "the ledger keeps another text under the id 'piped'; give this one an id of its own"
    assert ledger.reading("piped").article.text == "pertama"


def test_a_fault_in_one_input_costs_no_other(ledger, caplog):
    """What the input gave before it is kept too, and the fault is logged for whoever mends it."""
    report, items = added(ledger, "breaks", "1")

    assert [(item.name, item.status) for item in items] == [("breaks/1", "read"), ("breaks", "refused"), ("1/0", "read")]
    assert "RuntimeError: a fault" in (items[1].reason or "")
    assert report.kept == 2
    assert "reading breaks failed" in caplog.text


def test_a_fault_in_reading_one_article_costs_no_other_of_its_input(ledger, monkeypatch, caplog):
    def read(article: Article, known: object) -> Reading:
        if article.id == "3/1":
            raise RecursionError("too deep")
        return Reading(article=article, engine="test")

    monkeypatch.setattr(saksi.runs.inputs, "read", read)

    _, items = added(ledger, "3")

    assert [(item.name, item.status) for item in items] == [("3/0", "read"), ("3 (article 3/1)", "refused"), ("3/2", "read")]
    assert "too deep" in caplog.text


def test_what_is_told_is_safe_in_the_ledger_and_a_second_run_goes_on_from_there(ledger, monkeypatch):
    """The ledger fails at the third batch: two are there, each of their items was told, and no other."""
    monkeypatch.setattr(saksi.runs.adding, "LEDGER_BATCH", 2)
    told: list[str] = []

    class Failing:
        calls = 0

        def add(self, readings):
            self.calls += 1
            if self.calls == 3:
                raise LedgerError("full")
            return ledger.add(readings)

    def tell(item: Item) -> None:
        assert ledger.reading(item.name).article.id == item.name
        told.append(item.name)

    with pytest.raises(LedgerError, match="full"):
        add_inputs(["7"], Failing(), on_item=tell)  # type: ignore[arg-type]
    assert told == ["7/0", "7/1", "7/2", "7/3"]

    report, _ = added(ledger, "7")
    assert (report.new, report.held) == (3, 4)


def test_long_articles_are_written_before_the_batch_is_full(ledger, monkeypatch):
    """Else fifty articles of the longest kind would be held in memory at once."""
    monkeypatch.setattr(saksi.runs.adding, "LEDGER_BATCH_CHARS", 6)
    batches: list[int] = []

    class Counting:
        def add(self, readings):
            batches.append(len(readings))
            return ledger.add(readings)

    add_inputs(["5"], Counting())  # type: ignore[arg-type]

    assert batches == [2, 2, 1]


def test_the_clock_says_when_an_article_was_fetched(ledger):
    moment = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)

    added(ledger, "1", clock=fixed(moment))

    assert ledger.reading("1/0").article.fetched == moment.isoformat()


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Item(name="a", status="read", new=True, statements=2), AddReport(read=1, new=1, statements=2)),
        (Item(name="a", status="partly", new=False, statements=2), AddReport(partly=1, held=1)),
        (Item(name="a", status="refused", reason="is empty"), AddReport(refused=1)),
    ],
)
def test_a_report_counts_statements_of_new_articles_only(item: Item, expected: AddReport):
    assert AddReport().with_item(item) == expected


def test_a_run_hears_nothing_where_nobody_listens(ledger):
    listener: Callable[..., AddReport] = add_inputs

    assert listener(["1"], ledger) == AddReport(read=1, new=1)
