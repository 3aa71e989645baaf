"""A whole run in which the reader fails on some documents: the others are published, each failure is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.storage.settings import PROJECT
from tests.orchestration.test_whole_run import TEXT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

# The command, with a reader that raises on some files, reads a wrong span in others, and loses a numeral in others.
SPOILED = """
import sys
from dataclasses import replace
from orchestration.reading import shard
from orchestration.runtime.materialize import main

read_one = shard._read_one

def spoiled(document):
    if "raises" in document.file_name:
        raise RecursionError("deep in the grammar")
    about, extraction = read_one(document)
    if "span" in document.file_name:
        first, *others = extraction.figures
        first = replace(first, char_start=first.char_start + 1, char_end=first.char_end + 1)
        extraction = replace(extraction, figures=[first, *others])
    if "hole" in document.file_name:
        extraction = replace(extraction, numerals=extraction.numerals[1:])
    return about, extraction

shard._read_one = spoiled
sys.exit(main())
"""


def run(folder: Path, program: list[str], **environment: str) -> tuple[int, str]:
    """Run a program on the folder's ``raw`` and ``data``; return exit code and what it said."""
    done = subprocess.run(
        [sys.executable, *program],
        cwd=PROJECT,
        env=os.environ
        | {
            "ZHIBIAO_RAW": str(folder / "raw"),
            "ZHIBIAO_DATA": str(folder / "data"),
            "PYTHONPATH": str(PROJECT),
        }
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def reports(folder: Path, *names: str) -> None:
    """Write a report of its own text under each name."""
    (folder / "raw").mkdir(exist_ok=True)
    for number, name in enumerate(names):
        text = TEXT.replace("第四次会议", f"第{number}次会议")
        (folder / "raw" / f"{name}.txt").write_text(text, encoding="utf-8")


def published(folder: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(folder / "data" / "zhibiao.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_three_of_six_are_set_aside_and_heal_when_the_reader_is_mended(tmp_path: Path) -> None:
    reports(tmp_path, "a", "b", "c", "raises", "span", "hole")
    code, said = run(tmp_path, ["-c", SPOILED])
    assert code == 0, said
    assert "3 DOCUMENTS WERE SET ASIDE" in said
    assert published(
        tmp_path, "select file_name, failed_checks from quality.rejected_documents order by 1"
    ) == [
        ("hole.txt", "every_numeral_is_in_the_ledger"),
        ("raises.txt", "reading_failed"),
        ("span.txt", "span_holds"),
    ]
    assert published(tmp_path, "select file_name from marts.dim_document order by 1") == [
        ("a.txt",),
        ("b.txt",),
        ("c.txt",),
    ]
    summary = (tmp_path / "data" / "quality" / "summary.md").read_text(encoding="utf-8")
    assert all(f"{name}.txt" in summary for name in ("raises", "span", "hole"))
    assert run(tmp_path, ["-m", "orchestration.runtime.materialize"], STRICT="1")[0] == 1, (
        "nothing has changed"
    )
    # Any change of file or reader has a document read anew.
    reports(tmp_path, "a", "b", "c")
    for name in ("raises", "span", "hole"):
        path = tmp_path / "raw" / f"{name}.txt"
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    code, said = run(tmp_path, ["-m", "orchestration.runtime.materialize"], STRICT="1")
    assert code == 0, said
    assert published(tmp_path, "select count(*) from quality.rejected_documents") == [(0,)]
    assert published(tmp_path, "select count(*) from marts.dim_document") == [(6,)]


def test_where_the_reader_fails_on_half_of_the_documents_nothing_is_published(tmp_path: Path) -> None:
    reports(tmp_path, *(f"{kind}{number}" for number in range(5) for kind in ("good", "span")))
    code, said = run(tmp_path, ["-c", SPOILED])
    assert code == 1, said
    assert "few_documents_are_set_aside" in said
    assert not (tmp_path / "data" / "zhibiao.duckdb").exists()
    code, said = run(tmp_path, ["-c", SPOILED], ZHIBIAO_MOST_SET_ASIDE="50")
    assert code == 0, said
    assert published(tmp_path, "select count(*) from marts.dim_document") == [(5,)]
