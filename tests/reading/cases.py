"""Reads the cases of quality/times and quality/figures: sentences with what is found in them in brackets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

QUALITY = Path(__file__).resolve().parents[2] / "quality"

_BRACKET = re.compile(r"\[([^\]=]+)=([^\]]+)\]")
_ENDS = re.compile(r"[^ ]*\.\.[^ ]*")


class Case(NamedTuple):
    """A sentence without its brackets, the day it was published, and each found phrase with what it means."""

    text: str
    on: str | None
    found: tuple[tuple[str, str], ...]


def cases(path: str) -> list[Case]:
    """Every case of a file below quality/, those that fail left out."""
    file = load(path)
    return [case(line, group.get("on")) for group in file["groups"] for line in group["cases"]]


def failing(path: str) -> list[tuple[Case, str]]:
    """The cases of a file that are read wrongly, with the reason."""
    return [(case(entry["case"], entry.get("on")), entry["why"]) for entry in load(path)["fails"]]


def load(path: str) -> dict[str, Any]:
    """What a file below quality/ holds."""
    return dict(yaml.safe_load((QUALITY / path).read_text(encoding="utf-8")))


def case(line: str, on: object) -> Case:
    """One case: "Ia tiba [kemarin=2024-06-11]." and its day."""
    day = None if on is None else str(getattr(on, "isoformat", on.__str__)())
    return Case(_BRACKET.sub(r"\1", line), day, tuple((match[1], match[2].strip()) for match in _BRACKET.finditer(line)))


def parts(meaning: str) -> tuple[str, str | None, set[str]]:
    """The value, the ends ("2024-06-12..") and the marks ("~", a zone) that a case writes behind its phrase."""
    words = meaning.split()
    ends = next((word for word in words[1:] if _ENDS.fullmatch(word)), None)
    return words[0], ends, {word for word in words[1:] if word != ends}
