"""Folders that a run refuses to begin with, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.orchestration.test_whole_run import Place

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def test_without_a_raw_folder_the_answer_helps(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.raw.rmdir()
    code, said = place.run()
    assert code == 2
    assert "There is no folder" in said
    assert "make warehouse RAW=<folder>" in said
    assert not place.data.exists()


@pytest.mark.parametrize("name", ["RAW", "DATA"])
def test_a_folder_without_a_name_is_refused(tmp_path: Path, name: str) -> None:
    place = Place(tmp_path)
    setattr(place, name.lower(), "")
    code, said = place.run()
    assert code == 2
    assert said == f"{name} is empty. Name a folder: make warehouse {name}=<folder>\n"


def test_a_folder_of_somebody_elses_is_left_as_it_is(tmp_path: Path) -> None:
    place = Place(tmp_path)
    (place.data / "exports").mkdir(parents=True)
    (place.data / "exports" / "mine.csv").touch()
    code, said = place.run()
    assert code == 2
    assert "has exports of its own" in said
    assert [path.name for path in place.data.rglob("*")] == ["exports", "mine.csv"]
