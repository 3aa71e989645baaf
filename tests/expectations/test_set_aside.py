"""What is wrong with one document costs no other anything; what is wrong with many makes the reader suspect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from expectations.check import Outcome
from expectations.reports import write_reports
from expectations.run import check_extracted, check_marts, check_raw, exit_code, load, record
from expectations.set_aside import Bounds, bounds, documents_set_aside, told
from tests.expectations.built import build_marts
from tests.expectations.faults import spoiled
from tests.expectations.planting import after_closing
from tests.expectations.planting import told as told_by_reader
from tests.expectations.results import failing
from tests.expectations.sound import sound_report
from tests.expectations.tables import Report

Plant = Callable[[Report], str | None]
WRONG_SPAN = spoiled("char_start = char_start + 1, char_end = char_end + 1")
HOLE_IN_THE_LEDGER = after_closing(
    "delete from extracted.numerals where document_id = ? and numeral_text = '2025'"
)
READING_FAILED = told_by_reader("reading_failed", "主要预期目标")


def read(connection: duckdb.DuckDBPyConnection, sound: int, *faults: Plant) -> None:
    """Land and read so many sound reports, and one for each fault."""
    for number, plant in enumerate([lambda report: None] * sound + list(faults)):
        report = sound_report(connection, number)
        plant(report)
        report.close()


def publish(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave behind what the next run knows of the file published before."""
    for name, source in (
        ("previous_documents", "marts.dim_document"),
        ("previous_rejections", "quality.rejected_documents"),
    ):
        connection.execute(
            f"create or replace table vintage.{name} as select document_id, extractor_version from {source}"
        )


@pytest.mark.parametrize("fault", [WRONG_SPAN, HOLE_IN_THE_LEDGER, READING_FAILED])
def test_one_of_six_documents_is_set_aside_and_the_others_balance(
    connection: duckdb.DuckDBPyConnection, fault: Plant
) -> None:
    read(connection, 5, fault)
    results = [*check_raw(connection), *check_extracted(connection)]
    build_marts(connection)
    results += check_marts(connection)
    assert exit_code(results) == 0
    (document,) = documents_set_aside(connection)
    assert document.file_name == "005.txt"
    assert connection.execute("select count(*) from marts.dim_document").fetchone() == (5,)
    for table in ("marts.fact_figures", "marts.fact_targets", "quality.numerals", "quality.rejected_figures"):
        found = connection.execute(
            f"select count(*) from {table} where document_id = ?", [document.document_id]
        )
        assert found.fetchone() == (0,), table


def test_the_first_passage_is_kept_with_the_checks(connection: duckdb.DuckDBPyConnection) -> None:
    read(connection, 1, WRONG_SPAN)
    check_extracted(connection)
    rows = connection.execute(
        "select file_name, check_name, failed_count, char_end - char_start, quote from checked.document_failures"
    ).fetchall()
    assert rows == [("001.txt", "span_holds", 1, 3, "到2025年，常住人口城镇化率达到60%。")]


def test_a_document_that_is_mended_comes_back(connection: duckdb.DuckDBPyConnection) -> None:
    read(connection, 2, WRONG_SPAN)
    check_extracted(connection)
    assert len(documents_set_aside(connection)) == 1
    connection.execute(
        "update extracted.figures set char_start = char_start - 1, char_end = char_end - 1 where document_id = ? "
        "and value_text = '60%'",
        [documents_set_aside(connection)[0].document_id],
    )
    check_extracted(connection)
    assert documents_set_aside(connection) == []


