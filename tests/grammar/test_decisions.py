"""Every row of the decision tables decides over the number of its own example."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zhibiao.extract import extract
from zhibiao.grammar.decisions import Decision, DecisionTable
from zhibiao.grammar.measure_clues import Clues as MeasureClues
from zhibiao.grammar.measure_ratios import PERCENTAGES, POINTS
from zhibiao.grammar.measure_table import AMOUNTS, COUNTED, MULTIPLES, OPENING, UNITLESS
from zhibiao.grammar.names import dimension
from zhibiao.grammar.status import ENDS_CLAUSE
from zhibiao.grammar.status_clues import Clues
from zhibiao.grammar.status_notes import EXPLAINED
from zhibiao.grammar.status_references import GOALS_THEN, REFERENCES, SUPPOSED
from zhibiao.grammar.status_table import ELSEWHERE, PLANNED, REVIEWED, YEARS
from zhibiao.model import Figure, Period, Profile
from zhibiao.outline import outline
from zhibiao.quantities import scan

MEASURES = (*COUNTED, *OPENING, *POINTS, *PERCENTAGES, *MULTIPLES, *UNITLESS, *AMOUNTS)
STATUSES = (*SUPPOSED, *GOALS_THEN, *REFERENCES, *YEARS, *REVIEWED, *PLANNED, *EXPLAINED, *ELSEWHERE)
REVIEW_YEAR, PLAN_YEAR = 2023, 2024
SECTIONS = {
    "review": "一、2023年工作回顾\n",
    "plan": "二、2024年工作安排\n",
    "notes": "二、2024年工作安排\n名词解释\n",
    "front": "",
    "undated": "",
}


def figure_of(example: str, section: str) -> Figure:
    """The figure that an example has between ⟦ and ⟧, in a section of the kind."""
    marked = SECTIONS[section] + example.format(plan=PLAN_YEAR, review=REVIEW_YEAR) + "\n"
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    dated = section != "undated"
    profile = Profile(
        region_code="410400",
        plan_year=PLAN_YEAR if dated else None,
        review_year=REVIEW_YEAR if dated else None,
    )
    text = marked.replace("⟦", "").replace("⟧", "")
    found = [one for one in extract(text, profile, "example").figures if one.char_start == start]
    assert found, f"no figure at {text[start:end]} of {example}"
    return found[0]


@pytest.mark.parametrize("row", MEASURES, ids=lambda row: row.id)
def test_a_row_of_the_measure_decides_over_its_example(row: Decision) -> None:
    figure = figure_of(row.example, row.section)
    assert figure.rule.split()[1] == row.id
    assert figure.measure == row.outcome


@pytest.mark.parametrize("row", STATUSES, ids=lambda row: row.id)
def test_a_row_of_the_status_decides_over_its_example(row: Decision) -> None:
    figure = figure_of(row.example, row.section)
    assert figure.rule.split()[3] == row.id
    assert figure.status == row.outcome


@pytest.mark.parametrize("rows", [MEASURES, STATUSES], ids=["measures", "statuses"])
def test_no_two_rows_have_the_same_id(rows: tuple[Decision, ...]) -> None:
    assert len({row.id for row in rows}) == len(rows)


def test_rows_with_ends_are_asked_of_numbers_alone_that_end_so() -> None:
    asked: list[str] = []

    def row(name: str, ends: tuple[str, ...] = ()) -> Decision[str, int]:
        return Decision(name, 1, lambda clues: asked.append(name) or name == clues, "", ends=ends)

    table = DecisionTable([row("any"), row("money", ("元",)), row("mass", ("吨", "蒸吨")), row("last")])
    assert table.decide("last", "5亿元") is table.rows[3]
    assert asked == ["any", "money", "last"]
    assert table.decide("mass", "35蒸吨") is table.rows[2]
    assert table.decide("money", "35蒸吨") is None


def test_a_number_shorter_than_the_longest_end_keeps_its_own() -> None:
    rows = [Decision(name, 1, bool, "", ends=(name,)) for name in ("个百分点", "蒸吨")]
    assert DecisionTable(rows).decide("clues", "4蒸吨") is rows[1]


def test_rows_asked_of_words_are_left_out_where_there_are_none() -> None:
    rows = [Decision("behind", 1, bool, "", with_words=True), Decision("any", 2, bool, "")]
    table = DecisionTable(rows)
    assert table.decide("clues", "5亿元") is rows[0]
    assert table.decide("clues", "5亿元", has_words=False) is rows[1]


@pytest.mark.parametrize("row", [row for row in STATUSES if row.with_words], ids=lambda row: row.id)
def test_a_row_asked_behind_fits_no_number_that_ends_its_clause(row: Decision) -> None:
    before, _, rest = row.example.format(plan=PLAN_YEAR, review=REVIEW_YEAR).partition("⟦")
    number, _, after = rest.replace("，", ",").partition("⟧")
    before = before.replace("，", ",")
    line = outline(before, PLAN_YEAR, REVIEW_YEAR)[0] if before else outline(after, PLAN_YEAR, REVIEW_YEAR)[0]
    clues = Clues(
        number, before, before.rpartition(",")[2], after, line, Period(None, None), False, None, False
    )
    assert row.when(clues)
    assert not row.when(replace(clues, after=""))
    for sign in ENDS_CLAUSE:
        assert not row.when(replace(clues, after=sign + after))


@pytest.mark.parametrize("row", [row for row in MEASURES if row.with_words], ids=lambda row: row.id)
def test_a_row_asked_of_words_between_fits_no_number_right_behind_its_name(row: Decision) -> None:
    for text in ("8%", "1.2个百分点", "2.5倍", "2位", "66万人", "300亿元", "1/4"):
        quantity = scan(text).quantities[0]
        kind = dimension(quantity.unit_text)
        for name in ("城镇化率", "城镇新增就业", "结构比的超全国增长提高到:"):
            for changes in (True, False):
                clues = MeasureClues(quantity, name, "new_urban_jobs", "比上年增加", "", changes, kind)
                assert not row.when(clues)
