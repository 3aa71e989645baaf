"""What a run says at its end."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from rich.console import Console

from orchestration.runtime.first_answer import first_answer
from orchestration.runtime.summary import _verdict, set_aside
from orchestration.storage.settings import Settings

SAMPLE = Path(__file__).parents[1] / "exports" / "published_sample.sql"


@pytest.fixture
def published() -> duckdb.DuckDBPyConnection:
    """A small published database, in memory."""
    connection = duckdb.connect()
    connection.execute(SAMPLE.read_text("utf-8"))
    return connection


def shown(connection: duckdb.DuckDBPyConnection) -> list[str]:
    console = Console(file=io.StringIO(), width=100)
    answer = first_answer(connection)
    if answer is not None:
        console.print(answer)
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_the_first_answer_is_the_newest_targets_of_a_few_regions(
    published: duckdb.DuckDBPyConnection,
) -> None:
    header, *rows = shown(published)
    assert header.split()[:3] == ["地区", "年份", "地区生产总值"]
    assert [row.split()[:2] for row in rows] == [["焦作市", "2024"]]
    assert "≈ 5.5%" in rows[0]


def test_a_bound_and_a_fall_are_signs_and_markup_is_left_out(published: duckdb.DuckDBPyConnection) -> None:
    published.execute(
        "UPDATE marts.fact_targets SET value_text = '**5**%', bound = 'at_most', direction = 'down'"
        " WHERE indicator_id = 'gdp'"
    )
    assert "≤ 5% ↓" in shown(published)[1]


def test_a_terminal_obeys_nothing_of_a_report(published: duckdb.DuckDBPyConnection) -> None:
    published.execute("UPDATE marts.fact_targets SET value_text = '5' || chr(27) || '[31m%'")
    assert "5␛[31m%" in "".join(shown(published))
    assert "\x1b[31m" not in "".join(shown(published))


def test_without_a_headline_target_there_is_no_answer(published: duckdb.DuckDBPyConnection) -> None:
    published.execute("DELETE FROM marts.fact_targets")
    assert shown(published) == []


def test_nothing_was_set_aside(published: duckdb.DuckDBPyConnection) -> None:
    published.execute(
        "CREATE OR REPLACE TABLE quality.rejected_documents (file_name VARCHAR, reasons VARCHAR)"
    )
    assert set_aside(published) == []


def test_documents_set_aside_are_named_with_their_reasons(published: duckdb.DuckDBPyConnection) -> None:
    published.execute(
        "CREATE OR REPLACE TABLE quality.rejected_documents AS SELECT number || chr(27) || '.txt' AS file_name,"
        " 'a span is wrong | a numeral is missing' AS reasons FROM range(10, 22) AS numbers(number)"
    )
    lines = set_aside(published)
    assert lines[0].endswith(": 12")
    assert lines[1] == "  10␛.txt: a span is wrong | a numeral is missing"
    assert lines[-1] == "  and 2 more in quality.rejected_documents"


class Result:
    """A run of which only the steps that came through matter."""

    def __init__(self, *steps: str) -> None:
        self.run_id = "a"
        self.all_events = [SimpleNamespace(is_step_success=True, step_key=step) for step in steps]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (("landing",), "not published: the run could not be carried through"),
        (("landing", "published__warehouse"), "published, but exports or site failed"),
    ],
)
def test_a_run_that_broke_off_says_what_was_published(
    tmp_path: Path, steps: tuple[str, ...], words: str
) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    told, _ = _verdict(settings, Result(*steps), 2)  # type: ignore[arg-type]
    assert told.startswith(words)
