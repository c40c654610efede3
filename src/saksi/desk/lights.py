"""The style sheet that lights a statement up in the text and in the list where scripts are off.

A piece of text carries, per statement, a class of one letter and the statement's number: p speaker, o role or
affiliation, u cue, c content, r relay, a the words that point at what is answered. The card in the list is nN, the
reference in the text fN. With scripts on, `static/article.js` lights the same classes without this sheet, whose rules cost
a browser the square of their number.
"""

from __future__ import annotations

ROLES = {"a": "anaphor", "c": "content", "o": "role", "r": "relay", "p": "speaker", "u": "cue"}
"""Class letter -> the custom property `--lit-…` that colours it; where two lie over one piece the later one shows."""

_RULE = """\
.reading:has(.n{n}:is(:hover,:focus-within,:target),.f{n}:is(:focus,:target),:is({marks}):hover),
.reading:not(:has(.card:target,.reference:target)):has(.n{n}.chosen){{
{lights}
.n{n}{{--edge:var(--accent);background:var(--lit-card)}}
}}
"""


def lights(count: int) -> str:
    """CSS for an article of `count` statements."""
    return "".join(_rule(number) for number in range(1, count + 1))


def _rule(number: int) -> str:
    marks = ",".join(f".{letter}{number}" for letter in ROLES)
    lit = "\n".join(f".{letter}{number}{{background:var(--lit-{role})}}" for letter, role in ROLES.items())
    return _RULE.format(n=number, marks=marks, lights=lit)
