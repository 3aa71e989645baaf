"""The parts of the torture hold what they say they hold: each is shown a fault and finds it."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest

import torture.texts.holding as holding
from orchestration.storage.settings import PROJECT
from torture.kill.contents import contents, without_the_clock
from torture.kill.place import Place, processes_of
from torture.kill.telling import tables
from torture.kill.ways import KILLS, WAYS, next_way, wanted
from torture.kill.world import DOCUMENTS, STATES, lay_out, prepare
from torture.rounds import Round, Rounds
from torture.texts.making import ENCODINGS, KINDS, encoded
from zhibiao.extract import extract

TEXT = "全年地区生产总值增长4.5%，城镇新增就业6.9万人，居全省第2位。"


def test_rounds_are_taken_up_where_they_were_left(tmp_path: Path) -> None:
    path = tmp_path / "part.json"
    first = Rounds(path, {"seed": 1})
    first.add({"round": 1})
    first.add({"round": 2})
    done = Rounds(path, {"seed": 1}).done
    assert [one["round"] for one in done] == [1, 2]
    assert all(one["commit"] for one in done)
    assert Rounds(path, {"seed": 2}).done == []


def test_half_written_rounds_are_none(tmp_path: Path) -> None:
    path = tmp_path / "part.json"
    path.write_text('{"terms": {"seed": 1}, "rounds": [')
    assert Rounds(path, {"seed": 1}).done == []


def test_every_way_comes_as_often_as_it_should_and_early() -> None:
    numbers = wanted(100, 10)
    done: list[Round] = []
    while way := next_way(done, numbers):
        done.append({"way": way, "moment": "landing + 0.10 s"})
    ways = [one["way"] for one in done]
    assert sum(way in KILLS for way in ways) == 100
    assert {way: ways.count(way) for way in WAYS if way not in KILLS} == {
        way: 10 for way in WAYS if way not in KILLS
    }
    assert set(ways[: len(WAYS)]) == set(WAYS)


def test_a_run_that_had_ended_before_it_was_hurt_is_made_up_for() -> None:
    numbers = {"SIGKILL": 2, "SIGTERM": 1}
    in_time, late = {"way": "SIGKILL", "moment": "dbt + 1.00 s"}, {"way": "SIGKILL", "moment": None}
    term = {"way": "SIGTERM", "moment": "dbt + 1.00 s"}
    assert next_way([in_time, term, late], numbers) == "SIGKILL"
    assert next_way([in_time, term, in_time], numbers) is None
    assert next_way([in_time, term, late, late], numbers) is None  # it has been tried twice


def test_where_a_run_stands_is_read_from_its_events(tmp_path: Path) -> None:
    place = Place(tmp_path / "raw", tmp_path / "data")
    runs = place.data / "state" / "dagster" / "history" / "runs"
    runs.mkdir(parents=True)

    def write(name: str, *events: tuple[str, str]) -> None:
        with contextlib.closing(sqlite3.connect(runs / name)) as connection, connection:
            connection.execute(
                "create table event_logs (id integer primary key, dagster_event_type text, step_key text)"
            )
            connection.executemany(
                "insert into event_logs (dagster_event_type, step_key) values (?, ?)", events
            )

    write("before.db", ("STEP_START", "quality"))
    known = place.known_runs()
    assert place.stands_in(known) == "start"
    write("now.db", ("STEP_START", "landing"), ("STEP_SUCCESS", "landing"), ("STEP_START", "reading"))
    assert place.stands_in(known) == "reading"


def test_the_tables_tell_ways_and_steps_and_what_was_not_to_be_had(tmp_path: Path) -> None:
    rounds = Rounds(tmp_path / "part.json", {})
    of_one = {"step": "dbt", "moment": "dbt + 1.00 s", "published": "former"}
    rounds.add({"way": "SIGKILL", "wrong": [], **of_one})
    rounds.add({"way": "SIGKILL", "wrong": ["the next run ended with 2"], **of_one})
    told = tables(rounds, {"clock set back": "no clock"})
    assert "| SIGKILL | 2 | 2 | 0 | 1 of 2 (50 %) |" in told
    assert "| clock set back | 0 |  |  | skipped: no clock |" in told
    assert "| dbt | 2 | 0 |" in told


def test_each_state_of_the_world_is_another(tmp_path: Path) -> None:
    prepare(PROJECT / "raw", tmp_path)
    raw = tmp_path / "raw"
    states = []
    for state in [*range(STATES), 0]:
        lay_out(tmp_path, raw, state)
        states.append({path.name: path.read_bytes() for path in raw.glob("*.txt")})
    assert states[0] == states[-1]
    assert [len(state) for state in states[:-1]] == [DOCUMENTS - 1, DOCUMENTS, DOCUMENTS - 1]
    assert all(one != other for one, other in pairwise(states))


def test_contents_tell_another_row_but_no_other_order_and_no_other_time(tmp_path: Path) -> None:
    def made(name: str, rows: str) -> Path:
        path = tmp_path / name
        with duckdb.connect(str(path)) as connection:
            connection.execute("create schema marts")
            connection.execute(f"create table marts.numbers as from (values {rows}) as t (number, landed_at)")
        return path

    one = contents(made("one", "(1, 'today'), (2, 'today')"))
    assert one == contents(made("two", "(2, 'tomorrow'), (1, 'tomorrow')"))
    assert one != contents(made("three", "(1, 'today'), (3, 'today')"))
    assert one != contents(made("four", "(1, 'today'), (2, 'today'), (2, 'today')"))


def test_what_a_wrong_clock_lets_a_check_find_is_told_apart(tmp_path: Path) -> None:
    def made(name: str, *checks: str) -> Path:
        path = tmp_path / name
        with duckdb.connect(str(path)) as connection:
            connection.execute("create schema quality; create table quality.findings (check_name varchar)")
            connection.executemany("insert into quality.findings values (?)", [[check] for check in checks])
        return path

    right = contents(made("right", "unit_is_known", "rank_is_plausible"))
    back = contents(made("back", "unit_is_known", "rank_is_plausible", "landed_in_the_past"))
    wrong = contents(made("wrong", "unit_is_known", "landed_in_the_past"))
    assert right != back
    assert without_the_clock(right) == without_the_clock(back) != without_the_clock(wrong)


def test_contents_of_half_a_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "half.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts; create table marts.numbers as from range(1000000)")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(duckdb.Error):
        contents(path)


def test_the_processes_of_a_session_are_found_while_they_live() -> None:
    parent = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    process = subprocess.Popen([sys.executable, "-c", parent], start_new_session=True)
    while not (child := processes_of(process.pid, "-c import time")):
        assert process.poll() is None
    assert processes_of(process.pid) == sorted([process.pid, *child])
    for one in (process.pid, *child):
        subprocess.run(["kill", "-KILL", str(one)], check=False)
    process.wait()
    while processes_of(process.pid):  # the child is now init's, and is gone when init has seen it
        time.sleep(0.01)


def test_a_sound_text_has_no_fault() -> None:
    assert holding.faults_of_text(TEXT) == []
    assert holding.faults_of(TEXT.encode("gb18030")) == ("read", [])
    assert holding.faults_of(b"") == ("refused", [])


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda found: replace(found, figures=[replace(found.figures[0], char_start=0)]), "span of"),
        (lambda found: replace(found, figures=[*found.figures, found.figures[0]]), "an id twice"),
        (lambda found: replace(found, numerals=found.numerals[1:]), "not in the ledger"),
        (lambda found: replace(found, numerals=[*found.numerals, found.numerals[0]]), "overlap"),
        (lambda found: replace(found, figures=[]), "that is not there"),
    ],
)
def test_a_fault_is_found(monkeypatch: pytest.MonkeyPatch, spoil: Any, fault: str) -> None:
    monkeypatch.setattr(holding, "extract", lambda *given: spoil(extract(*given)))
    assert any(fault in each for each in holding.faults_of_text(TEXT))


def test_an_exception_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(holding, "extract", fail)
    assert holding.faults_of_text(TEXT) == ["raised ZeroDivisionError()"]


@pytest.mark.parametrize("kind", KINDS)
def test_texts_are_made_the_same_way_again_and_read(kind: str) -> None:
    encodings = set()
    for seed in range(40):
        text = KINDS[kind](random.Random(seed), [TEXT * 20])
        assert text == KINDS[kind](random.Random(seed), [TEXT * 20])
        data, encoding = encoded(text, random.Random(seed))
        encodings.add(encoding.removesuffix(", damaged"))
        assert holding.faults_of(data)[1] == []
    assert len(encodings) > len(ENCODINGS) / 2
