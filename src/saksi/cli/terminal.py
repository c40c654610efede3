"""Draws a reading on a terminal: colours where there are any, brackets and row numbers where there are none."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from saksi.cli.harmless import one_line
from saksi.cli.rows import (
    Mark,
    Row,
    byline,
    conflict_lines,
    event_lines,
    marks,
    mention_marks,
    named_lines,
    note_lines,
    paragraphs,
    relation_lines,
    rows,
)
from saksi.records import Reading

WIDEST = 120
"""Columns; a line of text that runs on longer is hard to read."""

LEAST = 10
"""Columns that what is said keeps in the table, however narrow the terminal is."""

CONTENT_LINES = 3
"""Lines that a content may take in the table; it stands whole in the text above."""

_STYLES = {
    "content": "underline",
    "speaker": "bold cyan",
    "cue": "italic yellow",
    "relay": "bold magenta",
    "person": "cyan",
    "body": "magenta",
    "land": "green",
    "time": "blue",
    "quantity": "red",
    "role": "",
}
_BRACKETS = {"content": ("[", "]"), "speaker": ("‹", "›"), "cue": ("{", "}"), "relay": ("‹", "›")}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Page:
    """One terminal, one language of the interface, and whether there are colours."""

    def __init__(self, console: Console, phrases: Mapping[str, str], *, explain: bool) -> None:
        self._console = console
        self._phrases = phrases
        self._explain = explain
        self._colours = console.color_system is not None and not console.no_color
        self._width = min(console.width, WIDEST)
        self._shown = False

    def show(self, reading: Reading) -> None:
        """Print one article with everything that was found in it, below a line that parts it from the one before."""
        if self._shown:
            self._console.print("─" * self._width, highlight=False)
        self._shown = True
        self._console.print(Group(*self._parts(reading)), width=self._width, highlight=False, soft_wrap=False)

    def _parts(self, reading: Reading) -> Iterable[RenderableType]:
        phrases = self._phrases
        yield from self._head(reading)
        before = len(reading.title_statements) + len(reading.dek_statements)
        named = mention_marks(reading.mentions) if self._colours else []
        yield from self._marked(reading.article.text, [*marks(reading.statements, before + 1), *named])
        found = rows(reading, phrases)
        if found:
            yield self._key()
            yield self._heading(f"{phrases['statements']} ({len(found)})")
            yield self._statements(found)
        else:
            yield Text(phrases["no_statements"], style="bold")
        if found and self._explain:
            yield self._heading(phrases["why"])
            yield self._reasons(found)
        names = named_lines(reading, phrases)
        if names:
            yield self._heading(phrases["named"])
            yield self._named(names)
        for heading, lines in (
            (phrases["events"], event_lines(reading, phrases)),
            (phrases["relations"], relation_lines(reading, phrases)),
            (phrases["conflicts"], conflict_lines(reading, phrases)),
            (phrases["notes"], note_lines(reading)),
        ):
            if lines:
                yield self._heading(heading)
                yield from (Text(line) for line in lines)
        yield Text()

    def _head(self, reading: Reading) -> Iterable[RenderableType]:
        article = reading.article
        title = marks(reading.title_statements, 1)
        for text in self._marked(article.title or self._phrases["untitled"], title):
            text.stylize("bold")
            yield text
        if article.dek:
            yield from self._marked(article.dek, marks(reading.dek_statements, 1 + len(reading.title_statements)))
        below = byline(reading, self._phrases)
        if below:
            yield Text(below, style="dim")
        yield Text(one_line(article.uri or article.id), style="dim")
        yield Text()

    def _heading(self, words: str) -> Text:
        return Text(f"\n{words}", style="bold")

    def _key(self) -> Text:
        """What the marks mean."""
        shown = [("content", f"{self._opening('content', 1)}{self._phrases['key_content']}")]
        shown += [(kind, f"{self._opening(kind)}{self._phrases[f'key_{kind}']}") for kind in ("speaker", "cue", "relay")]
        key = Text(f"{self._phrases['key']}: ", style="dim")
        for place, (kind, words) in enumerate(shown):
            key.append("  " if place else "")
            key.append(words + self._closing(kind), style=_STYLES[kind] if self._colours else "")
        return key

    def _marked(self, text: str, found: Sequence[Mark]) -> Iterable[Text]:
        """The paragraphs of a text with their marks, a blank line after each."""
        for paragraph, within in paragraphs(text, found):
            yield self._paragraph(paragraph, within)
            yield Text()

    def _paragraph(self, text: str, found: Sequence[Mark]) -> Text:
        """Cut the text wherever a mark begins or ends; inner marks close before outer ones."""
        drawn = Text()
        begin: dict[int, list[Mark]] = {}
        for mark in sorted(found, key=lambda mark: -mark.end):
            begin.setdefault(mark.start, []).append(mark)
        open_marks: list[Mark] = []
        cuts = sorted({0, len(text)} | {mark.start for mark in found} | {mark.end for mark in found})
        for here, there in zip(cuts, [*cuts[1:], len(text)], strict=True):
            for mark in reversed([mark for mark in open_marks if mark.end == here]):
                drawn.append(self._closing(mark.kind))
                open_marks.remove(mark)
            for mark in begin.get(here, ()):
                drawn.append(self._opening(mark.kind, mark.number), style="bold" if self._colours else "")
                open_marks.append(mark)
            style = " ".join(dict.fromkeys(_STYLES[mark.kind] for mark in open_marks)) if self._colours else ""
            drawn.append(text[here:there], style=style)
        return drawn

    def _opening(self, kind: str, number: int = 0) -> str:
        if self._colours:
            return str(number).translate(_RAISED) if number else ""
        prefix = {"content": f"{number} ", "relay": f"{self._phrases['via']}: "}.get(kind, "")
        return _BRACKETS[kind][0] + prefix

    def _closing(self, kind: str) -> str:
        return "" if self._colours else _BRACKETS[kind][1]

    def _statements(self, found: Sequence[Row]) -> Table:
        """The table; a column that would be empty in every row is left out, and what it leaves goes to the content."""
        columns = [
            ("", 6, [str(row.number) for row in found]),
            (self._phrases["who"], 18, [row.who for row in found]),
            (self._phrases["stance"], 12, [row.stance for row in found]),
            (self._phrases["what"], 0, [row.what for row in found]),
            (self._phrases["sure"], 9, [row.sure for row in found]),
            (self._phrases["through"], 12, [row.through for row in found]),
            (self._phrases["answers"], 9, [row.answers for row in found]),
        ]
        columns = [column for column in columns if any(column[2])]
        return self._table([(name, min(most, _widest(name, cells)), cells) for name, most, cells in columns])

    def _named(self, names: Sequence[tuple[str, str]]) -> Table:
        """Kinds and names in two columns; the names whole, however many lines they take."""
        table = Table(box=None, padding=(0, 1, 0, 0), show_header=False)
        table.add_column(style="dim", width=max(len(kind) for kind, _ in names))
        table.add_column()
        for kind, listed in names:
            table.add_row(Text(kind), Text(listed))
        return table

    def _reasons(self, found: Sequence[Row]) -> Table:
        rule, words = self._phrases["rule"], self._phrases["words"]
        columns = [
            ("", len(str(len(found))), [str(row.number) for row in found]),
            (rule, min(32, _widest(rule, [row.rule for row in found])), [row.rule for row in found]),
            (words, 0, [row.words for row in found]),
        ]
        return self._table(columns)

    def _table(self, columns: Sequence[tuple[str, int, Sequence[str]]]) -> Table:
        """Columns of a name, a width (0: what is left) and cells; every cell is wrapped to its column beforehand."""
        left = max(LEAST, self._width - sum(width for _, width, _ in columns) - len(columns))
        table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=True, header_style="bold dim")
        lines = []
        for name, width, cells in columns:
            table.add_column(Text(name), width=width or left)
            lines.append([_wrapped(cell, width or left) for cell in cells])
        for row in zip(*lines, strict=True):
            table.add_row(*row)
        return table


def _widest(name: str, cells: Iterable[str]) -> int:
    return max(len(name), *(len(cell) for cell in cells))


def _wrapped(cell: str, width: int) -> Text:
    """The cell in at most `CONTENT_LINES` lines of `width` columns, "…" where it is cut."""
    lines = textwrap.wrap(cell, width, max_lines=CONTENT_LINES, placeholder="…", break_on_hyphens=False)
    return Text("\n".join(lines))
