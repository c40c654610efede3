"""Events of an article by PLOVER: what tells one, who did it to whom, where and when, and whether it happened."""

from saksi.reading.events.find import find_events

__all__ = ["find_events"]
