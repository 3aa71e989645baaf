"""Tables made up at random, whose every cell is known, written in each of the forms that tables come in."""

from __future__ import annotations

import html
import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.forms.made import word_document, word_paragraph
from zhibiao.forms.markup import parse, text_of
from zhibiao.forms.page_layout import Piece, lines_in_order
from zhibiao.forms.word import text_of_document

NAMES = (
    "原煤",
    "粗钢",
    "钢材",
    "水泥",
    "乙烯",
    "天然气",
    "彩色电视机",
    "集成电路",
    "家用电冰箱",
    "微型计算机设备",
)
UNITS = ("万吨", "亿吨", "万台", "亿块", "亿立方米")
HEAD = ("产品名称", "单位", "产量", "比上年增长（%）")
CAPTION = "表3 2024年主要工业产品产量及其增长速度"


@dataclass(frozen=True, slots=True)
class Known:
    """A row that is known: name, unit, output and growth as they stand in the cells."""

    name: str
    unit: str
    output: str
    growth: str


def made_up(seed: int) -> list[Known]:
    """Return rows made up at random."""
    chance = random.Random(seed)
    return [
        Known(
            name,
            chance.choice(UNITS),
            f"{chance.uniform(1, 99999):.{chance.choice((0, 1, 2))}f}",
            f"{chance.uniform(-30, 60):.1f}",
        )
        for name in chance.sample(NAMES, 7)
    ]


def _cells(rows: list[Known]) -> list[tuple[str, str, str, str]]:
    return [HEAD, *((row.name, row.unit, row.output, row.growth) for row in rows)]


def markdown(rows: list[Known]) -> str:
    lines = [f"| {' | '.join(cells)} |" for cells in _cells(rows)]
    return "\n".join([CAPTION, "", lines[0], "| --- | --- | ---: | ---: |", *lines[1:]])


def page(rows: list[Known]) -> str:
    inner = "".join(
        "<tr>" + "".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in cells) + "</tr>"
        for cells in _cells(rows)
    )
    return text_of(parse(f"<div><p>{CAPTION}</p><table>{inner}</table></div>"))


def page_with_merged_caption(rows: list[Known]) -> str:
    inner = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"
        for cells in _cells(rows)
    )
    return text_of(parse(f'<table><tr><td colspan="4">{CAPTION}</td></tr>{inner}</table>'))


def tags_in_text(rows: list[Known]) -> str:
    """As Markdown keeps a table whose cells are merged."""
    inner = "\n".join(
        "<tr>" + "".join(f'<td width="200">{html.escape(cell)}</td>' for cell in cells) + "</tr>"
        for cells in _cells(rows)
    )
    return f"{CAPTION}\n\n<table>\n{inner}\n</table>"


def word(rows: list[Known]) -> str:
    inner = "".join(
        "<w:tr>" + "".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"
        for cells in _cells(rows)
    )
    return text_of_document(word_document(f"{word_paragraph(CAPTION)}<w:tbl>{inner}</w:tbl>"))


def paper(rows: list[Known]) -> str:
    """As the lines of a PDF page come out, whose cells stand at their columns' places."""
    lefts = (72.0, 220.0, 300.0, 400.0)
    pieces = [Piece(72.0, 780.0, 72.0 + 12 * len(CAPTION), 792.0, CAPTION)]
    for number, cells in enumerate(_cells(rows)):
        bottom = 750.0 - 20 * number
        pieces += [
            Piece(left, bottom, left + 6 * len(cell.encode("gbk")), bottom + 12, cell)
            for left, cell in zip(lefts, cells, strict=True)
        ]
    return "\n".join(line.text for line in lines_in_order(pieces))


def tabs(rows: list[Known]) -> str:
    return "\n".join([CAPTION, *("\t".join(cells) for cells in _cells(rows))])


def spaces(rows: list[Known]) -> str:
    return "\n".join([CAPTION, "", *("   ".join(cells) for cells in _cells(rows))])


def bullets(rows: list[Known]) -> str:
    return "\n".join([f"**{CAPTION}**", "", *(f"- {' '.join(cells)}" for cells in _cells(rows))])


def cell_a_line(rows: list[Known]) -> str:
    return "\n".join([CAPTION, "", *(cell for cells in _cells(rows) for cell in cells)])


def cell_a_paragraph(rows: list[Known]) -> str:
    return "\n\n".join([CAPTION, *(cell for cells in _cells(rows) for cell in cells)])


def one_line(rows: list[Known]) -> str:
    return " ".join([CAPTION.replace(" ", ""), *(cell for cells in _cells(rows) for cell in cells)])


FORMS: tuple[Callable[[list[Known]], str], ...] = (
    markdown,
    page,
    page_with_merged_caption,
    tags_in_text,
    word,
    paper,
    tabs,
    spaces,
    bullets,
    cell_a_line,
    cell_a_paragraph,
    one_line,
)
