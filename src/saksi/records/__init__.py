"""The nouns of the newsroom as frozen records, and their JSON. No input or output happens here."""

from saksi.records.article import Article, Note, Refused
from saksi.records.claim import Claim, Clash, HeldOffice, JoinedActor, Place, Side
from saksi.records.conflict import Conflict, Differing
from saksi.records.entity import Entity, Office
from saksi.records.event import Event
from saksi.records.family import Edit, Family, Version
from saksi.records.following import Feed, FeedStatus, SeenItem
from saksi.records.judgement import (
    JoinVerdict,
    Judgement,
    MissedStatement,
    NoStatement,
    OtherContents,
    OtherSpeaker,
    OtherStance,
    Subject,
    Withdrawal,
)
from saksi.records.mention import Anchor, Mention, Offset, PlaceValue, QuantityValue, TimeValue
from saksi.records.reading import Credit, Dateline, Reading
from saksi.records.relation import Relation
from saksi.records.span import Span
from saksi.records.statement import Answer, Party, Statement
from saksi.records.watching import Alert, Forerunner, News, Watch

__all__ = [
    "Alert",
    "Anchor",
    "Answer",
    "Article",
    "Claim",
    "Clash",
    "Conflict",
    "Credit",
    "Dateline",
    "Differing",
    "Edit",
    "Entity",
    "Event",
    "Family",
    "Feed",
    "FeedStatus",
    "Forerunner",
    "HeldOffice",
    "JoinVerdict",
    "JoinedActor",
    "Judgement",
    "Mention",
    "MissedStatement",
    "News",
    "NoStatement",
    "Note",
    "Office",
    "Offset",
    "OtherContents",
    "OtherSpeaker",
    "OtherStance",
    "Party",
    "Place",
    "PlaceValue",
    "QuantityValue",
    "Reading",
    "Refused",
    "Relation",
    "SeenItem",
    "Side",
    "Span",
    "Statement",
    "Subject",
    "TimeValue",
    "Version",
    "Watch",
    "Withdrawal",
]
