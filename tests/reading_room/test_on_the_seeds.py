"""The site of the five reports of ``raw/``, as a run leaves it: links, numbers, size, and five questions of a reader."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from orchestration.assets.published import _site_metadata
from orchestration.storage.settings import PROJECT, Settings
from tests.chromium import CHROMIUM, Chromium
from tests.reading_room.links import STATED, broken_links, numbers, pages

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
SAMPLE = 200


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a run over the seeds."""
    folder = tmp_path_factory.mktemp("seeds") / "data"
    environment = os.environ | {"ZHIBIAO_RAW": str(PROJECT / "raw"), "ZHIBIAO_DATA": str(folder)}
    run = subprocess.run(
        [sys.executable, "-m", "orchestration.runtime.materialize"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{folder}/site/index.html" in run.stdout
    return folder


@pytest.fixture(scope="module")
def seeds(data: Path) -> Path:
    """Their site."""
    return data / "site"


def test_every_link_and_every_sentence_is_there(seeds: Path) -> None:
    assert broken_links(seeds) == []


def test_two_hundred_numbers_are_those_of_the_published_file(data: Path) -> None:
    with duckdb.connect(str(data / "zhibiao.duckdb"), read_only=True) as connection:
        stated = set(connection.execute(STATED).fetchall())
    shown = sorted(set(numbers(data / "site")))
    assert len(shown) > SAMPLE
    wrong = [
        number
        for number in random.Random(20261128).sample(shown, SAMPLE)
        if (number[1], number[2], Decimal(number[3])) not in stated
    ]
    assert wrong == []


def test_it_is_small(seeds: Path) -> None:
    assert sum(path.stat().st_size for path in seeds.rglob("*") if path.is_file()) <= 4_000_000
    for path, _ in pages(seeds):
        source = path.read_text("utf-8")
        before_text = re.sub(r'<article class="text".*?</article>', "", source, flags=re.S)
        assert len(before_text.encode()) <= 200_000, path


def test_what_dagster_shows_of_it_are_its_pages_counted(data: Path) -> None:
    shown = _site_metadata(Settings(PROJECT / "raw", data), {})
    assert shown["pages"] == sum(1 for _ in data.joinpath("site").rglob("*.html"))
    assert "| region | 14 |" in shown["pages_by_kind"].value


def test_making_it_again_makes_nothing_anew(data: Path) -> None:
    environment = os.environ | {"ZHIBIAO_DATA": str(data)}
    again = subprocess.run(
        [sys.executable, "-m", "orchestration.runtime.site"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    count = sum(1 for _ in data.joinpath("site").rglob("*.html"))
    assert again.stdout.startswith(f"{count} pages, 0 of them made anew")


# What a reader asks, and the steps from the front page: at most three.
QUESTIONS = {
    "a place's target this year": (
        ["type:jiaozuo"],
        "#list",
        "6.5%",
    ),
    "who promises more than its province": (
        ["a[href$='indicator/gdp.html#amplification']"],
        "#amplification",
        "",
    ),
    "who missed": (["a[href$='attainment.html']"], "h1", "Who missed"),
    "which words soften": (["a[href$='words.html']"], "main", "左右"),
    "what one report says about jobs": (
        ["a[href$='reports.html']", "main td a[href*='report/']", "#s-new_urban_jobs dd a"],
        ":target",
        "万人",
    ),
}


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_in_three_steps(chromium: Chromium, seeds: Path, question: str) -> None:
    steps, where, answer = QUESTIONS[question]
    assert len(steps) <= 3
    chromium.open(seeds / "en" / "index.html", 1280, 800)
    for step in steps:
        before = chromium.run("location.href")
        if step.startswith("type:"):
            chromium.run("document.querySelector('#front-search').focus()")
            chromium.call("Input.insertText", text=step.removeprefix("type:"))
            chromium.wait_for("document.querySelectorAll('#front-search-found li span').length > 0")
            chromium.press("Enter")
        else:
            chromium.point(step, click=True)
        chromium.wait_for(f"location.href !== {before!r} && document.readyState === 'complete'")
    assert chromium.run(f"document.querySelector({where!r}) !== null")
    scope = "main" if where == "#list" else where
    assert answer in chromium.run(f"document.querySelector({scope!r}).innerText")
