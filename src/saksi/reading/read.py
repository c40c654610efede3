"""The order of the steps of a reading, and nothing else."""

from __future__ import annotations

from saksi import __version__
from saksi.records import Article, Reading

ENGINE = f"saksi {__version__}"


def read(article: Article) -> Reading:
    """Everything that Saksi finds in one article. Pure: the same article gives the same reading."""
    return Reading(article=article, engine=ENGINE, captions=article.captions)
