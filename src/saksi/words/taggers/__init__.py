"""The trained name taggers, one file a language, as tables of weights; what the features mean is known to the reading."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from saksi.errors import WordsError


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """A linear-chain model over `labels` ("O", "B-PER", …).

    `features` gives each feature a weight a label, in hundredths, as signed bytes; `transitions[a][b]` is the weight of label `b`
    behind label `a`, in the same unit. `made` says from what and when the file was trained.
    """

    made: str
    labels: tuple[str, ...]
    unit: float
    transitions: tuple[tuple[float, ...], ...]
    features: dict[str, bytes]


@cache
def weights(language: str) -> Weights:
    """The tagger of a language, read once. Raises WordsError where its file is missing or is no table of weights."""
    file = resources.files("saksi.words.taggers").joinpath(f"{language}.tagger")
    try:
        return msgspec.msgpack.decode(file.read_bytes(), type=Weights)
    except FileNotFoundError as exc:
        raise WordsError(f"no name tagger words/taggers/{language}.tagger in this installation; install Saksi anew") from exc
    except msgspec.DecodeError as exc:
        raise WordsError(f"name tagger words/taggers/{language}.tagger is damaged: {exc}; install Saksi anew") from exc
