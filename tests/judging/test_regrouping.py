"""Verdicts over groups: the newest counts, what must be apart is parted, everything else goes with what it is like."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from itertools import combinations

import pytest

from saksi.joining.regrouping import Pair, regrouped
from saksi.ledger import open_ledger
from saksi.ledger.bearings_tables import TABLES as BEARINGS
from saksi.ledger.claim_tables import TABLES as CLAIMS
from saksi.records import Article, NoStatement, Reading, Subject, Version, Withdrawal
from saksi.records.judgement import in_force, judged


def alike(a: str, b: str) -> float:
    """Two words are as alike as they have letters in common."""
    return len(set(a) & set(b)) / len(set(a) | set(b))


def verdict(kind: str, a: str, b: str) -> Pair[str]:
    return Pair(f"{kind} {a} {b}", kind, a, b)


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], [["abc", "abd", "xyz"], ["xyw"]]),
        ([verdict("unsure", "abc", "xyz")], [["abc", "abd", "xyz"], ["xyw"]]),
        ([verdict("same", "abd", "xyw")], [["abc", "abd", "xyz", "xyw"]]),
        ([verdict("different", "abc", "xyz")], [["abc", "abd"], ["xyz"], ["xyw"]]),
        ([verdict("different", "abd", "xyz")], [["abc", "abd"], ["xyz"], ["xyw"]]),
        ([verdict("same", "xyz", "xyw"), verdict("different", "abc", "xyz")], [["abc", "abd"], ["xyz", "xyw"]]),
        ([verdict("same", "abc", "xyz"), verdict("different", "abc", "xyz")], [["abc", "abd", "xyz"], ["xyw"]]),
        ([verdict("different", "abc", "xyz"), verdict("same", "abc", "xyz")], [["abc", "abd"], ["xyz"], ["xyw"]]),
        ([verdict("same", "abc", "nobody")], [["abc", "abd", "xyz"], ["xyw"]]),
    ],
)
def test_verdicts_over_two_groups(verdicts, expected):
    assert regrouped([["abc", "abd", "xyz"], ["xyw"]], verdicts, alike) == expected


def test_what_is_bound_stays_together():
    found = regrouped([["abc", "abd", "xyz"]], [verdict("different", "abc", "abd")], alike, bonds=[("abd", "xyz")])
    assert found == [["abc"], ["abd", "xyz"]]


def test_whatever_is_judged_every_member_is_in_one_group_and_no_pair_is_apart_and_together():
    chance = random.Random(5)  # noqa: S311 - nothing secret
    words = ["".join(chance.sample("abcdefgh", 3)) + str(number) for number in range(12)]
    for _ in range(200):
        groups = [words[:5], words[5:9], words[9:]]
        pairs = [verdict(chance.choice(["same", "different"]), *pair) for pair in chance.sample(list(combinations(words, 2)), 6)]
        found = regrouped(groups, pairs, alike)
        assert sorted(word for group in found for word in group) == sorted(words)
        newest = pairs[0]
        together = any({newest.a, newest.b} <= set(group) for group in found)
        assert together == (newest.verdict == "same")


def test_a_withdrawal_can_be_withdrawn_and_order_does_not_matter():
    wrong = judged(NoStatement(statement=Subject(article="a")), by="rani", at="2026-01-01T00:00:00+00:00")
    taken_back = judged(Withdrawal(judgement=wrong.judgement), by="budi", at="2026-01-02T00:00:00+00:00")
    after_all = judged(Withdrawal(judgement=taken_back.judgement), by="rani", at="2026-01-03T00:00:00+00:00")

    assert in_force([wrong]) == [wrong]
    assert in_force([taken_back, wrong]) == []
    assert in_force([after_all, taken_back, wrong]) == in_force([wrong, taken_back, after_all]) == [wrong]


def test_a_ledger_of_an_older_saksi_tells_versions_apart_once_it_is_opened(tmp_path):
    path = tmp_path / "news.db"
    text = "The dam above Lower Marram broke on Monday night and water stood in the market until morning, soldiers said. " * 3
    told = [
        Reading(article=Article(id=name, uri="https://paper.example/dam", published=published, text=text + name), engine="test")
        for name, published in (("first", "2026-01-05T08:00:00+00:00"), ("second", "2026-01-05T09:00:00+00:00"))
    ]
    with open_ledger(str(path)) as ledger:
        ledger.add(told)
        expected = list(ledger.families())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        later = [table.name for table in (*BEARINGS, *CLAIMS)]
        for table in ("search_index", "search", "judgements", "judged_articles", "former_ids", "kept_inputs", *later):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX articles_uri")
        connection.execute("UPDATE articles SET version_of = NULL")
        connection.execute("DELETE FROM ledger_schema")
        connection.execute("INSERT INTO ledger_schema VALUES (2)")

    with open_ledger(str(path)) as ledger:
        assert list(ledger.families()) == expected
        assert expected[0].versions == (Version(article="second", version_of="first"),)
        assert {row.id: row.version_of for row in ledger.articles().rows} == {"first": None, "second": "first"}
