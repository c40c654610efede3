"""HTML text -> blocks with the elements that hold them; the only module that knows the HTML parser. It does not judge."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

from saksi.intake.block import Block, BlockKind
from saksi.intake.marks import Marks, judged, names
from saksi.limits import HTML_DEPTH, HTML_TAGS
from saksi.records import Note

MANY_TAGS = 10_000
"""Tags from which on a page is tamed before it is parsed; the parser's time grows with the square of its depth."""

LONG_PAGE = 300_000
"""Characters from which on a page is tamed; a tag with 50,000 attributes takes the parser ten seconds."""

LONG_TAG = 20_000
"""Characters of one tag beyond which its attributes are let go."""

OPEN_FORMATS = 100
"""Formatting tags left open; each paragraph that follows would repeat all of them."""

_DROPPED = names(
    "script style noscript template svg math iframe object embed canvas audio video select button textarea input dialog head map"
)
_FORMAT = re.compile(r"<(/?)(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s>/])", re.I)
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>"'<]*)((?:[^"'>]|"[^"]*"|'[^']*')*+)(>?)""")
_FORMATS = names("b big code em font i nobr s small strike strong tt u")
_FLAT = names("p li td th tr dd dt option br img hr input meta link source wbr area base col embed param track")
_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr img br picture source amp-img c-wiz"
)
_SUSPECT_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary", "dialog"])
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_KINDS: dict[str, BlockKind] = {
    "li": "item",
    "dd": "item",
    "dt": "item",
    "td": "cell",
    "th": "cell",
    "blockquote": "quote",
    **dict.fromkeys(_HEADINGS, "heading"),
}
_SUSPECT_TAGS = names("nav footer aside menu fieldset")
_HIDING = ("display:none", "display: none", "visibility:hidden", "visibility: hidden")
_BREAK = "\0"
"""Stands for <br> until the block is whole; the parser lets no NUL through."""


class Element(msgspec.Struct):
    """A box of the page: its parent's number and what its marks call it (see marks.Marks); what is hidden is certain furniture."""

    parent: int
    suspect: bool = False
    certain: bool = False
    body: bool = False
    dek: bool = False


class Tree(msgspec.Struct, kw_only=True):
    """The boxes of a page (number 0 is <body>) and its blocks in order; `parser` answers the metadata's questions."""

    elements: list[Element]
    blocks: list[Block]
    parser: Any


class _State(msgspec.Struct):
    """What an element hands down to its text."""

    place: int
    box: int
    kind: BlockKind
    level: int
    linked: bool
    row: int
    cell: int


def parse(html: str) -> Tree:
    """Parses a page, however broken or deep, into boxes and blocks."""
    return _Walk(LexborHTMLParser(tame(html))).tree()


def cut_after_tags(html: str) -> tuple[str, list[Note]]:
    """The page up to its HTML_TAGS-th tag, with a note where there are more."""
    if html.count("<") <= HTML_TAGS:
        return html, []
    cut = 0
    for _ in range(HTML_TAGS):
        cut = html.index("<", cut) + 1
    why = f"a page is read up to its {HTML_TAGS:,}th tag; split it to read the rest"
    return html[: cut - 1], [Note(code="too-many-tags", what=f"{len(html) - cut + 1:,} characters of HTML", why=why)]


def tame(html: str) -> str:
    """The page with what would stall a parser taken out: over-deep nesting, over-long tags, formatting left open.

    Only tags are touched, so no text is lost: an element beyond HTML_DEPTH is flattened into its ancestor.
    """
    marks = _FORMAT.findall(html)
    opened = marks.count("") - marks.count("/")
    if html.count("<") <= MANY_TAGS and len(html) <= LONG_PAGE and opened <= OPEN_FORMATS:
        return html
    depth = 0

    def rewrite(tag: re.Match[str]) -> str:
        nonlocal depth
        name = tag[2].lower()
        if name in _FORMATS and opened > OPEN_FORMATS:
            return ""
        if name not in _FLAT:
            if tag[1]:
                depth = max(0, depth - 1)
                if depth >= HTML_DEPTH:
                    return " "
            else:
                depth += 1
                if depth > HTML_DEPTH:
                    return " "
        return tag[0] if len(tag[0]) <= LONG_TAG else f"<{tag[1]}{name}>"

    return _TAG.sub(rewrite, html)