def test_what_landing_got_wrong_is_forgotten_with_the_next_landing(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    read(connection, 2)
    connection.execute("update raw.documents set document_id = 'x' where file_name = '001.txt'")
    check_raw(connection)
    assert [each.checks for each in documents_set_aside(connection)] == [("document_id_is_a_hash",)]
    connection.execute("delete from raw.documents where document_id = 'x'")
    check_raw(connection)
    assert documents_set_aside(connection) == []


class TestManyDocuments:
    """Where many of the new documents are set aside, the reader is suspect, and nothing is published."""

    @pytest.mark.parametrize(
        ("sound", "bad", "trusted"),
        [
            (5, 5, False),
            (6, 4, True),
            (95, 5, True),
            (45, 5, True),
            (44, 5, False),
            (0, 4, True),
            (0, 5, False),
        ],
    )
    def test_more_than_a_tenth_and_at_least_five(
        self, connection: duckdb.DuckDBPyConnection, sound: int, bad: int, trusted: bool
    ) -> None:
        read(connection, sound, *[WRONG_SPAN] * bad)
        results = check_extracted(connection)
        assert len(documents_set_aside(connection)) == bad
        assert ("few_documents_are_set_aside" not in failing(results)) == trusted
        assert exit_code(results) == (0 if trusted else 1)

    def test_it_says_how_many(self, connection: duckdb.DuckDBPyConnection) -> None:
        read(connection, 5, *[WRONG_SPAN] * 5)
        (result,) = [each for each in check_extracted(connection) if each.blocks]
        assert result.sample[0]["message"].startswith("5 of 10 new documents are set aside, more than 10 %")

    def test_those_published_before_do_not_count(self, connection: duckdb.DuckDBPyConnection) -> None:
        read(connection, 60, *[WRONG_SPAN] * 5)
        assert exit_code(check_extracted(connection)) == 0
        build_marts(connection)
        publish(connection)
        assert exit_code(check_extracted(connection)) == 0
        # five more, and nothing else that is new: the 65 published before say nothing for them
        for number in range(65, 70):
            report = sound_report(connection, number)
            WRONG_SPAN(report)
            report.close()
        assert exit_code(check_extracted(connection)) == 1

    def test_read_anew_by_another_version_all_count_again(
        self, connection: duckdb.DuckDBPyConnection
    ) -> None:
        read(connection, 20)
        check_extracted(connection)
        build_marts(connection)
        publish(connection)
        connection.execute(
            "update extracted.figures set quote = '' where document_id in "
            "(select document_id from raw.documents where file_name < '005.txt')"
        )
        assert exit_code(check_extracted(connection)) == 0, "nothing is new"
        connection.execute("update extracted.document_profiles set extractor_version = '2'")
        assert exit_code(check_extracted(connection)) == 1

    def test_a_run_that_was_stopped_stays_stopped(self, connection: duckdb.DuckDBPyConnection) -> None:
        read(connection, 5, *[WRONG_SPAN] * 5)
        assert exit_code(check_extracted(connection)) == 1
        assert exit_code(check_extracted(connection)) == 1

    def test_the_bounds_can_be_moved(
        self, connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read(connection, 5, *[WRONG_SPAN] * 5)
        monkeypatch.setenv("ZHIBIAO_MOST_SET_ASIDE", "50")
        assert exit_code(check_extracted(connection)) == 0
        monkeypatch.setenv("ZHIBIAO_MOST_SET_ASIDE", "10, 6")
        assert exit_code(check_extracted(connection)) == 0
        monkeypatch.setenv("ZHIBIAO_MOST_SET_ASIDE", "many")
        results = check_extracted(connection)
        (broken,) = [each for each in results if each.outcome is Outcome.ERROR]
        assert "ZHIBIAO_MOST_SET_ASIDE is 'many'" in (broken.error or "")
        assert exit_code(results) == 2


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("", Bounds()),
        ("20", Bounds(20)),
        (" 12.5 % ", Bounds(12.5)),
        ("10,3", Bounds(10, 3)),
        ("100", Bounds(100)),
    ],
)
def test_bounds(words: str, read_as: Bounds) -> None:
    assert bounds({"ZHIBIAO_MOST_SET_ASIDE": words}) == read_as


@pytest.mark.parametrize("words", ["x", "-1", "101", "10,0", "10,x", "10,5,3"])
def test_bounds_that_are_none(words: str) -> None:
    with pytest.raises(ValueError, match="ZHIBIAO_MOST_SET_ASIDE"):
        bounds({"ZHIBIAO_MOST_SET_ASIDE": words})


def test_strict_makes_the_exit_code_1(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(connection, 2, WRONG_SPAN)
    results = check_extracted(connection)
    for words, code in (("", 0), ("0", 0), ("1", 1)):
        monkeypatch.setenv("STRICT", words)
        assert exit_code(results) == exit_code(load(connection)) == code


def test_a_row_of_no_document_cannot_be_set_aside(connection: duckdb.DuckDBPyConnection) -> None:
    read(connection, 2)
    connection.execute("update raw.documents set document_id = null where file_name = '001.txt'")
    connection.execute("update raw.documents set text = '' where document_id is null")
    results = check_raw(connection)
    broken = {each.name for each in results if each.outcome is Outcome.ERROR}
    assert "text_is_not_empty" in broken
    assert exit_code(results) == 2


def test_one_line_names_them() -> None:
    connection = duckdb.connect()
    connection.execute(
        "create schema checked; create table checked.document_failures as "
        "select i::varchar as document_id, i || '.txt' as file_name, 'span_holds' as check_name, 'm' as message "
        "from range(1, 8) as numbers(i)"
    )
    line = told(documents_set_aside(connection))
    assert line.startswith("7 DOCUMENTS WERE SET ASIDE")
    assert "1.txt (span_holds); " in line
    assert line.endswith("and 2 more")


def test_every_report_names_the_document(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(connection, 2, WRONG_SPAN)
    check_raw(connection)
    check_extracted(connection)
    build_marts(connection)
    check_marts(connection)
    now = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
    record(connection, run_id="run", checked_at=now, published=None)
    reports = write_reports(connection, tmp_path, run_id="run", checked_at=now, published=None)
    assert reports.exit_code == 0
    for path in (reports.page, reports.summary, reports.junit, reports.results):
        assert "002.txt" in path.read_text("utf-8"), path.name
    assert "1 document set aside" in reports.summary.read_text("utf-8")
    assert "<failure" not in reports.junit.read_text("utf-8")
    monkeypatch.setenv("STRICT", "1")
    reports = write_reports(connection, tmp_path, run_id="run", checked_at=now, published=None)
    assert reports.exit_code == 1
    assert "<failure" in reports.junit.read_text("utf-8")
