"""Loads the language packs: reviewed YAML, one folder a language, one file a subject."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from saksi.errors import WordsError

LANGUAGES = ("id", "en")
"""Languages that have a pack. Texts in another language are read with neither and get a note."""


@cache
def load(language: str, subject: str) -> Any:
    """What `words/<language>/<subject>.yaml` holds. Raises WordsError where it is missing or is no YAML."""
    return _load(f"{language}/{subject}.yaml")


@cache
def load_shared(subject: str) -> Any:
    """What `words/<subject>.yaml` holds: lists that serve every language."""
    return _load(f"{subject}.yaml")


def _load(name: str) -> Any:
    file = resources.files("saksi.words").joinpath(name)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader either way
    except FileNotFoundError as exc:
        raise WordsError(f"no word list {name} in this installation") from exc
    except yaml.YAMLError as exc:
        raise WordsError(f"word list {name} is no valid YAML: {exc}") from exc
