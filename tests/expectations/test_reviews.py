"""Findings that a person has looked at: what is said of them, how long it holds, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from expectations import history, reviews
from expectations.reports.writing import write_reports
from expectations.reviews import Review, make_reviews, read_reviews, reviews_of_no_finding
from expectations.run import check_raw, record
from tests.expectations.tables import insert

SEEN = """
- check_name: empty_file
  message: no bytes
  verdict: seen
  note: the bureau publishes it empty
  reviewed_by: the maintainers
  reviewed_on: 2026-11-28
"""


def findings(connection: duckdb.DuckDBPyConnection, message: str) -> list[tuple[str, str | None, str | None]]:
    insert(
        connection,
        "raw.documents",
        document_id="a" * 64,
        file_name="a.txt",
        text="焦" * 500,
        landed_at=datetime.now(UTC),
    )
    insert(connection, "raw.landing_findings", check_name="empty_file", file_name="b.txt", message=message)
    record(connection, check_raw(connection), run_id="one", checked_at=datetime.now(UTC), published=None)
    return connection.execute(
        "select check_name, review, review_note from quality.findings where check_name = 'empty_file'"
    ).fetchall()


@pytest.fixture
def reviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one review, in place of those of the project."""
    made = read_reviews(SEEN)
    monkeypatch.setattr(history, "make_reviews", lambda connection: make_reviews(connection, made))


@pytest.mark.usefixtures("reviewed")
def test_what_was_said_stands_beside_the_finding(connection: duckdb.DuckDBPyConnection) -> None:
    assert findings(connection, "no bytes") == [("empty_file", "seen", "the bureau publishes it empty")]


@pytest.mark.usefixtures("reviewed")
def test_it_holds_for_that_finding_alone(connection: duckdb.DuckDBPyConnection) -> None:
    assert findings(connection, "three bytes") == [("empty_file", None, None)]


@pytest.mark.parametrize(
    ("message", "idle"), [("no bytes", []), ("three bytes", [("empty_file", "no bytes")])]
)
def test_a_review_of_no_finding_is_told(
    connection: duckdb.DuckDBPyConnection, message: str, idle: list[tuple[str, str]]
) -> None:
    findings(connection, message)
    assert reviews_of_no_finding(connection, read_reviews(SEEN)) == idle


def test_the_reports_name_a_review_of_no_finding(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = read_reviews(SEEN)
    monkeypatch.setattr(reviews, "read_reviews", lambda: seen)
    findings(connection, "three bytes")
    made = write_reports(connection, tmp_path, run_id="one", checked_at=datetime.now(UTC), published=None)
    assert "Reviews of no finding" in made.page.read_text("utf-8")
    assert "1 in `reviewed.yml`" in made.summary.read_text("utf-8")


def test_the_projects_own_reviews_can_be_read() -> None:
    assert all(isinstance(one, Review) for one in read_reviews())


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (SEEN.replace("seen", "fine"), "fine is no verdict; one of seen, wrong is"),
        (SEEN + SEEN, "speaks twice of one finding"),
    ],
)
def test_an_entry_that_means_nothing_is_refused(entry: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_reviews(entry)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        read_reviews(SEEN + "  colour: red\n")
    assert reviews.VERDICTS == ("seen", "wrong")
