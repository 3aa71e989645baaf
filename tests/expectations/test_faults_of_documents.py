"""Checks on whole documents: reports without targets, numerals that nothing explains, reports given late in their year."""

from __future__ import annotations

from datetime import date

import duckdb

from expectations.run import check_extracted, exit_code
from tests.expectations.results import failing
from tests.expectations.sound import PROSE, sound_report
from tests.expectations.tables import Report, insert


class TestDocuments:
    """What several documents, or a long one, show."""

    def test_a_long_report_without_targets(self, connection: duckdb.DuckDBPyConnection) -> None:
        report = Report(connection, PROSE * 70 + "投资增长5%。" * 10, kind="work_report")
        report.close()
        assert failing(check_extracted(connection)) == {
            "report_states_headline_targets": 1,
            "report_is_dense_with_figures": 1,
        }

    def test_a_report_of_goals_for_years_to_come_is_only_noted(
        self, connection: duckdb.DuckDBPyConnection
    ) -> None:
        sound_report(connection, 0, PROSE * 70).close()
        connection.execute("update extracted.figures set is_headline = false")
        connection.execute("delete from extracted.qualitative_targets")
        connection.execute("update extracted.figures set period_end = '2028-12-31' where status = 'target'")
        results = check_extracted(connection)
        assert failing(results) == {"report_states_targets_of_its_year": 1}
        assert connection.execute("select severity from checked.findings").fetchall() == [("info",)]

    def test_an_early_report_tells_of_the_growth_of_its_own_year(
        self, connection: duckdb.DuckDBPyConnection
    ) -> None:
        for plan_year in (1954, 1994):
            report = Report(connection, f"{plan_year}年，学生增长9.9%。", plan_year=plan_year)
            report.figure(
                "9.9%",
                after="学生增长",
                status="actual",
                measure="growth_rate",
                period_start=date(plan_year, 1, 1),
                period_end=date(plan_year, 12, 31),
            )
            report.close()
        assert failing(check_extracted(connection)) == {"achievement_lies_behind": 1}

    def test_there_was_no_gdp_to_plan_before_the_nineties(
        self, connection: duckdb.DuckDBPyConnection
    ) -> None:
        for plan_year in (1959, 1995):
            report = Report(
                connection, f"{plan_year}年，主要预期目标是：钢产量增长9.9%。", plan_year=plan_year
            )
            report.figure(
                "9.9%",
                after="钢产量增长",
                status="target",
                is_headline=True,
                period_start=date(plan_year, 1, 1),
                period_end=date(plan_year, 12, 31),
            )
            report.close()
        assert failing(check_extracted(connection))["report_states_a_gdp_target"] == 1

    def test_a_numeral_within_a_name_counts_in_the_rate_only(
        self, connection: duckdb.DuckDBPyConnection
    ) -> None:
        sound_report(connection, 0, "引进58同城。").close()
        connection.execute("update extracted.numerals set reason = 'unexplained' where numeral_text = '58'")
        assert failing(check_extracted(connection)) == {}

    def test_a_long_digest_without_targets_is_only_noted(self, connection: duckdb.DuckDBPyConnection) -> None:
        Report(connection, PROSE * 70 + "投资增长5%。" * 10, kind="report_digest").close()
        results = check_extracted(connection)
        assert failing(results) == {"digest_states_headline_targets": 1}
        assert connection.execute("select severity from checked.findings").fetchall() == [("info",)]

    def test_unexplained_numerals_are_told_once_a_document(
        self, connection: duckdb.DuckDBPyConnection
    ) -> None:
        for number in range(2):
            sound_report(connection, number, "新增创新平台81，实验室96。").close()
        connection.execute(
            "update extracted.numerals set reason = 'unexplained' where numeral_text in ('81', '96')"
        )
        assert failing(check_extracted(connection)) == {"numeral_is_explained": 2}
        messages = connection.execute("select distinct message from checked.findings").fetchall()
        assert messages == [("81 is no figure, and nothing says why (2 such in the document)",)]

    def test_numbers_that_count_on_are_marks_of_notes(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0, "新增创新平台81，实验室82。").close()
        connection.execute(
            "update extracted.numerals set reason = 'unexplained' where numeral_text in ('81', '82')"
        )
        assert failing(check_extracted(connection)) == {}

    def test_a_missing_list_is_told_once(self, connection: duckdb.DuckDBPyConnection) -> None:
        report = sound_report(connection, 0, PROSE * 70)
        connection.execute("update extracted.figures set is_headline = false")
        connection.execute("delete from extracted.qualitative_targets")
        insert(
            connection, "extracted.findings", check_name="missing_target_list",
            document_id=report.document_id, message="",
        )  # fmt: skip
        report.close()
        assert failing(check_extracted(connection)) == {"missing_target_list": 1}

    def test_two_reports_of_a_region_and_year(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0).close()
        sound_report(connection, 0, "略有不同。").close()
        results = check_extracted(connection)
        assert failing(results) == {"one_report_a_region_and_year": 2}
        assert exit_code(results) == 0

    def test_a_figure_of_no_document(self, connection: duckdb.DuckDBPyConnection) -> None:
        sound_report(connection, 0).close()
        connection.execute(
            "insert into extracted.figures select * replace ('gone' as document_id, 'gone' as figure_id) "
            "from extracted.figures where value_text = '60%'"
        )
        results = check_extracted(connection)
        assert failing(results) == {"figure_has_its_document": 1}
        assert exit_code(results) == 1

    def test_a_place_of_no_year(self, connection: duckdb.DuckDBPyConnection) -> None:
        sentence = "解放区要发展数字经济，山阳区要发展都市工业，中社区要发展新能源，马村区要发展医药。"
        sound_report(connection, 0, sentence, region_code="410800").close()
        assert failing(check_extracted(connection)) == {"unknown_place": 1}
        ((message,),) = connection.execute("select message from checked.findings").fetchall()
        assert "中站区" in message

    def test_a_text_that_breaks_off(self, connection: duckdb.DuckDBPyConnection) -> None:
        for text in (PROSE * 12, PROSE * 12 + PROSE[:30]):
            Report(connection, text).close()
        assert failing(check_extracted(connection))["text_breaks_off"] == 1

    def test_a_communique_has_the_year_of_its_results(self, connection: duckdb.DuckDBPyConnection) -> None:
        """It plans nothing: only one without any year is told of, and digits of its tables are no foreign words."""
        for number, results in ((0, 2023), (1, None)):
            text = f"第{number}号统计公报。" + PROSE * 3 + "表 " + "101 202 303 " * 40
            report = Report(connection, text, kind="communique", plan_year=None)
            report.close()
            connection.execute(
                "update extracted.document_profiles set review_year = ? where document_id = ?",
                [results, report.document_id],
            )
        assert failing(check_extracted(connection)) == {"plan_year_is_known": 1}