class _Walk:
    """One pass over the tree in page order; text gathers into the open block until a box begins or ends."""

    def __init__(self, parser: LexborHTMLParser) -> None:
        self.parser = parser
        self.elements = [Element(-1)]
        self.blocks: list[Block] = []
        self.boxes = 0
        self.rows = self.cells = 0
        self.pieces: list[str] = []
        self.link_chars = 0
        self.open: _State | None = None

    def tree(self) -> Tree:
        """Walks the page once."""
        body = self.parser.body
        if body is not None:
            self.walk(body)
        return Tree(elements=self.elements, blocks=self.blocks, parser=self.parser)

    def walk(self, body: Any) -> None:
        states: dict[int, _State] = {body.mem_id: _State(0, 0, "prose", 0, False, 0, 0)}
        for node in body.traverse(include_text=True):
            tag = node.tag
            if tag == "-text":
                state = states.get(node.parent.mem_id)
                if state is not None:
                    self.text(node.text_content or "", state)
            elif tag == "br":
                self.pieces.append(_BREAK)
            elif tag not in _DROPPED and tag[0] != "-":
                above = states.get(node.parent.mem_id)
                if above is not None:
                    state_below = self.enter(node, tag, above)
                    if state_below is not None:
                        states[node.mem_id] = state_below
        self.flush()

    def enter(self, node: Any, tag: str, above: _State) -> _State | None:
        given = node.attributes
        hidden = bool(given) and _is_hidden(given)
        marks = judged(given.get("class"), given.get("id")) if given else Marks.NONE
        kind: BlockKind = "caption" if marks.caption or tag == "figcaption" else above.kind
        if tag in _INLINE and not hidden:
            if tag == "a":
                return _State(above.place, above.box, above.kind, above.level, True, above.row, above.cell)
            return above if kind == above.kind else self.box(above, kind)
        self.flush()
        self.boxes += 1
        suspect = hidden or (marks.suspect and tag != "p") or tag in _SUSPECT_TAGS or given.get("role") in _SUSPECT_ROLES
        body = marks.body or given.get("itemprop") == "articleBody"
        self.elements.append(Element(above.place, suspect, hidden or marks.certain, body, marks.dek))
        row, cell = above.row, above.cell
        if tag == "tr":
            self.rows += 1
            row = self.rows
        elif tag in ("td", "th"):
            self.cells += 1
            cell = self.cells
        level = _HEADINGS.get(tag, above.level)
        own = kind if kind == "caption" and level == above.level else _KINDS.get(tag, kind)
        return _State(len(self.elements) - 1, self.boxes, own, level, above.linked, row, cell)

    def box(self, above: _State, kind: BlockKind) -> _State:
        self.flush()
        self.boxes += 1
        return _State(above.place, self.boxes, kind, above.level, above.linked, above.row, above.cell)

    def text(self, text: str, state: _State) -> None:
        if self.open is not None and self.open.box != state.box:
            self.flush()
        if text.isspace():
            if self.pieces:
                self.pieces.append(" ")
            return
        self.open = state
        self.pieces.append(text)
        if state.linked:
            self.link_chars += len(text.strip())

    def flush(self) -> None:
        state, pieces, linked = self.open, self.pieces, self.link_chars
        self.open, self.pieces, self.link_chars = None, [], 0
        if state is None:
            return
        parts = _parts("".join(pieces))
        whole = sum(map(len, parts))
        for part in parts:
            self.blocks.append(
                Block(
                    text=part,
                    kind=state.kind,
                    link_chars=round(linked * len(part) / whole),
                    place=state.place,
                    row=state.row if state.kind == "cell" else 0,
                    cell=state.cell,
                    level=state.level,
                )
            )


def _is_hidden(given: dict[str, str | None]) -> bool:
    style = given.get("style")
    return "hidden" in given or given.get("aria-hidden") == "true" or (style is not None and any(way in style for way in _HIDING))


def _parts(text: str) -> list[str]:
    """Line breaks made paragraphs: two in a row always, one where the line before it ends a sentence."""
    if _BREAK not in text:
        clean = " ".join(text.split())
        return [clean] if clean else []
    parts: list[str] = []
    fresh = True
    for line in text.split(_BREAK):
        clean = " ".join(line.split())
        if not clean:
            fresh = True
        elif fresh or parts[-1].endswith((".", "!", "?", '"', "”", ")", ":")):
            parts.append(clean)
            fresh = False
        else:
            parts[-1] += " " + clean
    return parts
