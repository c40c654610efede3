"""Knows by their words the blocks that belong to the page and not to the story; it looks at one block's text alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

import msgspec

from saksi.words.packs import LANGUAGES, load, load_shared

SHORT_CHARS = 160
"""A service line is short; what is longer is judged by its shape, not by its first words."""

NOTICE_CHARS = 600
"""A notice about the page may run on this long; its first words tell it for certain."""

SERVICE_WORDS = 2
"""One word of service may stand in a story about subscriptions; two in one paragraph seldom do."""

_SPACE = re.compile(r"\s+")
_OUTER = " \t\n\r\xa00123456789.,:;!?\"'“”‘’«»()[]{}<>|/\\-–—*#•·…›‹»→+=_&@%$"
_LEADING = " \t»›>•·-–—:*[(|"
_BRAND_LIST = re.compile(
    r"(?:(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram|youtube|email|rss|line|tiktok|reddit|x|google)[\W\d_]*){2,}",
    re.I,
)


class Stock(msgspec.Struct, frozen=True):
    """The furniture words of every pack, ready to match; `openings` rules most blocks out before a pattern is tried."""

    whole: frozenset[str]
    starts: re.Pattern[str]
    notices: re.Pattern[str]
    holds: tuple[str, ...]
    service: tuple[str, ...]
    service_words: re.Pattern[str]
    comments: frozenset[str]
    ends_body: frozenset[str]
    points_elsewhere: re.Pattern[str]
    openings: dict[str, tuple[str, ...]]
    byline: re.Pattern[str]
    labels: frozenset[str]
    dated: re.Pattern[str]
    no_writer: frozenset[str]
    name_particles: frozenset[str]
    desks: frozenset[str]
    other_hands: re.Pattern[str]
    changed: re.Pattern[str]
    company: frozenset[str]
    roles: re.Pattern[str]
    caption_credit: re.Pattern[str]
    describes_outlet: re.Pattern[str]


def forms(group: str) -> list[str]:
    """The forms of one group over all language packs and the commonest of other languages, longest first."""
    lists: list[Any] = [load(language, "furniture")[group]["forms"] for language in LANGUAGES]
    lists.append(load_shared("furniture_elsewhere").get(group, {"forms": []})["forms"])
    return sorted({str(form).casefold() for entries in lists for form in entries}, key=lambda form: (-len(form), form))


@cache
def stock() -> Stock:
    """Loads and compiles the packs once. Raises WordsError where a pack is broken."""
    return Stock(
        whole=frozenset(map(bare, forms("whole"))),
        starts=_any_of(forms("starts"), r"(?:{})(?!\w)"),
        notices=_any_of(forms("notices"), r"\W*(?:{})(?!\w)"),
        holds=tuple(forms("holds")),
        service=tuple(forms("service")),
        service_words=_any_of(forms("service"), r"(?<!\w)(?:{})(?!\w)"),
        comments=frozenset(map(bare, forms("comments"))),
        ends_body=frozenset(map(bare, forms("ends_body"))),
        points_elsewhere=_any_of(forms("points_elsewhere"), r"\W*(?:{})(?!\w)"),
        openings=_by_letter(forms("starts") + forms("points_elsewhere")),
        byline=_any_of(forms("byline"), r"(?:{})\s*[:;|]?\s+(?=\w)"),
        labels=frozenset(map(bare, forms("byline") + forms("other_hands"))),
        dated=_any_of(forms("dated"), r"(?:{})(?!\w)\s*[:;|]?\s*"),
        no_writer=frozenset(map(bare, forms("no_writer"))),
        name_particles=frozenset(forms("name_particles")),
        desks=frozenset(forms("desks")),
        other_hands=_any_of(forms("other_hands"), r"(?:{})(?:(?<=:)|(?!\w))"),
        changed=_any_of(forms("changed"), r"(?<!\w)(?:{})(?!\w)"),
        company=frozenset(map(bare, forms("company"))),
        caption_credit=_any_of(forms("caption_credit"), r"(?:{})(?!\w)"),
        describes_outlet=_any_of(forms("describes_outlet"), r"(?<!\w)(?:{})(?!\w)"),
        roles=_any_of(forms("role_after_name"), r"(?:{})(?!\w)"),
    )


def _by_letter(words: list[str]) -> dict[str, tuple[str, ...]]:
    """The forms by their first letter."""
    return {letter: tuple(word for word in words if word[0] == letter) for letter in {word[0] for word in words}}


def _any_of(words: list[str], shape: str) -> re.Pattern[str]:
    return re.compile(shape.format("|".join(map(re.escape, words))), re.I)


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """The text for comparison: case folded, outer digits and punctuation off, white space single."""
    key = text.strip(_OUTER)
    if key and not (_is_letter(key[0]) and _is_letter(key[-1])):
        letters = [at for at, char in enumerate(key) if _is_letter(char)]
        key = key[letters[0] : letters[-1] + 1] if letters else ""
    return _SPACE.sub(" ", key).casefold()


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def is_furniture(text: str) -> bool:
    """Is this block, by its words alone, a button, a label, a notice or a pointer to another page?"""
    return (len(text) <= SHORT_CHARS and _is_furniture(text)) or (len(text) <= NOTICE_CHARS and _is_notice(text))


@lru_cache(maxsize=8192)
def _is_notice(text: str) -> bool:
    """A notice by its first words, or by two different words of service: "Subscribe to our paper; see the privacy policy"."""
    words = stock()
    if words.notices.match(text) is not None:
        return True
    lowered = text.casefold()
    # Plain search rules most blocks out before the pattern, which minds where words end, is tried.
    if sum(map(lowered.__contains__, words.service)) < SERVICE_WORDS:
        return False
    return len(set(words.service_words.findall(lowered))) >= SERVICE_WORDS


@lru_cache(maxsize=8192)
def _is_furniture(text: str) -> bool:
    # Cached: a site's menus and buttons come back on every page.
    words = stock()
    key = bare(text)
    if key in words.whole or not (key or _is_scene_break(text) or any(map(str.isdigit, text))):
        return True
    lowered = text.casefold()
    opening = lowered.lstrip(_LEADING)
    opens = opening.startswith(words.openings.get(opening[:1], ()))
    if opens and (words.starts.match(text) is not None or words.points_elsewhere.match(text) is not None):
        return not _reads_on(text, words)
    if len(text) <= SHORT_CHARS // 2 and any(map(lowered.__contains__, words.holds)):
        return not _reads_on(text, words)
    return _BRAND_LIST.fullmatch(text) is not None


def _reads_on(text: str, words: Stock) -> bool:
    # "Diperbarui oleh pemerintah, aturan itu berlaku ..." opens with a label's word but is a sentence with an inner comma and a stop.
    return text.endswith((".", '"', "”")) and text.count(" ") >= 12 and words.points_elsewhere.match(text) is None


def _is_scene_break(text: str) -> bool:
    return text.strip(" ") in {"***", "* * *", "---", "###"}


def heads_comments(text: str) -> bool:
    """Does this block head readers' comments or the writer's portrait?"""
    return len(text) <= SHORT_CHARS // 2 and bare(text) in stock().comments


def ends_body(text: str) -> bool:
    """Does this block head what stands beside or after a story: related pages, share buttons, lists of the latest?"""
    if len(text) > SHORT_CHARS // 2:
        return False
    key = bare(text)
    return key in stock().ends_body or (key.startswith("more ") and key.endswith((" stories", " news", " articles", " posts")))


def points_elsewhere(text: str) -> bool:
    """Is this a reference to another article ("Baca juga: ...") between two paragraphs?"""
    return len(text) <= 2 * SHORT_CHARS and stock().points_elsewhere.match(text) is not None
