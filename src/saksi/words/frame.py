"""A frame, and the forms that tell or name its event: data, made by frames.py."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records.event import EventStatus

FrameVoice = Literal["active", "passive", "base", "gerund", "participle", "bare", "stem", "noun"]
"""How a form stands: a noun names the event ("air strike", "serangan"), the others tell it."""

Negated = Literal["keep", "drop", "REJECT"]
"""What a negation makes of it: a denied event, none, or a refusal ("tidak membantu", "did not agree")."""


class Frame(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one group of words means.

    `recipient` is where the recipient of a verb stands: "object", or the prepositions that lead to it; in the passive the
    subject is the recipient where it is "object". It is "subject" where the verb is passive in meaning ("came under fire").
    `actor_of` and `recipient_of` are the prepositions behind a noun ("strike by X on Y", "serangan oleh X terhadap Y"); a
    bare name or adjective beside the noun is the actor.
    `both`: the sides do it to each other (meets, talks). `objects`: a verb counts only with one of these words in its
    object, which in the passive is its subject ("lifted sanctions"; not "lifted a hand"); `not_objects`: not with one of
    these ("struck the village"; not "struck a chord"). `sectors`: only where the actor is of one of these PLOVER sectors
    ("troops marched on the capital"; not "students marched"). `embeds`: the status of an event that the verb's clause or
    the noun's complement tells ("agreed to withdraw": planned; "accused of shelling": possible). `weak`: counts only where
    an actor or a recipient of a political sort is found, since the word has an everyday sense ("hit", "buka"). `negated`:
    what a plain "not" makes of it, where the group does not say what the category's default in `plover.yaml` says.
    """

    category: str
    mode: str | None = None
    recipient: tuple[str, ...] = ("object",)
    actor_of: tuple[str, ...] = ()
    recipient_of: tuple[str, ...] = ()
    both: bool = False
    negated: Negated = "keep"
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    embeds: EventStatus | None = None
    weak: bool = False


class FrameForm(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One form that tells or names an event: its words in lower case, how it stands, and the frame.

    `tail` are words that must follow behind the object, at most FRAME_GAP tokens away ("took | three men | hostage").
    """

    words: tuple[str, ...]
    tail: tuple[str, ...] = ()
    voice: FrameVoice
    frame: Frame
