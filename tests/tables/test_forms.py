"""One table in every form gives the same figures: each cell with its unit, name, measure and time."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.chromium import CHROMIUM
from tests.tables.rendering import (
    CAPTION,
    FORMS,
    HEAD,
    Known,
    cell_a_line,
    made_up,
    markdown,
    one_line,
    spaces,
)
from zhibiao.extract import extract
from zhibiao.forms.pdf import text_of_pdf
from zhibiao.model import Extraction, Measure, Profile, Reason, Status

COMMUNIQUE = Profile(kind="communique", region_code="000000", review_year=2024)
# Ten times as much text; what grows with the square of it takes a hundred times as long.
MOST_SLOWDOWN = 25


def read(text: str) -> Extraction:
    return extract(
        f"一、工业\n\n全年工业增加值40万亿元。\n\n{text}\n\n全年建筑业增加值8万亿元。\n",
        COMMUNIQUE,
        "made up",
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("seed", range(5))
def test_each_cell_is_a_figure(form: Callable[[list[Known]], str], seed: int) -> None:
    rows = made_up(seed)
    found = read(form(rows))
    cells = [figure for figure in found.figures if figure.rule.startswith("table_cell")]
    assert [(one.indicator_text, one.number, one.unit_text, one.measure, one.direction) for one in cells] == [
        known
        for row in rows
        for known in (
            (row.name, Decimal(row.output), row.unit, Measure.LEVEL, None),
            (
                row.name,
                abs(Decimal(row.growth)),
                "%",
                Measure.GROWTH_RATE,
                "down" if row.growth.startswith("-") else "up",
            ),
        )
    ]
    assert {(one.status, one.period_start, one.period_end) for one in cells} == {
        (Status.ACTUAL, date(2024, 1, 1), date(2024, 12, 31))
    }
    assert len(found.figures) == len(cells) + 2, "the sentences round the table are read as before"
    assert [one.numeral_text for one in found.numerals if one.reason is Reason.UNEXPLAINED] == []


@pytest.mark.parametrize("form", [markdown, spaces, cell_a_line, one_line], ids=lambda form: form.__name__)
def test_time_grows_with_the_table_and_no_faster(form: Callable[[list[Known]], str]) -> None:
    def seconds(times: int) -> float:
        text = form(made_up(1) * times)
        return min(_seconds(text) for _ in range(3))

    assert seconds(400) < MOST_SLOWDOWN * max(seconds(40), 0.01)


def _seconds(text: str) -> float:
    started = time.perf_counter()
    read(text)
    return time.perf_counter() - started


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_table_that_a_browser_prints_is_read_as_the_page_itself(tmp_path: Path) -> None:
    rows = [(row.name, row.unit, row.output, row.growth) for row in made_up(3)]
    rows[2] = (*rows[2][:3], "")
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [HEAD, *rows])
    style = "<style>td{border:1px solid;padding:3px 9px}</style>"
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(f'<meta charset="utf-8">{style}<p>{CAPTION}</p><table>{cells}</table>', encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [*command, f"--print-to-pdf={printed}", page.as_uri()], check=True, capture_output=True, timeout=90
    )
    found = read(text_of_pdf(printed.read_bytes()).text)
    read_cells = [
        (figure.indicator_text, figure.value_text, figure.unit_text)
        for figure in found.figures
        if figure.rule.startswith("table_cell")
    ]
    assert read_cells == [
        cell
        for name, unit, output, growth in rows
        for cell in ((name, output, unit), (name, growth.lstrip("-"), "%"))
        if cell[1]
    ]
