"""Declared corrections: applied on the way to the facts, guarded by what the source says, never in silence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from expectations import corrections as module
from expectations.check import CheckResult
from expectations.corrections import Correction, apply_corrections, read_corrections
from expectations.run import check_extracted, exit_code
from expectations.set_aside import documents_set_aside
from tests.expectations.sound import YEAR, sound_report
from tests.expectations.tables import Report, empty_database

SENTENCE = "人口自然增长率控制在6.5%以内。"


@pytest.fixture
def report() -> Iterator[Report]:
    """A report whose source misprints ‰ as %."""
    connection = empty_database()
    report = sound_report(connection, 0, SENTENCE)
    report.figure("6.5%", after="增长率控制在", indicator_id="natural_growth_rate", measure="share", **YEAR)
    report.close()
    yield report
    connection.close()


def correction(report: Report, **changes: Any) -> Correction:
    """The declaration that mends it."""
    start = report.text.index("6.5%")
    entry: dict[str, Any] = {
        "id": "per-mille", "document_id": report.document_id, "file_name": "000.txt", "char_start": start,
        "char_end": start + 4, "says": "6.5%", "means": "6.5‰", "columns": {"unit": "‰", "unit_text": "‰"},
        "reason": "A natural growth rate is given per mille.", "checked_by": "a test", "checked_on": "2026-11-22",
    }  # fmt: skip
    return Correction(**{**entry, **changes})


def results_with(report: Report, monkeypatch: pytest.MonkeyPatch, *declared: Correction) -> list[CheckResult]:
    """What the checks find with these declarations."""
    monkeypatch.setattr(module, "read_corrections", lambda text=None: list(declared))
    return check_extracted(report.connection)


def failing(report: Report, monkeypatch: pytest.MonkeyPatch, *declared: Correction) -> dict[str, int]:
    """The checks that fail with these declarations."""
    results = results_with(report, monkeypatch, *declared)
    return {result.name: result.failed for result in results if not result.passed}


def test_without_a_correction_the_figure_is_quarantined(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert failing(report, monkeypatch) == {"natural_growth_is_plausible": 1}


def test_a_correction_changes_the_figure_and_is_told(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    assert failing(report, monkeypatch, correction(report)) == {"correction_is_declared": 1}
    assert report.connection.execute(
        "select value_text, number, unit, unit_text, correction_id from checked.corrected_figures"
    ).fetchall() == [("6.5%", Decimal("6.5"), "‰", "‰", "per-mille")]
    assert report.connection.execute("select count(*) from checked.figure_failures").fetchone() == (0,)


def test_raw_and_extracted_stay_as_they_are(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = ("raw.documents", "extracted.figures")
    before = [report.connection.execute(f"select hash(t) from {table} as t").fetchall() for table in tables]
    failing(report, monkeypatch, correction(report))
    assert before == [
        report.connection.execute(f"select hash(t) from {table} as t").fetchall() for table in tables
    ]


@pytest.mark.parametrize("change", [{"says": "6.5‰"}, {"document_id": "b" * 64}])
def test_a_source_that_changed_sets_its_document_aside(
    report: Report, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    results = results_with(report, monkeypatch, correction(report, **change))
    failed = {result.name for result in results if not result.passed}
    assert failed == {"correction_still_fits", "natural_growth_is_plausible"}
    assert exit_code(results) == 0
    assert [each.checks for each in documents_set_aside(report.connection)] == [("correction_still_fits",)]


def test_a_correction_that_finds_no_figure_sets_its_document_aside(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = report.text.index("政府工作报告")
    nowhere = correction(report, char_start=start, char_end=start + 2, says="政府")
    assert "correction_finds_its_figure" in failing(report, monkeypatch, nowhere)
    assert [each.checks for each in documents_set_aside(report.connection)] == [
        ("correction_finds_its_figure",)
    ]


def test_a_correction_of_a_document_that_is_not_here_is_no_matter(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = correction(report, document_id="b" * 64, file_name="elsewhere.txt")
    assert failing(report, monkeypatch, absent) == {"natural_growth_is_plausible": 1}


def test_a_value_can_be_set_to_null(report: Report) -> None:
    apply_corrections(report.connection, [correction(report, columns={"indicator_id": None})])
    assert report.connection.execute("select indicator_id from checked.corrected_figures").fetchall() == [
        (None,)
    ]


def test_the_declarations_of_the_project_are_well_formed() -> None:
    assert [entry.id for entry in read_corrections()]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("- {id: a}", TypeError),
        (
            "- {id: a, document_id: d, file_name: f, char_start: 0, char_end: 1, says: x, means: y, "
            "columns: {quote: z}, reason: r, checked_by: c, checked_on: 2026-01-01}",
            ValueError,
        ),
    ],
)
def test_a_declaration_that_makes_no_sense_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_corrections(text)
