"""The reader of tables, held to the tables of this folder's YAML files (see ``tests.grammar.specification``)."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from tests.grammar.specification import Case, cases
from tests.grammar.test_specifications import figures, qualitative
from zhibiao.explanation import explain
from zhibiao.model import Profile, Reason

CASES = [case for file in sorted(Path(__file__).parent.glob("*.yaml")) for case in cases(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_table(case: Case) -> None:
    found = case.read()
    assert figures(case, found) == case.figures, case.text
    assert qualitative(case, found) == case.qualitative, case.text
    assert [finding.check_name for finding in found.findings] == case.findings, case.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_number_of_a_table_is_a_figure_or_explained_and_read_once(case: Case) -> None:
    found = case.read()
    if not any(figure.rule.startswith("table_cell") for figure in found.figures):
        pytest.skip("no table")
    assert [one.numeral_text for one in found.numerals if one.reason is Reason.UNEXPLAINED] == []
    spans = sorted({(figure.char_start, figure.char_end) for figure in found.figures})
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_the_quote_is_the_row() -> None:
    text = "| 指标 | 年末数（万人） |\n| --- | --- |\n| 全国人口 | 140828 |\n| 其中：城镇 | 94350 |"
    found = Case("quote", text, "passage", 2025, "000000", [], [], [], None, "communique").read()
    assert [figure.quote for figure in found.figures] == ["| 全国人口 | 140828 |", "| 其中：城镇 | 94350 |"]


def test_the_marks_of_rows_and_notes_are_in_the_ledger_with_their_reason() -> None:
    text = "| 序号 | 指标 | 2024年（%） |\n| --- | --- | --- |\n| 1 | 城镇化率[3] | 60.6 |\n| 2 | 35个大中城市覆盖率 | 87 |"
    found = Case("ledger", text, "passage", 2025, "000000", [], [], [], None, "communique").read()
    reasons = [(one.numeral_text, one.reason) for one in found.numerals if one.reason]
    assert reasons == [
        ("2024", Reason.DATE),
        ("1", Reason.LIST_MARKER),
        ("3", Reason.LIST_MARKER),
        ("2", Reason.LIST_MARKER),
        ("35", Reason.NAME),
    ]


PIPED = [case for case in CASES if case.text.count("\n|") > 2 and case.figures]
NUMBER = re.compile(r"(?:<br>|\*|[>＞≥<〔\[(（-])*([0-9][0-9,.]*)(?:以上|左右|[%％*〕\])）])*")


@pytest.mark.parametrize("case", PIPED, ids=lambda case: case.name)
def test_each_numeric_cell_of_a_piped_table_is_a_figure_of_its_row(case: Case) -> None:
    """Read the table anew, by nothing but its pipes: each number has a figure, which names the row."""
    figures = {}
    for figure in case.read().figures:
        figures.setdefault(figure.value_text.rstrip("%"), []).append(figure)
    for line in case.text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        names = [cell for cell in cells if re.search(r"[\u4e00-\u9fff]", cell)]
        numbers = [found[1] for cell in cells if (found := NUMBER.fullmatch(cell.replace("不低于", "")))]
        if not names or (numbers and all(re.fullmatch(r"(?:19|20)\d\d", number) for number in numbers)):
            continue
        for number in numbers[1:] if cells[0].isdigit() else numbers:
            rows = [figure.quote for figure in figures.get(number, [])]
            assert line.strip() in rows, (number, line)


def test_a_cell_is_explained_by_what_its_row_its_head_and_its_caption_say() -> None:
    text = "表1 2024年人口\n\n| 指标 | 年末数（万人） |\n| --- | --- |\n| 全国人口 | 140828 |\n| 其中：城镇 | 94350 |\n"
    told = explain(
        text, Profile(kind="communique", region_code="000000", review_year=2024), "x", text.index("94350")
    )
    assert text[told.start : told.end] == "| 其中：城镇 | 94350 |"
    assert [figure.indicator_text for figure in told.figures] == ["全国人口 > 城镇"]
    assert [one.rule for one in told.decided] == ["table_cell", "level", "column_time", "communique"]
