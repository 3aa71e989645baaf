"""A table of HTML → rows of cells, merged ones filled; rows of words → lines of piped cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

# A page may claim any span; no table of a report is wider.
WIDEST = 200


def rows_of(table: HtmlElement) -> list[list[HtmlElement]]:
    """Return a table's rows; a cell that spans several rows or columns stands in each of them."""
    rows: list[list[HtmlElement]] = []
    # Column → a cell from above, and for how many more rows it stands.
    hanging: dict[int, tuple[HtmlElement, int]] = {}
    for row in table.iter("tr"):
        cells: list[HtmlElement] = []
        for cell in row.iterchildren("td", "th"):
            _take_hanging(cells, hanging)
            depth = _span(cell, "rowspan")
            for _ in range(min(_span(cell, "colspan"), WIDEST - len(cells))):
                if depth > 1:
                    hanging[len(cells)] = (cell, depth - 1)
                cells.append(cell)
        _take_hanging(cells, hanging)
        if cells:
            rows.append(cells)
    return rows


def _take_hanging(cells: list[HtmlElement], hanging: dict[int, tuple[HtmlElement, int]]) -> None:
    while (above := hanging.pop(len(cells), None)) is not None:
        cell, rows_left = above
        if rows_left > 1:
            hanging[len(cells)] = (cell, rows_left - 1)
        cells.append(cell)


def _span(cell: HtmlElement, name: str) -> int:
    stated = (cell.get(name) or "1").strip()
    return max(1, min(int(stated), WIDEST)) if stated.isdecimal() else 1


def piped(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give a table as lines of Markdown, the first row its head; cells that a row lacks are empty."""
    width = max(map(len, rows))
    for number, row in enumerate(rows):
        cells = [cell.replace("|", "｜") for cell in row] + [""] * (width - len(row))
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * width}"
