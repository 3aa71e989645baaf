"""The command as a person runs it: killed, twice at once, beside an open reader, on nothing but bad files.

Where a run stands is read from outside, from the events that Dagster keeps; nothing in the code is there for
these tests.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from orchestration.storage.settings import PROJECT
from tests.orchestration.conftest import REPORT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

TEXT = f"""鹰城市政府工作报告

平顶山市第十二届人民代表大会第四次会议

一、2023年工作回顾

{REPORT}
二、2024年工作安排

今年经济社会发展的主要预期目标是：地区生产总值增长5.5%左右，一般公共预算收入增长6%，居民消费价格涨幅3%左右。
"""
CONTENT = {
    "figures": "SELECT figure_id, value, unit, status, is_headline FROM marts.fact_figures ORDER BY ALL",
    "targets": "SELECT target_id, indicator_id, value, bound FROM marts.fact_targets ORDER BY ALL",
    "panel": "SELECT * FROM marts.target_panel ORDER BY ALL",
    "numerals": "SELECT document_id, char_start, reason FROM quality.numerals ORDER BY ALL",
    "documents": "SELECT file_name, document_id, text, removed_at IS NULL FROM raw.documents ORDER BY ALL",
}


class Place:
    """A raw folder and a data folder, and the command on them."""

    def __init__(self, folder: Path) -> None:
        self.raw, self.data = folder / "raw", folder / "data"
        self.raw.mkdir(parents=True)
        self.published = self.data / "zhibiao.duckdb"

    def start(self) -> subprocess.Popen[str]:
        """Start the command that ``make warehouse`` calls."""
        environment = os.environ | {"ZHIBIAO_RAW": str(self.raw), "ZHIBIAO_DATA": str(self.data)}
        return subprocess.Popen(
            [sys.executable, "-m", "orchestration.runtime.materialize"],
            cwd=PROJECT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self) -> tuple[int, str]:
        """Run the command to its end; return exit code and what it said."""
        process = self.start()
        said, _ = process.communicate()
        return process.returncode, said

    def content(self) -> dict[str, list[tuple[object, ...]]]:
        """Return what an analyst sees, without times and run names."""
        with duckdb.connect(str(self.published), read_only=True) as connection:
            return {name: connection.execute(query).fetchall() for name, query in CONTENT.items()}

    def wait_for_step(self, step: str, process: subprocess.Popen[str], known: set[str]) -> None:
        """Wait until a run that is not among the known ones has begun a step."""
        while process.poll() is None:
            for events in (self.data / "state" / "dagster" / "history" / "runs").glob("*.db"):
                if events.name not in known and _has_begun(events, step):
                    return
            time.sleep(0.02)
        raise AssertionError(f"the run ended before {step}: {process.communicate()[0]}")

    def told(self, run: str) -> set[tuple[str, str, str, str]]:
        """Return what a run told Dagster: the assets that it materialized and the results of the checks."""
        told = set()
        with sqlite3.connect(self.data / "state" / "dagster" / "history" / "runs" / run) as connection:
            rows = connection.execute(
                "SELECT dagster_event_type, event FROM event_logs WHERE dagster_event_type IN"
                " ('ASSET_MATERIALIZATION', 'ASSET_CHECK_EVALUATION')"
            ).fetchall()
        for kind, text in rows:
            data = json.loads(text)["dagster_event"]["event_specific_data"]
            about = data.get("materialization", data)
            name = "/".join(about["asset_key"]["path"])
            told.add((kind, name, str(data.get("check_name")), str(data.get("success"))))
        return told

    def known_runs(self) -> set[str]:
        """Return the names of the runs so far."""
        runs = self.data / "state" / "dagster" / "history" / "runs"
        return {events.name for events in runs.glob("*.db")} if runs.exists() else set()


def _has_begun(events: Path, step: str) -> bool:
    query = "SELECT 1 FROM event_logs WHERE dagster_event_type = 'STEP_START' AND step_key = ?"
    try:
        with sqlite3.connect(f"file:{events}?mode=ro", uri=True) as connection:
            return connection.execute(query, [step]).fetchone() is not None
    except sqlite3.OperationalError:
        return False  # It is just being made.


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A place with the project's own reports, an empty file and a picture beside them, run once."""
    place = Place(tmp_path_factory.mktemp("whole"))
    shutil.copytree(PROJECT / "raw", place.raw, dirs_exist_ok=True)
    (place.raw / "empty.txt").touch()
    (place.raw / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    code, said = place.run()
    assert code == 0, said
    yield place
    shutil.rmtree(place.raw.parent)


def test_bad_files_cost_nothing_and_are_told(warehouse: Place) -> None:
    documents = warehouse.content()["documents"]
    assert [row[0] for row in documents] == sorted(path.name for path in (PROJECT / "raw").glob("*.txt"))
    with duckdb.connect(str(warehouse.published), read_only=True) as connection:
        told = connection.execute(
            "SELECT check_name, file_name FROM quality.findings WHERE layer = 'raw' ORDER BY 2"
        ).fetchall()
    assert ("empty_file", "empty.txt") in told
    assert ("not_text", "picture.txt") in told


def test_the_three_promises_hold(warehouse: Place) -> None:
    with duckdb.connect(str(warehouse.published), read_only=True) as connection:
        untrue = connection.execute("""
            SELECT figure_id FROM marts.fact_figures JOIN raw.documents USING (document_id)
            WHERE substr(text, char_start + 1, char_end - char_start) <> value_text
        """).fetchall()
        regions = connection.execute(
            "SELECT raw.documents.file_name[:3], region_code, plan_year, review_year"
            " FROM marts.dim_document JOIN raw.documents USING (document_id) ORDER BY 1"
        ).fetchall()
        missing = connection.execute(
            "SELECT region_code FROM quality.findings JOIN marts.dim_document USING (document_id)"
            " WHERE check_name = 'missing_target_list'"
        ).fetchall()
    assert not untrue
    assert regions == [
        ("000", "410400", 2024, 2023),
        ("001", "410800", 2024, 2023),
        ("002", "410400", 2026, 2025),
        ("003", "410700", 2024, 2023),
        ("004", "410611", 2024, 2023),
    ]
    assert missing == [("410611",)]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_first_query_of_the_readme_has_the_answer_it_shows(warehouse: Place, name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    query = text.split("```sql\n")[1].split("```")[0]
    table = text.split("```sql\n")[1].split("```\n")[1].strip().split("\n\n")[0]
    shown = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    with duckdb.connect(str(warehouse.published), read_only=True) as connection:
        cursor = connection.execute(query)
        headings = [column[0] for column in cursor.description or []]
        answer = [["" if cell is None else str(cell) for cell in row] for row in cursor.fetchall()]
    assert [shown[0], *shown[2:]] == [headings, *answer]


def test_a_second_run_repeats_nothing_and_tells_of_everything(warehouse: Place) -> None:
    files = [path for path in warehouse.data.rglob("*") if path.is_file() and "state" not in path.parts]
    before = {path: path.stat().st_mtime_ns for path in files}
    known = warehouse.known_runs()
    code, said = warehouse.run()
    assert code == 0, said
    assert "nothing has changed since run" in said
    assert "read 0 documents, 5 were read before" in said
    assert {path: path.stat().st_mtime_ns for path in before} == before
    # To Dagster each asset is there and each check has its result, as after the run that did the work.
    after = warehouse.known_runs() - known
    assert len(after) == 1
    assert warehouse.told(after.pop()) == warehouse.told(max(known - {"index.db"}))


def test_a_run_reads_nothing_again_while_an_analyst_looks_on(warehouse: Place) -> None:
    before = warehouse.content()
    # What is missing is made again, and so the file that the analyst holds is replaced.
    (warehouse.data / "exports" / "README.md").unlink()
    with duckdb.connect(str(warehouse.published), read_only=True) as analyst:
        code, said = warehouse.run()
        assert code == 0, said
        assert "read 0 documents, 5 were read before" in said
        assert "nothing has changed" not in said
        assert len(analyst.execute(CONTENT["figures"]).fetchall()) == len(before["figures"])
    assert (warehouse.data / "exports" / "README.md").exists()
    # The file is another now; DuckDB keeps one open file a path in a process, so ask after closing.
    assert warehouse.content() == before
    with duckdb.connect(str(warehouse.published), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM marts.publications").fetchone() == (1,)
        # It counts the rows of tables that are made beside it.
        assert (
            connection.execute(
                "SELECT documents, figures, targets, panel_rows FROM marts.publications"
            ).fetchall()
            == connection.execute(
                "SELECT (SELECT count(*) FROM marts.dim_document),"
                " (SELECT count(*) FROM marts.fact_figures), (SELECT count(*) FROM marts.fact_targets),"
                " (SELECT count(*) FROM marts.target_panel)"
            ).fetchall()
        )


@pytest.mark.parametrize("step", ["landing", "reading", "dbt", "published__warehouse"])
def test_killed_in_a_step_what_was_published_stays_and_a_plain_run_ends_right(
    warehouse: Place, step: str
) -> None:
    before, known = warehouse.content(), warehouse.known_runs()
    name = f"{step}.txt"
    (warehouse.raw / name).write_text(f"{TEXT}{step}\n", encoding="gb18030")
    process = warehouse.start()
    warehouse.wait_for_step(step, process, known)
    # dbt needs a while before it writes; the other steps are over in a moment.
    time.sleep(4 if step == "dbt" else 0.05)
    assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert warehouse.content() == before
    code, said = warehouse.run()
    assert code == 0, said
    after = warehouse.content()
    added = hashlib.sha256(f"{TEXT}{step}\n".encode("gb18030")).hexdigest()
    there = {row[1] for row in after["documents"] if row[3]}
    assert there == {row[1] for row in before["documents"] if row[3]} | {added}
    assert set(after["figures"]) > set(before["figures"])
    with duckdb.connect(str(warehouse.published), read_only=True) as connection:
        targets = connection.execute(
            "SELECT indicator_id, value, bound FROM marts.fact_targets"
            " WHERE is_headline AND document_id = ? ORDER BY char_start",
            [added],
        ).fetchall()
    assert targets == [
        ("gdp", Decimal("5.5"), "about"),
        ("fiscal_revenue", Decimal(6), "exact"),
        ("cpi", Decimal(3), "about"),
    ]


def test_two_runs_started_together_both_end_well(warehouse: Place) -> None:
    runs = [warehouse.start(), warehouse.start()]
    said = [process.communicate()[0] for process in runs]
    assert [process.returncode for process in runs] == [0, 0], said
    assert sum("to end, which is writing into" in each for each in said) == 1
    there = {row[0] for row in warehouse.content()["documents"] if row[3]}
    assert there == {path.name for path in warehouse.raw.glob("*.txt")} - {"empty.txt", "picture.txt"}


def test_with_no_document_at_all_nothing_is_published(warehouse: Place, tmp_path: Path) -> None:
    place = Place(tmp_path)
    (place.raw / "empty.txt").touch()
    code, said = place.run()
    assert code == 1, said
    assert not place.published.exists()
    assert "documents_have_landed" in said
    assert (place.data / "quality" / "summary.md").exists()
