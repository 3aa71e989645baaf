"""Checks that need more than one sound report: the raw files, copies, peers, doubles, an empty list."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb
import pytest

from expectations.run import check_extracted, check_raw, exit_code
from expectations.set_aside import documents_set_aside
from tests.expectations.results import failing
from tests.expectations.sound import BEFORE, PROSE, YEAR, sound_report
from tests.expectations.tables import insert


class TestRawDocuments:
    """A row of raw.documents with one fault, beside a sound one."""

    @pytest.mark.parametrize(
        ("fault", "check"),
        [
            ({"document_id": "abc"}, "document_id_is_a_hash"),
            ({"file_name": "000.txt"}, "file_name_is_unique"),
            ({"text": "A report in English only. " * 40}, "text_is_chinese"),
            ({"text": PROSE * 30 + "\ufffd"}, "text_is_legible"),
            ({"text": PROSE * 30 + "곇"}, "text_is_legible"),
            ({"text": PROSE}, "text_is_of_a_report_s_length"),
            ({"landed_at": datetime.now(UTC) + timedelta(days=5)}, "landed_in_the_past"),
            ({"manifest_region_code": "焦作"}, "manifest_region_is_a_code"),
            ({"manifest_plan_year": 24}, "manifest_year_is_a_year"),
        ],
    )
    def test_fires(self, connection: duckdb.DuckDBPyConnection, fault: dict[str, Any], check: str) -> None:
        sound_report(connection, 0).close()
        row = {
            "document_id": "f" * 64,
            "file_name": "1.txt",
            "text": PROSE * 30,
            "encoding": "utf-8",
            "byte_size": 9,
        }
        insert(connection, "raw.documents", **{**row, "landed_at": datetime.now(UTC), **fault})
        assert set(failing(check_raw(connection))) == {check}

    def test_a_clock_set_back_sets_no_document_aside(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0)
        connection.execute("update raw.documents set landed_at = landed_at + interval 40 day")
        assert failing(check_raw(connection)) == {"landed_in_the_past": 1}
        assert documents_set_aside(connection) == []

    def test_an_empty_folder_is_an_error(self, connection: duckdb.DuckDBPyConnection) -> None:
        results = check_raw(connection)
        assert failing(results) == {"documents_have_landed": 1}
        assert exit_code(results) == 1

    def test_an_empty_text_is_set_aside(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0)
        connection.execute("update raw.documents set text = '  '")
        results = check_raw(connection)
        assert "text_is_not_empty" in failing(results)
        assert exit_code(results) == 0
        assert [each.checks for each in documents_set_aside(connection)] == [("text_is_not_empty",)]

    def test_the_same_text_under_two_names(self, connection: duckdb.DuckDBPyConnection) -> None:
        report = sound_report(connection, 0)
        insert(
            connection, "raw.documents", document_id="f" * 64, file_name="copy.txt",
            text=report.text.replace("\n", "\r\n"), landed_at=datetime.now(UTC),
        )  # fmt: skip
        assert failing(check_raw(connection)) == {"same_text_twice": 2}

    def test_no_report_within_the_year(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0)
        connection.execute("update raw.documents set landed_at = landed_at - interval 500 day")
        assert failing(check_raw(connection)) == {"reports_are_fresh": 1}

    def test_a_removed_file_is_not_looked_at(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0)
        insert(
            connection, "raw.documents", document_id="x", file_name="x", text="", removed_at=datetime.now(UTC)
        )
        assert failing(check_raw(connection)) == {}

    @pytest.mark.parametrize(
        "name",
        [
            "empty_file",
            "undecodable_file",
            "not_text",
            "unreadable_file",
            "not_chinese_prose",
            "left_out_of_folder",
            "left_out_of_container",
            "still_being_written",
            "unnamed_characters",
            "pages_without_text",
            "truncated_text",
            "mixed_encoding",
            "damaged_bytes",
            "guessed_encoding",
            "duplicate_file",
            "manifest_without_file",
            "manifest_invalid",
        ],
    )
    def test_what_landing_says_is_kept(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        sound_report(connection, 0)
        insert(connection, "raw.landing_findings", check_name=name, file_name="bad.txt", message="why")
        results = check_raw(connection)
        assert failing(results) == {name: 1}
        assert exit_code(results) == 0
        found = connection.execute("select check_name, file_name, message from checked.findings").fetchall()
        assert found == [(name, "bad.txt", "why")]

    def test_files_gone_in_numbers_stop_the_publishing(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0)
        insert(
            connection,
            "raw.landing_findings",
            check_name="many_files_gone",
            file_name="gone.txt",
            message="why",
        )
        results = check_raw(connection)
        assert failing(results) == {"many_files_gone": 1}
        assert exit_code(results) == 1

    def test_a_finding_of_an_unknown_name_is_kept_too(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0)
        insert(connection, "raw.landing_findings", check_name="novel", file_name="bad.txt", message="why")
        assert failing(check_raw(connection)) == {"undeclared_landing_finding": 1}
        assert connection.execute("select message from checked.findings").fetchall() == [("novel: why",)]


class TestUsualRates:
    """Growth that is not that of a year is held against no yearly range."""

    @pytest.mark.parametrize(
        ("sentence", "changes"),
        [
            ("生产总值增长66%。", {"period_start": None, "period_end": None}),
            ("到2023年生产总值增长66%。", {"period_start": None}),
            ("生产总值增长66%。", {"period_start": date(2019, 1, 1)}),
            ("五年累计生产总值增长66%。", {"period_text": "五年"}),
            ("近三年生产总值增长66%。", {"period_text": "近三年"}),
            ("两年生产总值增长66%。", {"period_text": "两年"}),
            ("生产总值翻一番，生产总值增长66%。", {}),
            ("总量是五年前的1.7倍，生产总值增长66%。", {}),
            ("较2018年，生产总值增长66%。", {}),
            ("生产总值比“十二五”末增长66%。", {}),
        ],
    )
    def test_does_not_fire(
        self, connection: duckdb.DuckDBPyConnection, sentence: str, changes: dict[str, Any]
    ) -> None:
        report = sound_report(connection, 0, sentence)
        report.figure("66%", indicator_id="gdp", direction="up", **{**BEFORE, **changes})
        report.close()
        assert "rate_is_usual" not in failing(check_extracted(connection))

    def test_a_share_needs_no_period(self, connection: duckdb.DuckDBPyConnection) -> None:
        report = sound_report(connection, 0, "研发投入强度为25%。")
        report.figure("25%", after="强度为", indicator_id="rd_intensity", measure="share", period_start=None)
        report.close()
        assert failing(check_extracted(connection)) == {"rate_is_usual": 1}


class TestCopies:
    """A report and its digest."""

    def test_a_value_that_differs(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0).close()
        sound_report(connection, 0, "转载。", kind="report_digest").close()
        connection.execute(
            "update extracted.figures set number = 6.5, value = 6.5 where value_text = '6%' "
            "and document_id = (select max(document_id) from raw.documents)"
        )
        assert failing(check_extracted(connection)) == {"copies_agree": 1}

    def test_a_value_left_out_is_no_contradiction(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0).close()
        sound_report(connection, 0, "转载。", kind="report_digest").close()
        connection.execute(
            "delete from extracted.figures where value_text in ('3%', '7%') "
            "and document_id = (select max(document_id) from raw.documents)"
        )
        assert "copies_agree" not in failing(check_extracted(connection))


class TestScale:
    """万 for 亿 against the peers and the region's own years."""

    def test_off_by_ten_thousand_is_quarantined(self, connection: duckdb.DuckDBPyConnection) -> None:
        for number in range(25):
            report = sound_report(connection, number, "一般公共预算收入达到24.5亿元。")
            value = 245_000 if number == 7 else 2_450_000_000
            report.figure(
                "24.5亿元", after="预算收入达到", indicator_id="fiscal_revenue", unit="元", value=value,
                unit_text="万元" if number == 7 else "亿元", **YEAR,
            )  # fmt: skip
            report.close()
        results = check_extracted(connection)
        assert failing(results) == {"scale_is_right": 1, "amount_is_usual": 1}
        assert exit_code(results) == 0
        assert connection.execute(
            "select count(*), min(check_name) from checked.figure_failures"
        ).fetchall() == [(1, "scale_is_right")]

    def test_peers_of_very_different_size_are_let_be(self, connection: duckdb.DuckDBPyConnection) -> None:
        for number in range(25):
            report = sound_report(connection, number, "一般公共预算收入达到24.5亿元。")
            report.figure(
                "24.5亿元", after="预算收入达到", indicator_id="fiscal_revenue", unit="元",
                value=10 ** (7 + number % 4), unit_text=f"单位{number % 4}", **YEAR,
            )  # fmt: skip
            report.close()
        assert failing(check_extracted(connection)) == {}


def test_results_and_findings_say_where_to_look(connection: duckdb.DuckDBPyConnection) -> None:
    report = sound_report(connection, 0, "绿化覆盖率达到107%。")
    report.figure("107%", after="覆盖率达到", indicator_id="green_coverage", measure="share", **YEAR)
    report.close()
    check_extracted(connection)
    ((file_name, start, end, quote, message),) = connection.execute(
        "select file_name, char_start, char_end, quote, message from checked.findings"
    ).fetchall()
    assert (file_name, report.text[start:end]) == ("000.txt", "107%")
    assert quote == "绿化覆盖率达到107%。"
    assert "107" in message
    ((sample,),) = connection.execute(
        "select sample from checked.results where check_name = 'share_is_within_100'"
    ).fetchall()
    assert json.loads(sample)[0]["quote"] == quote
