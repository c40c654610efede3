"""Keeps the message catalogues in step with the desk: `python -m saksi.desk.catalogue` after a text changed.

New messages enter each language's .po without a translation, dropped ones leave it, and the .mo files are compiled.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from saksi.desk.interface import DOMAIN, LANGUAGES, LOCALE_FOLDER

DESK_FOLDER = Path(__file__).parent
_METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
_KEYWORDS = {"_": None, "gettext": None, "message": None, "ngettext": (1, 2)}
_OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false"}}


def messages() -> Catalog:
    """Every message of the templates and modules, untranslated."""
    found = Catalog(project="saksi", charset="utf-8")
    for _, _, text, _, context in extract_from_dir(DESK_FOLDER, _METHODS, _OPTIONS, keywords=_KEYWORDS):
        found.add(text, context=context)
    return found


def po_file(language: str) -> Path:
    return LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue(language: str) -> Catalog:
    """What people translated into this language, as it stands in its .po; empty where there is none yet."""
    path = po_file(language)
    if not path.exists():
        return Catalog(
            locale=language,
            header_comment=f"# The desk's messages, {language}.",
            project="saksi",
            version="desk",
            last_translator="Saksi",
            language_team="Saksi",
            msgid_bugs_address="the project",
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(language: str) -> bytes:
    """The .mo that belongs to this language's .po."""
    packed = BytesIO()
    write_mo(packed, catalogue(language))
    return packed.getvalue()


def update() -> None:
    """Bring every .po and .mo in step with the messages of the desk."""
    for language in LANGUAGES:
        translated = catalogue(language)
        translated.update(messages(), no_fuzzy_matching=True, update_creation_date=False, update_header_comment=False)
        translated.obsolete.clear()
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, translated, sort_output=True, no_location=True, omit_header=False, width=118)
        path.with_suffix(".mo").write_bytes(compiled(language))


if __name__ == "__main__":
    update()
