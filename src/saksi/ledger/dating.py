"""When an article stands in a list that shows the newest first."""

from __future__ import annotations

from datetime import UTC, datetime


def dated(published: str | None, fetched: str | None) -> str:
    """An ISO moment in UTC that sorts as text: when it was published, else fetched, else "" (last of all).

    A bare date counts as its midnight, a time without a zone as UTC; what is no ISO date or datetime is passed over.
    """
    return _in_utc(published) or _in_utc(fetched) or ""


def _in_utc(moment: str | None) -> str | None:
    if moment is None:
        return None
    try:
        read = datetime.fromisoformat(moment)
        zoned = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return zoned.replace(tzinfo=None).isoformat(timespec="microseconds")
