"""The targets without a number in the tables of a list: 居民收入 | 与经济增长同步."""

from __future__ import annotations

from dataclasses import replace

from zhibiao.document import Document
from zhibiao.grammar.headline import TargetList
from zhibiao.grammar.qualitative import Phrase, phrases_of_cell
from zhibiao.model import Status
from zhibiao.tables.naming import link
from zhibiao.tables.reading import ReadTable


def with_tables(document: Document, lists: list[TargetList]) -> list[TargetList]:
    """Return the lists of targets, each with the whole of a table that it reaches into or is announced in."""
    if not document.tables:
        return lists
    return [_with_table(document, listed) for listed in lists]


def _with_table(document: Document, listed: TargetList) -> TargetList:
    for table in document.tables:
        if table.grid.start < listed.end and listed.start < table.grid.end:
            listed = replace(listed, end=max(listed.end, table.grid.end))
    return listed


def phrases_with_tables(document: Document, phrases: list[Phrase], start: int, end: int) -> list[Phrase]:
    """Return the phrases of a list at ``start``–``end`` with those of its tables, whose rows are no clauses."""
    tables = [table for table in document.tables if table.grid.start < end and start < table.grid.end]
    if not tables:
        return phrases
    spans = [(table.grid.start, table.grid.end) for table in tables]
    outside = [one for one in phrases if not any(first <= one.start < last for first, last in spans)]
    found = [phrase for table in tables for phrase in _phrases(table)]
    return sorted([*outside, *found], key=lambda phrase: phrase.start)


def _phrases(table: ReadTable) -> list[Phrase]:
    phrases: list[Phrase] = []
    for one in table.words:
        if (one.meaning.status or table.caption.status) is not Status.TARGET:
            continue
        linked = link(one.stub.name)
        phrases += [
            replace(phrase, commitment=one.attribute or phrase.commitment)
            for phrase in phrases_of_cell(linked.ids, one.stub.path, one.words, *one.cell)
        ]
    return phrases
