"""Turns gold.yaml and the demonstration pages into scoring lines: statements and the rest with offsets into the text as intake reads it.

    python tests/demo/build_gold.py GOLD.jsonl                   spans index the pages as `saksi read` reads them
    python tests/demo/build_gold.py --bodies GOLD.jsonl IN.jsonl spans index tests/demo/bodies; IN.jsonl is input for `saksi read`

Exit code 1, and one line for each failure, where a string is not found verbatim in its article.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
BODIES = HERE / "bodies"
PAGES = HERE.parents[1] / "src" / "saksi" / "demo" / "pages"
DETERMINERS = re.compile(r"\b(?:the|a|an|its|his|her|their|our)\s+$", re.IGNORECASE)
Stretch = tuple[int, int]


class NotVerbatim(Exception):
    """A string of gold.yaml that its article does not hold where it is looked for."""


@cache
def gold() -> dict[str, Any]:
    """gold.yaml: {page: entry}, where page is a file name, or file#id for a line of a .jsonl."""
    entries: dict[str, Any] = yaml.safe_load((HERE / "gold.yaml").read_text(encoding="utf-8"))
    return entries


def body(page: str) -> str:
    """The text that a careful reader takes from the page, captions included."""
    name = page.partition("#")[2] or Path(page).stem
    return (BODIES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")


def read_by_intake() -> dict[str, tuple[str, str]]:
    """(id, text) of every page as intake reads it."""
    from saksi.intake import articles
    from saksi.records import Article

    read: dict[str, tuple[str, str]] = {}
    for path in sorted(PAGES.iterdir()):
        for article in articles(str(path)):
            if isinstance(article, Article):
                read[f"{path.name}#{article.id}" if path.suffix == ".jsonl" else path.name] = (article.id, article.text)
    return read


def places(text: str, words: str, inside: Stretch) -> list[Stretch]:
    """Where `words` stand in that stretch of `text` as whole words; any white space fits any white space.

    The Indonesian enclitic "nya" stands at the end of a word, and a word may carry it: "ujar" is found in "ujarnya".
    """
    left = r"(?<=\w)" if words == "nya" else r"(?<!\w)" if words[0].isalnum() else ""
    right = r"(?=nya\b|\W|$)" if words[-1].isalnum() else ""
    pattern = re.compile(left + r"\s+".join(map(re.escape, words.split())) + right)
    return [m.span() for m in pattern.finditer(text, *inside)]


def span(text: str, at: Stretch) -> dict[str, Any]:
    """The contract's span."""
    return {"start": at[0], "end": at[1], "text": text[at[0] : at[1]]}


def gap(a: Stretch, b: Stretch) -> int:
    """Characters between two stretches, 0 where they touch or overlap."""
    return max(b[0] - a[1], a[0] - b[1], 0)


def nearest(text: str, words: str, to: Stretch, inside: Stretch, *, clear_of: Sequence[Stretch] = ()) -> Stretch:
    """The occurrence of `words` nearest to `to` that overlaps none of `clear_of`; an enclitic follows `to` at once."""
    found = [p for p in places(text, words, inside) if all(p[1] <= c[0] or c[1] <= p[0] for c in clear_of)]
    if words == "nya":
        found = [p for p in found if p[0] == to[1]] or found
    if not found:
        raise NotVerbatim(words)
    return min(found, key=lambda p: (gap(p, to), p))


class Located:
    """One statement of gold.yaml with its stretches found: contents left to right, cue nearest to them, speakers nearest to the cue."""

    def __init__(self, text: str, entry: dict[str, Any], after: Stretch) -> None:
        """`after` is (contents, cue) start of the statement before; a later statement begins no earlier than either."""
        self.text, self.entry = text, entry
        self.inside = (0, len(text))
        if "within" in entry:
            self.inside = first(text, entry["within"], self.inside)
        layouts = sorted(self._layouts(min(after)), key=lambda layout: layout[0])
        if not layouts:
            raise NotVerbatim(f"{entry['cue']} + {entry['contents']}")
        _, self.contents, self.cue = layouts[0]
        self.speakers = [self._speaker(words) for words in entry.get("speakers", [])]

    @property
    def begins(self) -> Stretch:
        """Start of the contents and of the cue."""
        return self.contents[0][0], self.cue[0] if self.cue else self.contents[0][0]

    def _layouts(self, floor: int) -> Iterator[tuple[Stretch, list[Stretch], Stretch | None]]:
        """Every way to lay contents and cue from `floor` on, with how far apart they lie."""
        head, *tail = self.entry["contents"]
        for opening in places(self.text, head, (max(floor, self.inside[0]), self.inside[1])):
            contents = [opening]
            try:
                for words in tail:
                    contents.append(first(self.text, words, (contents[-1][1], self.inside[1])))
                cue = self._cue(contents, floor)
                speaker = min(
                    (gap(nearest(self.text, w, cue or opening, self.inside), cue or opening) for w in self.entry.get("speakers", [])),
                    default=0,
                )
            except NotVerbatim:
                continue
            spread = sum(gap(a, b) for a, b in itertools.pairwise(contents)) + speaker
            yield (spread + (min(gap(cue, c) for c in contents) if cue else 0), opening[0]), contents, cue

    def _cue(self, contents: list[Stretch], floor: int) -> Stretch | None:
        words = self.entry["cue"]
        if words is None:
            return None
        inside = (max(floor, self.inside[0]), self.inside[1])
        return min(
            (nearest(self.text, words, c, inside, clear_of=contents) for c in contents), key=lambda p: min(gap(p, c) for c in contents)
        )

    def _speaker(self, words: str) -> Stretch:
        clear = [self.cue] if self.cue else []
        return nearest(self.text, words, self.cue or self.contents[0], self.inside, clear_of=[*clear, *self.contents])


def first(text: str, words: str, inside: Stretch) -> Stretch:
    """The first whole occurrence of `words` in that stretch. Raises NotVerbatim where there is none."""
    found = places(text, words, inside)
    if not found:
        raise NotVerbatim(words)
    return found[0]


def statement(text: str, found: Located) -> dict[str, Any]:
    """The scoring line's statement: gold.yaml's entry with defaults filled in and spans in place of strings."""
    entry = found.entry
    names = entry.get("means") or entry.get("speakers", [])
    aliases = entry.get("aliases", [])
    beside = found.cue or found.contents[0]
    anchor = found.speakers[0] if found.speakers else beside
    whole = (0, len(text))
    record: dict[str, Any] = {
        "kind": entry["kind"],
        "speakers": [party(text, at, name, aliases) for at, name in zip(found.speakers, names, strict=True)],
        "speaker_kind": entry.get("speaker_kind", "named"),
        "roles": [span(text, nearest(text, w, anchor, whole, clear_of=found.speakers)) for w in entry.get("roles", [])],
        "affiliations": [span(text, nearest(text, w, anchor, whole, clear_of=found.speakers)) for w in entry.get("affiliations", [])],
        "cue": span(text, found.cue) if found.cue else None,
        "contents": [span(text, c) for c in found.contents],
        "act": entry.get("act", "inform"),
        "polarity": entry.get("polarity", "affirmed"),
        "certainty": entry.get("certainty", "certain"),
        "relay": [relay(text, r, beside) for r in entry.get("relay", [])],
        "answers": answers(text, found),
    }
    record |= {name: entry[name] for name in ("act_alt", "certainty_alt", "optional") if name in entry}
    if "cue_alt" in entry:
        record["cue_alt"] = [span(text, nearest(text, w, beside, whole)) for w in entry["cue_alt"]]
    others = [[span(text, nearest(text, w, anchor, whole))] for w in entry.get("speakers_alt", [])] + with_determiner(text, found.speakers)
    if others:
        record["speakers_alt"] = others
    return record


def party(text: str, at: Stretch, name: str, aliases: Sequence[str]) -> dict[str, Any]:
    """A speaker's span with whom it means."""
    return span(text, at) | {"name": name} | ({"aliases": list(aliases)} if aliases else {})


def with_determiner(text: str, speakers: Sequence[Stretch]) -> list[list[dict[str, Any]]]:
    """English speakers stand in the gold without their article; with it is right as well."""
    before = [DETERMINERS.search(text[max(0, s[0] - 8) : s[0]]) for s in speakers]
    if not any(before):
        return []
    return [[span(text, (s[0] - len(b.group()) if b else s[0], s[1])) for s, b in zip(speakers, before, strict=True)]]


def relay(text: str, entry: str | dict[str, Any], beside: Stretch) -> dict[str, Any]:
    """Who passed it on: the nearest occurrence of the name."""
    given = {"as": entry} if isinstance(entry, str) else entry
    record = span(text, nearest(text, given["as"], beside, (0, len(text)))) | {"name": given.get("means", given["as"])}
    return record | ({"optional": True} if given.get("optional") else {})


def answers(text: str, found: Located) -> dict[str, Any] | None:
    """The statement that is answered, by its number in the article, and the words that point to it."""
    entry = found.entry
    if "answers" not in entry:
        return None
    words = entry.get("anaphor")
    anaphor = span(text, nearest(text, words, found.contents[0], (0, len(text)))) if words else None
    return {"statement": entry["answers"], "anaphor": anaphor} | ({"optional": True} if entry.get("answers_optional") else {})


def scored(page: str, identity: str, text: str) -> tuple[dict[str, Any], list[str]]:
    """The scoring line of one page, and a line for each string that was not found."""
    return line(gold()[page], page, identity, text, origin="demo")


def line(entry: dict[str, Any], page: str, identity: str, text: str, *, origin: str) -> tuple[dict[str, Any], list[str]]:
    """The scoring line of one annotated text, and a line for each string that was not found. Without `conflicts` they are not annotated."""
    whole = (0, len(text))
    failures: list[str] = []
    record: dict[str, Any] = {"id": identity, "language": entry["language"], "title": entry["title"], "published": entry.get("published")}
    record |= {"origin": origin, "text": text, "statements": []} | ({"conflicts": []} if "conflicts" in entry else {})
    record |= {"credits": [], "captions": [], "dateline": None}

    def keep(kind: str, make: Any) -> None:
        try:
            record[kind].append(make())
        except NotVerbatim as exc:
            failures.append(f"{page}: {kind}: not found verbatim: {exc}")

    after = (0, 0)
    for item in entry["statements"]:
        try:
            found = Located(text, item, after)
            record["statements"].append(statement(text, found))
            after = found.begins
        except NotVerbatim as exc:
            failures.append(f"{page}: statements: not found verbatim: {exc}")
    for item in entry.get("conflicts", []):
        keep("conflicts", lambda item=item: item | {side: span(text, first(text, item[side], whole)) for side in "ab"})
    for item in entry["credits"]:
        keep("credits", lambda item=item: item | span(text, first(text, item["text"], whole)))
    for item in entry["captions"]:
        keep("captions", lambda item=item: span(text, first(text, item, whole)))
    if entry["dateline"] is not None:
        try:
            record["dateline"] = entry["dateline"] | span(text, first(text, entry["dateline"]["text"], whole))
        except NotVerbatim as exc:
            failures.append(f"{page}: dateline: not found verbatim: {exc}")
    return record, failures


def write(path: Path, records: Sequence[dict[str, Any]]) -> None:
    """One record a line."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Writes the lines; 1 where a string was not found, 2 for a wrong call."""
    by_bodies = arguments[:1] == ["--bodies"]
    paths = [Path(a) for a in arguments[by_bodies:]]
    if len(paths) != 1 + by_bodies:
        print(__doc__)
        return 2
    texts = {page: (page, body(page)) for page in gold()} if by_bodies else read_by_intake()
    missing = [f"{page}: not read by intake" for page in gold() if page not in texts]
    results = [scored(page, *texts[page]) for page in gold() if page in texts]
    write(paths[0], [record for record, _ in results])
    if by_bodies:
        write(paths[1], [{k: r[k] for k in ("id", "text", "title", "published", "language")} for r, _ in results])
    failures = missing + [line for _, lines in results for line in lines]
    print("\n".join(failures) or f"{sum(len(r['statements']) for r, _ in results)} statements in {len(results)} articles")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
