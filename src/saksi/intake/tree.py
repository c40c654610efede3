"""HTML text -> blocks with the elements that hold them; the only module that knows the HTML parser. It does not judge."""

from __future__ import annotations

import re

import msgspec
import turbohtml

from saksi.intake.block import Block, BlockKind
from saksi.intake.tags import DROPPED, Tag, attributes, tag_of
from saksi.limits import HTML_TAGS
from saksi.records import Note

MANY_TAGS = 3_000
"""Tags from which on formatting left open is looked for before the page is parsed; fewer cannot multiply to much."""

BESIDE_MENUS = 1_000
"""Characters of text beside the menus from which on these are not looked at."""

OPEN_FORMATS = 100
"""Formatting tags left open; each paragraph that follows would repeat all of them."""

_FORMAT = re.compile(r"<(/?)(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?:[\s/][^<>]*)?>", re.I)
_DROPPED = ",".join(DROPPED)
_WRITTEN = turbohtml.Html(
    layout=turbohtml.Minify(collapse_whitespace=False, omit_optional_tags=False, unquote_attributes=False, strip_comments=True)
)
"""How the parser writes the page: angle brackets escaped in text and in attributes, no comments, so that each bracket is a tag's."""

_HEAD = re.compile(r"<(meta|link) ([^>]*)>")
_TELLING_RELATION = re.compile(r"canonical|next|prev|amphtml", re.I)
_REPEATED = frozenset(["citation_author", "article:author", "author", "dc.creator", "dcterms.creator"])
_ROOT = re.compile(r"<html ([^>]*)>")
_TELLING_LINK = re.compile(r"author|byline|hidden|caption|penulis|reporter")
_LINK = Tag(name="a", inline=True, link=True)
_NOTHING = Tag(name="img", void=True)
_SHOWS_NOTHING = ("img ", "source ", "link ", "input ", "?")

SIGN_CHARS = 300
"""Characters of an element that names a writer or a day; a longer one holds more than that."""

SIGNS = 60
"""Elements of one page that name a writer or a day; further ones belong to lists of other pages."""

_LABELLED = re.compile(r"[^\W\d_]{3,15} ?: \S")
_BREAK = "\0"
"""Stands for <br> until the block is whole; the parser lets no NUL through."""


class Element(msgspec.Struct, gc=False):
    """A box of the page: its parent's number, its tag's name and what its marks call it; what is hidden is certain furniture."""

    parent: int
    name: str = "body"
    suspect: bool = False
    certain: bool = False
    body: bool = False
    dek: bool = False
    hidden: bool = False


class Sign(msgspec.Struct, gc=False):
    """An element that names a writer or a day: "author", "byline", "date" or "published", what its attributes say, its text
    (lines parted where boxes and links begin and end), the number of its element; `box` and `linked` are of the last text.
    """

    kind: str
    stamp: str | None
    text: str = ""
    place: int = 0
    box: int = 0
    linked: bool = False


class Tree(msgspec.Struct, kw_only=True):
    """The boxes of a page (number 0 is the page), its blocks in order, and what its head and attributes declare.

    `metas` are the meta tags by lower-case name, the first of each; `scripts` the texts of JSON-LD; `root` the
    attributes of <html>; `tab` the <title>; `links` the addresses of <link> by relation ("canonical", "amphtml").
    """

    elements: list[Element]
    blocks: list[Block]
    signs: list[Sign] = []
    metas: dict[str, str] = {}
    links: dict[str, str] = {}
    scripts: list[str] = []
    root: dict[str, str] = {}
    tab: str | None = None


class _State(msgspec.Struct, gc=False):
    """What an element hands down to its text."""

    place: int
    box: int
    kind: BlockKind = "prose"
    level: int = 0
    linked: bool = False
    row: int = 0
    cell: int = 0


def parse(html: str) -> Tree:
    """Parses a page, however broken or deep, into boxes and blocks; menus are left out where they are not nearly all there is."""
    calm = tame(html)
    tree = _parsed(calm, menus=False)
    return tree if sum(len(block.text) for block in tree.blocks) >= BESIDE_MENUS else _parsed(calm, menus=True)


def _parsed(html: str, *, menus: bool) -> Tree:
    page = turbohtml.parse(html)
    scripts = [node.text for node in page.select('script[type*="ld+json"]')]
    for node in page.select(_DROPPED):
        node.decompose()
    for node in () if menus else page.select("nav"):
        if node.select_one("p, h1") is None:
            node.decompose()
    tab = page.select_one("title")
    head, _, body = page.serialize(_WRITTEN).partition("<body")
    tree = _Walk().read(body.partition(">")[2])
    _declare(tree, head)
    tree.scripts = scripts
    tree.tab = " ".join(tab.text.split()) or None if tab is not None else None
    return tree


def _declare(tree: Tree, head: str) -> None:
    """What the head says: after what the body says, which seldom says anything."""
    for name, text in _HEAD.findall(head):
        if name == "link" and _TELLING_RELATION.search(text) is None:
            continue
        given = attributes(text)
        key = given.get("property") or given.get("name") or given.get("itemprop") or given.get("http-equiv")
        key, value = (key, given.get("content")) if name == "meta" else (given.get("rel"), given.get("href"))
        if key and value:
            kept = tree.metas if name == "meta" else tree.links
            key, value = plain(key).strip().lower(), plain(value)
            again = key in kept and key in _REPEATED and value not in kept[key]
            kept[key] = f"{kept[key]}; {value}" if again else kept.get(key, value)
    if (root := _ROOT.search(head)) is not None:
        tree.root = {key: plain(value) for key, value in attributes(root[1]).items()}


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
    """The page without its formatting tags where many of them are left open; no text is lost."""
    if html.count("<") <= MANY_TAGS:
        return html
    marks = _FORMAT.findall(html)
    return _FORMAT.sub("", html) if marks.count("") - marks.count("/") > OPEN_FORMATS else html


