"""Rules for transcripts: "Q: …" and "A: …", "Tanya: …", and lines that open with the name of whoever speaks."""

from __future__ import annotations

from typing import Final

from saksi.reading.drafts import Draft, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.language import CueForm
from saksi.reading.parties import Party
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import subject_before
from saksi.reading.wordsorts import sort_of

COLON: Final = CueForm(words=(":",), voice="active", act="inform")
LONGEST_LABEL: Final = 6
MOST_PARAGRAPHS: Final = 6
"""Paragraphs without a label of their own through which one turn of a transcript goes on."""
_STOPS: Final = frozenset([".", "?", "!", "…", "-", "–", "—"])


def labelled(scene: Scene, at: int) -> Draft | None:
    """ "Warsawa: Itu bukan kecelakaan.", "Q: …": a short label of a name, a role, or one letter, and what stands behind the colon.

    A label on a line among other such lines opens a turn, which has all of its paragraph and those that go on in the
    first person before the next turn; any other label has its sentence.
    """
    laid = scene.laid
    first = scene.opening
    letter = is_letter(laid, first, at)
    turn = _opens_line(laid, first) and (letter or _among_turns(laid, first, scene.last))
    if not letter and not _names_speaker(laid, first, at):
        return None
    if not laid.tokens.word(at + 1) or (not laid.tokens.capital(at + 1) and not (turn and laid.tokens.words[at + 1][0].isdigit())):
        return None
    last = _paragraph_end(laid, scene.last) if turn else scene.right
    if not letter and not scene.headline and laid.tokens.words[scene.last] not in _STOPS:
        return None
    if laid.tokens.lower[first] in laid.lang.singles["labels"] and not (turn and laid.tokens.words[last] == "?"):
        return None
    parties = [Party(*laid.span(first, first), form="letter", head=first)] if letter else label_parties(scene, at)
    stretches = [(at + 1, last), *(_going_on(laid, last) if turn else [])]
    contents = [stretch for a, b in stretches if (stretch := content_stretch(laid, a, b)) is not None]
    if not contents or not parties:
        return None
    return Draft(parties, laid.span(at, at), contents, COLON, "colon-label", scene.number, at)


def label_parties(scene: Scene, at: int) -> list[Party]:
    """The parties that a short label before the colon at token `at` names."""
    return subject_before(scene.laid, at, scene.opening).parties if at - scene.opening <= LONGEST_LABEL else []


def is_letter(laid: LaidOut, first: int, at: int) -> bool:
    """Whether the label is one that only says who asks and who answers: Q, A, T, J, Tanya, Jawab."""
    lower, lang = laid.tokens.lower, laid.lang
    return (
        at == first + 1
        and laid.tokens.capital(first)
        and (lower[first] in lang.singles["asking"] or lower[first] in lang.singles["answering"])
    )


def _names_speaker(laid: LaidOut, first: int, at: int) -> bool:
    """Whether nothing but a name or role stands before the colon."""
    words = laid.tokens.words
    if at - first > LONGEST_LABEL or at <= first or not laid.tokens.capital(first):
        return False
    return all(words[i] not in ",;()" and sort_of(laid, i) in "CPRKHOAo." for i in range(first, at))


def _opens_line(laid: LaidOut, first: int) -> bool:
    return first == 0 or laid.tokens.words[first - 1][0] == "\n"


def turn_at(laid: LaidOut, first: int) -> bool:
    """Whether a line that begins at token `first` opens with a label and a colon."""
    words = laid.tokens.words
    at = next((i for i in range(first, min(first + LONGEST_LABEL + 1, len(words))) if words[i] == ":"), -1)
    return at > first and (is_letter(laid, first, at) or _names_speaker(laid, first, at))


def _among_turns(laid: LaidOut, first: int, last: int) -> bool:
    """Whether the line before or behind opens with a label too."""
    words = laid.tokens.words
    behind = _line_end(laid, last) + 2
    if behind < len(words) and turn_at(laid, behind):
        return True
    before = first - 2
    while before > 0 and words[before - 1][0] != "\n":
        before -= 1
    return before >= 0 and turn_at(laid, before)


def _line_end(laid: LaidOut, last: int) -> int:
    """The last token of the line that holds token `last`."""
    words = laid.tokens.words
    while last + 1 < len(words) and words[last + 1][0] != "\n":
        last += 1
    return last


def _paragraph_end(laid: LaidOut, last: int) -> int:
    """The last token of the paragraph, or of the line before the next turn in it."""
    words = laid.tokens.words
    last = _line_end(laid, last)
    while last + 2 < len(words) and words[last + 1] == "\n" and not turn_at(laid, last + 2):
        last = _line_end(laid, last + 2)
    return last


def _going_on(laid: LaidOut, last: int) -> list[tuple[int, int]]:
    """The paragraphs behind a turn that belong to it: they speak in the first person, and another turn follows them."""
    found: list[tuple[int, int]] = []
    first_person = laid.lang.pronouns["first"]
    for _ in range(MOST_PARAGRAPHS):
        first = last + 2
        if first >= len(laid.tokens):
            return []
        if turn_at(laid, first):
            return found
        last = _paragraph_end(laid, first)
        if not any(laid.tokens.lower[i] in first_person and laid.quote_of[i] < 0 for i in range(first, last + 1)):
            return []
        found.append((first, last))
    return []
