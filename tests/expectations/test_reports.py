"""The reports of a run: a page that opens offline, a summary of one screen, JUnit for any CI, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest

from expectations.reports import Reports, write_reports
from expectations.run import check_extracted, check_marts, check_raw, record
from orchestration.runtime.quality import main
from tests.expectations.built import build_marts
from tests.expectations.sound import YEAR, sound_report
from tests.expectations.tables import empty_database, insert

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Written:
    """A run with findings and its reports."""

    reports: Reports
    page: str
    summary: str
    junit: ElementTree.Element
    results: dict[str, object]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    """Reports of a run with a quarantined figure, a hostile file name, and a check that could not run."""
    connection = empty_database()
    for number in range(3):
        report = sound_report(connection, number, "绿化覆盖率<b>达到107%。" if number == 1 else "")
        if number == 1:
            report.figure("107%", after="达到", indicator_id="green_coverage", measure="share", **YEAR)
        report.close()
    insert(
        connection, "raw.landing_findings", check_name="not_text", file_name="<script>|.pdf", message="a\x00b"
    )
    check_raw(connection)
    check_extracted(connection)
    build_marts(connection)
    connection.execute("drop table marts.target_panel")
    check_marts(connection)
    record(connection, run_id="run", checked_at=NOW, published=None)
    folder = tmp_path_factory.mktemp("quality")
    reports = write_reports(connection, folder, run_id="run", checked_at=NOW, published=None)
    yield Written(
        reports,
        reports.page.read_text("utf-8"),
        reports.summary.read_text("utf-8"),
        ElementTree.fromstring(reports.junit.read_text("utf-8")),
        json.loads(reports.results.read_text("utf-8")),
    )
    connection.close()


def test_the_page_needs_no_network(written: Written) -> None:
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import|https?://""", written.page)


def test_the_page_has_both_names_the_reason_and_the_sentence_with_its_span_marked(written: Written) -> None:
    for text in ("比重、覆盖率等在0–100%之间", "A share lies within 0 and 100 %", "A part of a whole"):
        assert text in written.page
    assert "<mark>107%</mark>" in written.page
    assert "绿化覆盖率&lt;b&gt;达到" in written.page
    assert "<script>|" not in written.page


def test_the_summary_fits_one_screen_and_says_what_blocks(written: Written) -> None:
    assert written.summary.startswith("## 💥 ")
    assert "2 checks could not run" in written.summary
    assert "1 quarantined" in written.summary
    assert len(written.summary.splitlines()) < 40
    rows = [line for line in written.summary.splitlines() if line.startswith("| ")]
    assert all(row.replace("\\|", "").count("|") == 5 for row in rows)


def test_junit_counts_errors_and_leaves_warnings_green(written: Written) -> None:
    assert written.junit.tag == "testsuites"
    assert (written.junit.get("failures"), written.junit.get("errors")) == ("0", "2")
    cases = {case.get("name", "").split(" ")[0]: case for case in written.junit.iter("testcase")}
    assert [child.tag for child in cases["share_is_within_100"]] == ["system-out"]
    assert "绿化覆盖率" in (cases["share_is_within_100"][0].text or "")
    assert [child.tag for child in cases["panel_covers_the_reports"]] == ["error"]
    assert len(cases) == int(written.junit.get("tests", "0"))
    assert sum(int(suite.get("tests", "0")) for suite in written.junit) == len(cases)
    names = [suite.get("name") for suite in written.junit]
    assert len(names) == len(set(names)), "a table is one suite"


def test_json_has_every_check_and_the_exit_code(written: Written) -> None:
    assert written.results["exit_code"] == written.reports.exit_code == 2
    checks = written.results["checks"]
    assert isinstance(checks, list)
    (share,) = [check for check in checks if check["name"] == "share_is_within_100"]
    assert (share["outcome"], share["failed"], share["quarantine"]) == ("failed", 1, True)


def database(folder: Path, name: str, *sentences: str) -> Path:
    """A working database on disk with a report for each sentence, its marts built."""
    path = folder / name
    connection = empty_database()
    for number, sentence in enumerate(sentences):
        report = sound_report(connection, number, sentence)
        if "107%" in sentence:
            report.figure("107%", after="达到", indicator_id="green_coverage", measure="share", **YEAR)
        if "公园" in sentence:
            report.figure("12个", after="公园", **YEAR)
        report.close()
    check_raw(connection)
    check_extracted(connection)
    build_marts(connection)
    check_marts(connection)
    record(connection, run_id="before", checked_at=NOW, published=None)
    path.parent.mkdir(parents=True, exist_ok=True)
    connection.execute(f"attach '{path}' as written")
    connection.execute("copy from database memory to written")
    connection.close()
    return path


def version_of(database: Path, version: str, *changes: str) -> None:
    """Give a file's marts a publication, and the changes that came with it."""
    with duckdb.connect(str(database)) as connection:
        for table in ("publications", "changes"):
            connection.execute(f"create table if not exists marts.{table} (version varchar)")
        connection.execute("alter table marts.publications add column if not exists published_at timestamp")
        connection.execute("alter table marts.changes add column if not exists change varchar")
        connection.execute(
            "insert into marts.publications by name select ? as version, now() as published_at", [version]
        )
        for change in changes:
            connection.execute(
                "insert into marts.changes by name select ? as version, ? as change", [version, change]
            )


def test_what_changed_since_the_last_publication(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHIBIAO_DATA", str(tmp_path))
    database(tmp_path, "zhibiao.duckdb", "", "建成公园12个。")
    working = database(tmp_path, "state/warehouse.duckdb", "", "绿化覆盖率达到107%。", "新的。")
    version_of(tmp_path / "zhibiao.duckdb", "2026.11.29")
    version_of(working, "2026.11.30", "added", "added", "removed", "changed", "changed", "changed")
    assert main() == 0
    summary = capsys.readouterr().out
    assert "documents +1 −0" in summary
    assert "figures +2 −1, 3 changed" in summary
    assert "Newly failing (新出现): `share_is_within_100`" in summary
    assert (tmp_path / "quality" / "junit.xml").exists()
    with duckdb.connect(str(tmp_path / "zhibiao.duckdb"), read_only=True) as published:
        assert published.execute("select distinct run_id from quality.check_results").fetchall() == [
            ("before",)
        ]


def test_what_is_published_already_has_changed_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHIBIAO_DATA", str(tmp_path))
    for name in ("zhibiao.duckdb", "state/warehouse.duckdb"):
        version_of(database(tmp_path, name, ""), "2026.11.30", "added")
    assert main() == 0
    assert "figures +0 −0, 0 changed" in capsys.readouterr().out


def test_without_a_warehouse_the_command_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHIBIAO_DATA", str(tmp_path))
    assert main() == 2
    assert "make warehouse" in capsys.readouterr().err