class _Walk:
    """One pass over the page as the parser writes it; text gathers into the open block until a box begins or ends."""

    def __init__(self) -> None:
        self.tree = Tree(elements=[Element(-1)], blocks=[])
        self.boxes = 0
        self.rows = self.cells = 0
        self.pieces: list[str] = []
        self.link_chars = 0
        self.open: _State | None = None
        self.signs: list[tuple[int, Sign]] = []

    def read(self, html: str) -> Tree:
        """Walks the page once: what follows an angle bracket is a tag, up to the other bracket, and text."""
        states = [_State(0, 0)]
        for piece in f">{html}".split("<"):
            mark, ended, text = piece.partition(">")
            if not ended:
                mark, text = "", "" if piece[:1] == "?" else f"<{piece}"
            if mark[:1] == "/":
                if len(states) > 1:
                    states.pop()
                if self.signs:
                    self.close(len(states))
            elif mark:
                tag = _named(mark)
                if tag.plain:
                    states.append(states[-1])
                else:
                    self.tag(mark, tag, states)
            if not text:
                continue
            if not text.isspace():
                self.text(text, states[-1])
            elif self.pieces:
                self.pieces.append(" ")
        self.flush()
        return self.tree

    def tag(self, mark: str, tag: Tag, states: list[_State]) -> None:
        if tag.sign is not None and len(self.tree.signs) < SIGNS:
            sign = Sign(tag.sign, plain(tag.stamp) if tag.stamp else None, place=len(self.tree.elements))
            self.tree.signs.append(sign)
            if not tag.void:
                self.signs.append((len(states), sign))
        if not tag.void:
            states.append(self.enter(tag, states[-1]))
        elif tag.name == "br":
            self.pieces.append(_BREAK)
        elif tag.name == "meta":
            _declare(self.tree, f"<{mark}>")

    def close(self, depth: int) -> None:
        while self.signs and self.signs[-1][0] >= depth:
            self.signs.pop()

    def enter(self, tag: Tag, above: _State) -> _State:
        if tag.inline:
            if tag.link:
                return _State(above.place, above.box, above.kind, above.level, True, above.row, above.cell)
            return above if tag.kind in (None, above.kind) else self.box(above, tag.kind or above.kind)
        if self.pieces:
            self.flush()
        self.boxes += 1
        elements = self.tree.elements
        elements.append(Element(above.place, tag.name, tag.suspect, tag.certain, tag.body, tag.dek, tag.hidden))
        row, cell = above.row, above.cell
        if tag.name == "tr":
            self.rows += 1
            row = self.rows
        elif tag.name in ("td", "th"):
            self.cells += 1
            cell = self.cells
        level = above.level if tag.level is None else tag.level
        kind = above.kind if tag.kind is None or (above.kind == "caption" and tag.level is None) else tag.kind
        return _State(len(elements) - 1, self.boxes, kind, level, above.linked, row, cell)

    def box(self, above: _State, kind: BlockKind) -> _State:
        self.flush()
        self.boxes += 1
        return _State(above.place, self.boxes, kind, above.level, above.linked, above.row, above.cell)

    def text(self, text: str, state: _State) -> None:
        if self.open is not state:
            if self.open is not None and self.open.box != state.box:
                self.flush()
            self.open = state
        self.pieces.append(text)
        if state.linked:
            self.link_chars += len(text.strip())
        for _, sign in self.signs:
            if len(sign.text) < SIGN_CHARS:
                sign.text += text if sign.box == state.box and state.linked == sign.linked else f"\n{text}"
                sign.box, sign.linked = state.box, state.linked

    def flush(self) -> None:
        state, pieces, linked = self.open, self.pieces, self.link_chars
        self.open, self.pieces, self.link_chars = None, [], 0
        if state is None:
            return
        parts = _parts(plain("".join(pieces)))
        whole = sum(map(len, parts))
        row = state.row if state.kind == "cell" else 0
        for part in parts:
            chars = round(linked * len(part) / whole) if linked else 0
            self.tree.blocks.append(Block(part, state.kind, chars, state.place, False, row, state.cell, state.level))


def _named(mark: str) -> Tag:
    """The kind of tag; of most links and pictures their name alone is looked at, for no two of them are alike."""
    if mark.startswith("a ") and _TELLING_LINK.search(mark) is None:
        return _LINK
    return _NOTHING if mark.startswith(_SHOWS_NOTHING) else tag_of(mark)


def plain(text: str) -> str:
    """Text of the serialised page as readers see it."""
    if "&" not in text:
        return text
    return text.replace("&nbsp;", "\xa0").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _parts(text: str) -> list[str]:
    """Line breaks made paragraphs: two in a row always, one where the line before it ends a sentence, or where both lines
    open with a label ("Reporter: ...", "Editor: ...")."""
    if _BREAK not in text:
        clean = " ".join(text.split())
        return [clean] if clean else []
    parts: list[str] = []
    fresh = True
    for line in text.split(_BREAK):
        clean = " ".join(line.split())
        if not clean:
            fresh = True
        elif fresh or parts[-1].endswith((".", "!", "?", '"', "”", ")", ":")) or (_LABELLED.match(clean) and _LABELLED.match(parts[-1])):
            parts.append(clean)
            fresh = False
        else:
            parts[-1] += " " + clean
    return parts
