"""The catalogues: complete in both languages, and compiled from what stands in the project."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from saksi.desk import catalogue as catalogue_module
from saksi.desk.catalogue import catalogue, compiled, messages, po_file
from saksi.desk.interface import LANGUAGES

_PLACEHOLDER = re.compile(r"%\(\w+\)s")


def forms(message: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_desk_is_in_the_catalogue_and_no_other(language: str) -> None:
    assert {message.id for message in catalogue(language) if message.id} == {message.id for message in messages() if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_keeps_its_placeholders(language: str) -> None:
    for message in catalogue(language):
        wanted = set(_PLACEHOLDER.findall(" ".join(forms(message.id))))
        for form in forms(message.string):
            assert form, f"{language}: {message.id!r} has no translation"
            assert not message.id or set(_PLACEHOLDER.findall(form)) == wanted, message.id
        assert not message.fuzzy


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_texts(language: str) -> None:
    assert po_file(language).with_suffix(".mo").read_bytes() == compiled(language), "run python -m saksi.desk.catalogue"


def test_the_messages_stand_in_english() -> None:
    english = catalogue("en")
    assert all(forms(message.string) == forms(message.id) for message in english if message.id)


def test_an_update_of_catalogues_in_step_changes_no_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(catalogue_module.LOCALE_FOLDER, tmp_path / "locale")
    monkeypatch.setattr(catalogue_module, "LOCALE_FOLDER", tmp_path / "locale")
    files = sorted(path for path in (tmp_path / "locale").rglob("desk.*"))
    before = [path.read_bytes() for path in files]
    catalogue_module.update()
    assert len(files) == 2 * len(LANGUAGES)
    assert [path.read_bytes() for path in files] == before


def test_a_language_without_a_catalogue_gets_one_to_fill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_module, "LOCALE_FOLDER", tmp_path)
    catalogue_module.update()
    assert {message.string for message in catalogue("id") if isinstance(message.id, str) and message.id} == {""}
