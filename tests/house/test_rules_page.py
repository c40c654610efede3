"""The page of the rules names every rule that can make a statement, and none that cannot."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from saksi.reading.drafts import Rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
IN_TABLE = re.compile(r"^\| `([a-z-]+)` \|", re.M)


def test_every_rule_is_on_the_page() -> None:
    assert set(get_args(Rule)) == set(IN_TABLE.findall(PAGE.read_text(encoding="utf-8")))
