"""Puts the reasons that are kept with what was followed or read, which stand there in English, into the language of the interface.

A reason that is not listed here is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from saksi.desk.wording import message
from saksi.limits import REASON_CHARS

REASONS = (
    message("answered %(status)s: %(hint)s"),
    message("answered %(status)s"),
    message("it asks for a name and a password; save the page from a browser"),
    message("it asks to be paid for; save the page from a browser"),
    message("it lets no program in; save the page from a browser"),
    message("there is no such page; look at its spelling"),
    message("the page was taken away; look for it in a web archive"),
    message("it was asked too often; try again later"),
    message("the law keeps it from being shown"),
    message("its server has trouble; try again later"),
    message("open it in a browser"),
    message("it has not changed since it was fetched last; nothing new to read"),
    message("its answer is empty"),
    message("its answer is larger than %(size)s MB, which no page is"),
    message("its answer has %(size)s bytes; more than %(most)s MB no page has"),
    message("its answer grows past %(size)s MB, which no page does"),
    message("its answer is no HTTP (%(words)s); open it in a browser and save the page"),
    message("no running text was found in it; if a script builds the page, save it from the browser once it is shown"),
    message("its robots.txt asks programs to stay away from it; save the page from a browser, or ask the outlet"),
    message("its robots.txt answered %(status)s, so what it forbids is not known; try again later"),
    message("it sends on to %(address)s: %(why)s"),
    message("it sends on to %(address)s, which is refused: %(why)s"),
    message("it sends on in a circle (%(address)s); it may want cookies: save the page from a browser"),
    message("it sends on more than %(times)s times; open it in a browser and give the address that it ends at"),
    message("%(host)s was not found (%(words)s); look at its spelling and at your connection"),
    message("%(host)s has no address; look at its spelling"),
    message("%(host)s leads to %(address)s, which is %(words)s; only machines of the public network are asked"),
    message("its server asks for no further request for %(seconds)s seconds; try again then"),
    message("its certificate is not valid (%(words)s), so anybody may have answered; look at it in a browser"),
    message("it gave no connection within %(seconds)s seconds; try again later"),
    message("it gave no answer in time; try again later"),
    message("there was no connection (%(words)s); look at your own, then try again later"),
    message("its server says that it is gone for good (410); look for the outlet's new feed"),
    message("it has not answered for %(days)s days; add it again once it does, or look for the outlet's new feed"),
    message("it has moved to %(address)s, which is followed already"),
    message("it answers with something that is no feed; look at it in a browser, it may have moved"),
    message("its feed is too damaged to be read (%(words)s); tell the outlet"),
    message("the feed carries no text for it"),
    message("the feed carries no text for it and no address that may be asked"),
    message("there is nothing at its address"),
    message("asked %(times)s times: %(why)s"),
    message("Saksi itself failed on it (%(words)s); please report it with this address"),
    message("Saksi itself failed on it (%(words)s); please report it with this feed"),
    message("a notice stands where the article should be (%(words)s); open the address in a browser, answer the notice and save the page"),
    message("the page shows %(size)s characters of an article for subscribers: log in and save the page to have the rest read"),
    message("the page lists %(links)s others and tells no story of its own: give the pages of the articles that it lists"),
    message("the rest of the story: the story goes on at %(address)s; add that page too, or the one that shows all of it"),
    message("the end of the answer: %(why)s; what came before was read"),
    message("the connection was closed within it"),
    message("it took too long"),
    message("it was too long"),
    message("the article's text: the %(kind)s carries a summary only; read the page itself for the rest: %(address)s"),
    message("published %(moment)s: the feed gives local time as GMT: its newest items are %(hours)s hours ahead"),
    message("published %(moment)s: this is still to come; the moment at which the item was first seen stands for it"),
)
"""What the intake and the following say, with places for what differs."""

_PLACE = re.compile(r"%\((\w+)\)s")
_FREE = ("hint", "why", "words")
"""Places that hold words with blanks; those of `hint` and `why` are reasons themselves."""


def reason_in(text: str, gettext: Callable[[str], str]) -> str:
    """A kept reason in another language; of several, joined by semicolons, each.

    "asked 3 times: it gave no answer in time; try again later" is two known reasons, one in the other; the words of a server
    inside a reason stay as they are. What is longer than REASON_CHARS is given back as it stands.
    """
    if len(text) > REASON_CHARS:
        return text
    if (whole := _put(text, gettext)) is not None:
        return whole
    parts = text.split("; ")
    for cut in range(len(parts) - 1, 0, -1):
        if (head := _put("; ".join(parts[:cut]), gettext)) is not None:
            return f"{head}; {reason_in('; '.join(parts[cut:]), gettext)}"
    return text


def _put(text: str, gettext: Callable[[str], str]) -> str | None:
    """One reason, None where it is not listed."""
    for template, pattern in _PATTERNS:
        if (found := pattern.fullmatch(text)) is not None:
            places = {name: reason_in(said, gettext) if name in ("hint", "why") else said for name, said in found.groupdict().items()}
            return gettext(template) % places
    return None


def _pattern(template: str) -> re.Pattern[str]:
    *pairs, last = _PLACE.split(template)
    texts, names = pairs[::2], pairs[1::2]
    places = (f"{re.escape(text)}(?P<{name}>{'.+' if name in _FREE else '[^ ;]+'})" for text, name in zip(texts, names, strict=True))
    return re.compile("".join(places) + re.escape(last), re.DOTALL)


_PATTERNS = tuple((template, _pattern(template)) for template in REASONS)
