"""A run on what has changed leaves what a run from nothing leaves, also after a kill in the middle: every table of the
published file, and every exported file."""

from __future__ import annotations

import shutil
import signal
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.storage.settings import PROJECT
from tests.orchestration.test_whole_run import Place
from torture.kill.contents import OF_RUNS, TIMES, WITH_BEFORE

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

REPORT = """{name}{year}年政府工作报告

一、{past}年工作回顾

全年地区生产总值增长{past_growth}%，一般公共预算收入完成{revenue}亿元、增长6.4%，城镇新增就业6.9万人。
信访总量下降{fall}%。

二、{year}年工作安排

今年经济社会发展的主要预期目标是：地区生产总值增长{growth}%左右，一般公共预算收入增长6%，居民消费价格涨幅3%左右，\
城镇新增就业6万人以上。
"""


def report(name: str, year: int, growth: float, past_growth: float = 5.1, fall: int = 12) -> str:
    """A report that states and reviews targets; a fall of more than 100 % is quarantined."""
    return REPORT.format(
        name=name,
        year=year,
        past=year - 1,
        growth=growth,
        past_growth=past_growth,
        fall=fall,
        revenue=200 + year % 100,
    )


def lay_down(raw: Path, reports: dict[str, str]) -> None:
    """Write reports as files."""
    for name, text in reports.items():
        (raw / f"{name}.txt").write_text(text, encoding="utf-8")


BEFORE = {
    "henan": report("河南省", 2024, 5.5),
    "pingdingshan_2023": report("平顶山市", 2023, 7),
    "jiaozuo": report("焦作市", 2024, 6, fall=120),
    "hebi": report("鹤壁市", 2024, 6.5),
}
# A peer is added, one whose targets are judged by another's review is read otherwise, another peer goes.
ADDED = {
    "xinxiang": report("新乡市", 2024, 7, fall=130),
    "pingdingshan_2025": report("平顶山市", 2025, 6, 5.9),
}
CHANGED = {"henan": report("河南省", 2024, 6), "jiaozuo": report("焦作市", 2024, 6.2)}
REMOVED = "hebi"


def copy_seeds(raw: Path) -> None:
    """Two of the project's own reports, of one city and two years."""
    for path in sorted((PROJECT / "raw").glob("00[02]*.txt")):
        shutil.copy(path, raw)


def tables(published: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every published table, but for times and names of runs."""
    with duckdb.connect(str(published), read_only=True) as connection:
        columns: dict[str, list[str]] = {}
        for table, column in connection.execute(
            "SELECT schema_name || '.' || table_name, column_name FROM duckdb_columns() WHERE NOT internal"
            " ORDER BY table_name, column_index"
        ).fetchall():
            columns.setdefault(table, []).append(column)
        found = {}
        for table, names in columns.items():
            if table in OF_RUNS:
                continue
            kept = ", ".join(f'"{name}"' for name in names if name not in TIMES)
            condition = "removed_at IS NULL" if table == "raw.documents" else "true"
            if table == "quality.check_results":
                condition = f"check_name NOT IN {WITH_BEFORE}"
            found[table] = connection.execute(
                f"SELECT {kept} FROM {table} WHERE {condition} ORDER BY ALL"
            ).fetchall()
    return found


def exported(data: Path) -> dict[str, Any]:
    """What the flat files say: those of Parquet row by row, those of CSV byte by byte, but for times and runs."""
    found: dict[str, Any] = {}
    for path in sorted((data / "exports" / "parquet").iterdir()):
        if f"marts.{path.stem}" in OF_RUNS:
            continue
        columns = [name for (name, *_) in duckdb.sql(f"DESCRIBE FROM '{path}'").fetchall()]
        kept = ", ".join(f'"{name}"' for name in columns if name not in TIMES)
        found[path.name] = duckdb.sql(f"SELECT {kept} FROM '{path}'").fetchall()
        table = data / "exports" / "csv" / f"{path.stem}.csv"
        if table.exists() and not TIMES & set(columns):
            found[table.name] = table.read_bytes()
    return found


@pytest.fixture(scope="module")
def from_nothing(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a run from nothing leaves of the reports as they lie there in the end."""
    place = Place(tmp_path_factory.mktemp("nothing"))
    copy_seeds(place.raw)
    lay_down(place.raw, BEFORE | ADDED | CHANGED)
    (place.raw / f"{REMOVED}.txt").unlink()
    code, said = place.run()
    assert code == 0, said
    return tables(place.published) | exported(place.data)


def test_added_changed_and_removed_after_a_kill(tmp_path: Path, from_nothing: dict[str, Any]) -> None:
    place = Place(tmp_path)
    copy_seeds(place.raw)
    lay_down(place.raw, BEFORE)
    code, said = place.run()
    assert code == 0, said
    lay_down(place.raw, ADDED)
    known = place.known_runs()
    process = place.start()
    place.wait_for_step("dbt", process, known)
    time.sleep(3)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    lay_down(place.raw, CHANGED)
    (place.raw / f"{REMOVED}.txt").unlink()
    code, said = place.run()
    assert code == 0, said
    left = tables(place.published) | exported(place.data)
    assert left.keys() == from_nothing.keys()
    assert {
        "marts.fact_targets",
        "fact_targets.parquet",
        "fact_targets.csv",
        "target_panel.csv",
    } <= left.keys()
    for name, content in from_nothing.items():
        assert left[name] == content, name
    assert {"fall_is_within_100"} == {row[1] for row in _rejected(place.published)}


def _rejected(published: Path) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(published), read_only=True) as connection:
        return connection.execute("SELECT figure_id, failed_checks FROM quality.rejected_figures").fetchall()
