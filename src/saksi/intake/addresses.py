"""Which addresses mean the same page, and which are numbered pages of one story; nothing is asked of the network here."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(
    r"utm_\w*|fbclid|gclid|dclid|yclid|msclkid|mc_[ce]id|igshid|at_\w+|ns_\w+|cmpid|icid|ocid|smid|sr_share|_ga|ref_?src", re.I
)
"""Parts of a query that say by which way a reader came, and nothing of what is shown."""

_NAMES = "page|pageno|pg|hal|halaman|laman"
_IN_QUERY = re.compile(rf"[?&](?:{_NAMES})=(\d{{1,2}})(?=&|$)", re.I)
_IN_PATH = re.compile(rf"(?:/(?:(?:{_NAMES})[/_-]?)?|[_-](?:{_NAMES})[_-]?)(\d{{1,2}})(\.html?|\.php)?$", re.I)


def canonical(address: str) -> str:
    """An address without what does not change the page: scheme, fragment, "www.", the way by which a reader came, a last slash.

    "http://www.Kopi.example/a/?utm_source=rss#x" is "kopi.example/a"; "?id=3" stays, "?page=2" too.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
        query = urlencode(
            [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name)]
        )
    except ValueError:
        return address.strip()
    return f"{host}{port}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def numbered(address: str) -> tuple[str, int | None]:
    """An address without the number of its page, as `canonical` has it, and that number, None where it names none.

    "https://kabar.example/dermaga?page=2", "…/dermaga/2", "…/dermaga/halaman-2" are ("kabar.example/dermaga", 2). The last part
    that is left has a letter: "…/2017/03" stays whole. A page of comments ("…/dermaga/comment-page-2", "?cpage=2") is none.
    """
    key = canonical(address)
    path, mark, query = key.partition("?")
    if mark and (found := _IN_QUERY.search(f"?{query}")) is not None:
        rest = f"?{query}"[: found.start()] + f"?{query}"[found.end() :]
        return path + ("?" + rest.lstrip("?&") if rest.strip("?&") else ""), int(found[1])
    found = None if mark else _IN_PATH.search(path)
    if found is None:
        return key, None
    stem = path[: found.start()] + (found[2] or "")
    whole = stem.count("/") and any(map(str.isalpha, stem.rpartition("/")[2]))
    return (stem, int(found[1])) if whole and not stem.endswith("comment") else (key, None)
