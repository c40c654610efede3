"""ninjs, the news agencies' JSON (IPTC, versions 1 to 3) -> its article; the fields that say who, what, when and the text, no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

from saksi.intake.fragment import Carried, carried
from saksi.intake.moments import moment
from saksi.records import Article, Refused


def is_ninjs(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON object is a ninjs item with a text: a "body_…" of version 1, or "bodies" of versions 2 and 3."""
    if not isinstance(value, dict) or "text" in value:
        return False
    return isinstance(value.get("bodies"), list) or any(
        isinstance(value.get(name), str) for name in ("body_html", "body_xhtml", "body_text")
    )


def read_ninjs(item: Mapping[str, Any], *, uri: str, fetched: str) -> Article | Refused:
    """The article of one item; `uri` is taken where the item names none."""
    return carried(
        Carried(
            what="wire",
            uri=_text(item.get("uri")) or uri,
            body=_body(item),
            title=_text(item.get("headline")) or _first(item.get("headlines")) or _text(item.get("title")),
            dek=_first(item.get("descriptions"), role="summary") or _text(item.get("description_text")),
            author=_text(item.get("byline")) or _first(item.get("by")) or _first(item.get("bylines")),
            published=moment(
                _text(item.get("firstcreated"))
                or _text(item.get("firstCreated"))
                or _text(item.get("versioncreated"))
                or _text(item.get("versionCreated"))
            ),
            outlet=_named(item.get("infosources"))
            or _named(item.get("infoSources"))
            or _text(item.get("copyrightholder"))
            or _text(item.get("copyrightHolder")),
            language=(_text(item.get("language")) or "").partition("-")[0].lower() or None,
        ),
        fetched=fetched,
    )


def _body(item: Mapping[str, Any]) -> str:
    """The longest body that is HTML, else the longest of plain text."""
    versions = [str(item[name]) for name in ("body_html", "body_xhtml", "body_text") if isinstance(item.get(name), str)]
    bodies = [one for one in _list(item.get("bodies")) if isinstance(one, dict) and isinstance(one.get("value"), str)]
    marked = [str(one["value"]) for one in bodies if "html" in str(one.get("contenttype") or one.get("contentType") or "")]
    plain = [str(one["value"]) for one in bodies]
    return next((text for text in (*versions, max(marked, key=len, default=""), max(plain, key=len, default="")) if text.strip()), "")


def _first(values: object, role: str | None = None) -> str | None:
    """The value of the first of a list of {"role", "value"}, that of the given role before others."""
    listed = [one for one in _list(values) if isinstance(one, dict) and isinstance(one.get("value"), str)]
    chosen = [one for one in listed if one.get("role") == role] or listed
    return _text(chosen[0]["value"]) if chosen else None


def _named(values: object) -> str | None:
    return next((_text(one.get("name")) for one in _list(values) if isinstance(one, dict)), None)


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
