"""The errors that Saksi raises on purpose; each names what failed and what to do about it."""

from __future__ import annotations


class SaksiError(Exception):
    """Base of every error that is raised on purpose; its text is one line for a person."""


class InputRefused(SaksiError):
    """An input that cannot be read at all.

    `uri` says which input (path, address or "-"), `reason` says why in words a person can act on.
    """

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(f"{uri}: {reason}")
        self.uri = uri
        self.reason = reason


class FetchRefused(InputRefused):
    """An address that is not fetched, or that gave no answer: by its spelling, by where it leads, by what its server says or does."""


class LedgerError(SaksiError):
    """A ledger that cannot be opened, read or written; the text says which and what to try."""


class LeaseLost(SaksiError):
    """Another follower took a host over, since this one had not been heard of for long; nothing of this one's was kept."""


class NotFollowed(SaksiError):
    """A feed or a watch that there is not, or that several fit."""


class NotInLedger(SaksiError):
    """An id or short id that the ledger does not hold, or that fits several records."""


class JudgementRefused(SaksiError):
    """A judgement that cannot be kept: its words do not stand in the article, or it says nothing; the text says what to do."""


class WordsError(SaksiError):
    """A language pack or word list that is missing or malformed; the text names the file."""


class UnknownActor(SaksiError):
    """A name by which the gazetteer of actors knows nobody."""


class OutputRefused(SaksiError):
    """A file that an export cannot be written to; the text says which and why."""


class SnapshotRefused(SaksiError):
    """A file that answers cannot be kept in: another kind of file, cut off, or in use; the text says which and what to do."""


class DeskError(SaksiError):
    """A desk that cannot open its door: the port is taken, the address is not ours, or its extra is not installed."""


class MemberRefused(SaksiError):
    """A name, password, invitation or act of a member that is not taken; the text says why and what to do.

    `code` tells the desk which of its own sentences to say.
    """

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__(text)
        self.code = code
