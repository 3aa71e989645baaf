"""Tables of HTML that stand as such in a text: Markdown has them where cells are merged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.tables.grid import Cell, Grid, Row
from zhibiao.tables.lines import Line, captions_above

# A page may claim any span; no table of a report is wider.
WIDEST = 60
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_TABLE = re.compile(r"<table\b[^<>]{0,300}>(?:(?!<table\b|</table>).)*+</table>", re.I | re.S)
_ROW = re.compile(r"<tr\b[^<>]{0,300}>(?:(?!</tr>|<tr\b).)*+", re.I | re.S)
_CELL = re.compile(
    r"<t[dh]\b(?P<attributes>[^<>]{0,300})>(?P<words>(?:(?!</t[dh]>|<t[dh]\b).)*+)", re.I | re.S
)
_SPAN = re.compile(r"(?P<way>row|col)span\s*=\s*[\"']?(?P<count>[0-9]{1,3})", re.I)
_EDGE = re.compile(r"(?:\s|<[/a-zA-Z][^<>]{0,300}>|&nbsp;|\*\*)*")
FEWEST_ROWS = 2


def tagged_tables(folded: str, lines: list[Line]) -> list[Grid]:
    """Return the tables between tags; a cell over several rows or columns stands in each of them."""
    grids: list[Grid] = []
    line = 0
    for found in _TABLE.finditer(folded):
        rows = list(_rows(folded, *found.span()))
        if len(rows) < FEWEST_ROWS or max(len(row.cells) for row in rows) < 2:
            continue
        while line + 1 < len(lines) and lines[line + 1].start <= found.start():
            line += 1
        grids.append(Grid("tagged", rows, captions_above(folded, lines, line)))
    return grids


def _rows(folded: str, start: int, end: int) -> Iterator[Row]:
    # Column → a cell from above, and for how many more rows it stands.
    hanging: dict[int, tuple[Cell, int]] = {}
    for row in _ROW.finditer(folded, start, end):
        cells: list[Cell] = []
        for found in _CELL.finditer(folded, *row.span()):
            _take(cells, hanging)
            spans = {one["way"].lower(): int(one["count"]) for one in _SPAN.finditer(found["attributes"])}
            cell = _trimmed(folded, *found.span("words"))
            for _ in range(max(1, min(spans.get("col", 1), WIDEST - len(cells)))):
                if spans.get("row", 1) > 1:
                    hanging[len(cells)] = (cell, spans["row"] - 1)
                cells.append(cell)
        _take(cells, hanging)
        if cells:
            yield Row(row.start(), row.end(), cells)


def _take(cells: list[Cell], hanging: dict[int, tuple[Cell, int]]) -> None:
    while (above := hanging.pop(len(cells), None)) is not None:
        cell, left = above
        if left > 1:
            hanging[len(cells)] = (cell, left - 1)
        cells.append(cell)


def _trimmed(folded: str, start: int, end: int) -> Cell:
    edge = _EDGE.match(folded, start, end)
    start = edge.end() if edge else start
    while end > start:
        if folded[end - 1].isspace():
            end -= 1
        elif (
            folded[end - 1] == ">"
            and (tag := folded.rfind("<", start, end)) >= 0
            and TAG.fullmatch(folded, tag, end)
        ):
            end = tag
        else:
            break
    return Cell(start, end)
