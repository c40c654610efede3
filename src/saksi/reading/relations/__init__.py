"""Relations that outlast an event: who commands, leads, belongs to, is allied with, opposes or backs whom, and what lies where."""

from saksi.reading.relations.find import find_relations

__all__ = ["find_relations"]
