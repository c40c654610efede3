"""The interface language of one visit: which it is, its messages, and how it writes dates, figures and languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec
from babel import Locale, UnknownLocaleError, negotiate_locale
from babel.dates import format_date, format_skeleton, get_timezone_gmt
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from starlette.requests import Request

LANGUAGES = ("id", "en")
"""Languages that the interface speaks; each has a catalogue under `locale/`."""

COOKIE = "saksi_lang"
"""Keeps the language that a visitor chose; holds nothing else."""

LOCALE_FOLDER = Path(__file__).parent / "locale"
DOMAIN = "desk"


class Interface(msgspec.Struct, frozen=True, kw_only=True):
    """One language of the interface."""

    language: str
    messages: NullTranslations

    def date(self, printed: str | None) -> str:
        """An ISO date or datetime as people write the day ("24 Maret 2017"); anything else as it stands."""
        moment = _moment(printed)
        return printed or "" if moment is None else format_date(moment, "d MMMM y", locale=self.language)

    def day(self, printed: str | None) -> str:
        """The same, short, for columns ("24 Mar 2017")."""
        moment = _moment(printed)
        return printed or "" if moment is None else format_date(moment, "d MMM y", locale=self.language)

    def moment(self, printed: str | None) -> str:
        """Day and, where it is given, hour and zone as printed ("24 Maret 2017, 14.05 GMT+07.00")."""
        moment = _moment(printed)
        if not isinstance(moment, datetime):
            return self.date(printed)
        hour = format_skeleton("Hm", moment, tzinfo=moment.tzinfo, locale=self.language)
        zone = "" if moment.tzinfo is None else get_timezone_gmt(moment, locale=self.language)
        return f"{self.date(printed)}, {hour} {zone}".rstrip()

    def stretch(self, printed: str) -> str:
        """A day, month or year, short: "24 Mar 2017", "Mar 2017", "2017"."""
        first = _moment(printed) if len(printed) == 10 else _moment(f"{printed}-01") if len(printed) == 7 else None
        if first is None:
            return printed
        return format_date(first, "d MMM y" if len(printed) == 10 else "MMM y", locale=self.language)

    def number(self, value: int) -> str:
        return format_decimal(value, locale=self.language)

    def language_name(self, code: str | None) -> str:
        """A language by its name in this language; a code that nobody knows stands as it is."""
        if not code:
            return ""
        try:
            return str(Locale.parse(code, sep="-").get_display_name(self.language) or code)
        except (UnknownLocaleError, ValueError):
            return code


@cache
def interface(language: str) -> Interface:
    """The interface in one of LANGUAGES."""
    messages = Translations.load(LOCALE_FOLDER, [language], domain=DOMAIN)
    return Interface(language=language, messages=messages)


def chosen_language(request: Request, default: str | None) -> str:
    """What the address asks for, else what was chosen before, else `default`, else what the browser prefers."""
    for wish in (request.query_params.get("lang"), request.cookies.get(COOKIE), default):
        if wish in LANGUAGES:
            return wish
    return _preferred(request.headers)


def _preferred(headers: Mapping[str, str]) -> str:
    accepted = [part.partition(";")[0].strip() for part in headers.get("accept-language", "").split(",")]
    return negotiate_locale(accepted, LANGUAGES, sep="-") or "en"


def _moment(printed: str | None) -> date | None:
    """The ISO date (10 characters) or datetime that `printed` is, else None."""
    try:
        return date.fromisoformat(printed or "") if len(printed or "") <= 10 else datetime.fromisoformat(printed or "")
    except ValueError:
        return None
