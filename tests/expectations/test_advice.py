"""Every finding says what a person would do about it, and findings of one cause in one document are one."""

from __future__ import annotations

import json

import duckdb
import pytest

from expectations.advice import DEFAULT, advice_on, entries
from expectations.catalogue import CHECKS
from expectations.check import Check
from expectations.run import check_extracted
from tests.expectations.sound import YEAR, sound_report


def test_what_is_advised_is_of_a_check_or_frame_that_is_there() -> None:
    known = {DEFAULT} | {check.name for check in CHECKS} | {check.frame for check in CHECKS}
    assert set(entries()) <= known


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_says_what_to_do(check: Check) -> None:
    assert check.advice.endswith(".")


def test_the_check_s_own_sentence_comes_before_its_frame_s() -> None:
    assert advice_on("duplicate_file", "landing_findings") != advice_on("empty_file", "landing_findings")
    assert advice_on("empty_file", "landing_findings") == advice_on("not_text", "landing_findings")


def test_one_cause_in_one_document_is_one_finding(connection: duckdb.DuckDBPyConnection) -> None:
    for number in (0, 1):
        report = sound_report(connection, number, "累计投入1434。累计发放1435。累计安排1436。")
        for words, after in (("1434", "累计投入"), ("1435", "累计发放"), ("1436", "累计安排")):
            report.figure(words, after=after, unit=None, unit_text=None, **YEAR)
        report.close()
    results = {result.name: result for result in check_extracted(connection)}
    assert results["number_has_a_unit"].failed == 6
    found = connection.execute(
        "select quote, occurrences, other_places, advice from checked.findings where check_name = 'number_has_a_unit'"
    ).fetchall()
    assert [(quote, occurrences) for quote, occurrences, _, _ in found] == [("累计投入1434。", 3)] * 2
    for _, _, places, advice in found:
        others = json.loads(places)
        assert [place["quote"] for place in others] == ["累计发放1435。", "累计安排1436。"]
        assert all(place["char_end"] - place["char_start"] == 4 for place in others)
        assert "corrections.yml" in advice


def test_two_indicators_are_two_causes(connection: duckdb.DuckDBPyConnection) -> None:
    report = sound_report(connection, 0, "生产总值增长66%，零售总额增长77%。")
    for words, indicator in (("66%", "gdp"), ("77%", "retail_sales")):
        report.figure(words, indicator_id=indicator, direction="up", status="actual", **YEAR)
    report.close()
    check_extracted(connection)
    assert connection.execute(
        "select count(*), max(occurrences) from checked.findings where check_name = 'rate_is_usual'"
    ).fetchall() == [(2, 1)]
