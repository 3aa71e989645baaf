"""The HTML page in a browser, at the width of a desk and of a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chromium import CHROMIUM, Chromium
from zhibiao.commands.page import write_page
from zhibiao.commands.reading import ReadDocument

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

CARD = "document.getElementById('card')"
NO_EXCLUDED = ["3.1%", "5.5%", "6.9万人", "进出口平稳增长", "4%", "第4位", "7"]
DESK, PHONE = (1280, 800), (390, 844)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with Chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def page(tmp_path: Path, document: ReadDocument) -> Path:
    write_page([document], tmp_path / "page.html")
    return tmp_path / "page.html"


def _shown(chromium: Chromium) -> str:
    return str(chromium.run(f"{CARD}.hidden ? '' : {CARD}.innerText"))


def test_nothing_of_a_hostile_report_runs_and_nothing_is_loaded(chromium: Chromium, page: Path) -> None:
    chromium.complaints.clear()
    chromium.open(page, *DESK)
    assert chromium.run("document.title") == "指标 – 焦作市政府工作报告"
    assert chromium.complaints == []


def test_a_script_added_to_the_page_is_refused(chromium: Chromium, page: Path) -> None:
    source = page.read_text("utf-8")
    page.write_text(source.replace("</main>", "<script>document.title = 'taken'</script></main>"), "utf-8")
    chromium.open(page, *DESK)
    assert chromium.run("document.title") != "taken"
    chromium.complaints.clear()


def test_the_mouse_over_a_figure_shows_its_fields_and_takes_them_away(chromium: Chromium, page: Path) -> None:
    chromium.open(page, *DESK)
    chromium.point(".mark.kind-actual")
    chromium.wait_for(f"!{CARD}.hidden")
    assert "3.1 %" in _shown(chromium)
    chromium.point("h2")
    chromium.wait_for(f"{CARD}.hidden")


def test_a_numeral_of_two_indicators_shows_both(chromium: Chromium, page: Path) -> None:
    chromium.open(page, *DESK)
    chromium.point('.mark[href="#d1-e8"]')
    chromium.wait_for(f"!{CARD}.hidden")
    assert "税收收入" in _shown(chromium)
    assert "支出" in _shown(chromium)


def test_the_keyboard_reaches_every_mark(chromium: Chromium, page: Path) -> None:
    chromium.open(page, *DESK)
    chromium.run("document.querySelector('.mark').focus()")
    assert "2023" in _shown(chromium)
    chromium.press("Tab")
    assert "3.1%" in _shown(chromium)
    assert chromium.run("document.activeElement.getAttribute('aria-describedby')") == "card"
    chromium.press("Escape")
    assert _shown(chromium) == ""


def test_a_click_keeps_the_card_and_finds_the_entry_in_the_list(chromium: Chromium, page: Path) -> None:
    chromium.open(page, *DESK)
    chromium.point(".mark.kind-reference", click=True)
    assert "第4位" in _shown(chromium)
    assert chromium.run("document.querySelector('.entry.current').dataset.kind") == "reference"
    chromium.point(".facts dt", click=True)
    assert _shown(chromium) == ""


@pytest.mark.parametrize(
    ("setting", "left"),
    [
        ("[name=headline].checked = true", ["5.5%", "6.9万人", "进出口平稳增长", "4%"]),
        ("[name=indicator].value = 'gdp'", ["3.1%", "5.5%", "第4位"]),
        ("[name=reason].value = 'name'", ["66"]),
        (
            "[value=excluded].checked = false",
            ["3.1%", "5.5%", "6.9万人", "进出口平稳增长", "4%", "第4位", "7"],
        ),
    ],
)
def test_filters_leave_what_is_asked_for(
    chromium: Chromium, page: Path, setting: str, left: list[str]
) -> None:
    chromium.open(page, *DESK)
    selector, assignment = setting.split("].", 1)
    chromium.run(f'document.querySelector("{selector}]").{assignment}')
    chromium.run("document.querySelector('.filters').dispatchEvent(new Event('input'))")
    assert (
        chromium.run("[...document.querySelectorAll('.mark:not(.filtered)')].map(m => m.textContent)") == left
    )
    entries = chromium.run("document.querySelectorAll('.entry:not([hidden])').length")
    assert chromium.run("document.querySelector('output').textContent") == f"显示 {entries} / 11 shown"
    chromium.run("document.querySelector('.filters').reset()")
    chromium.wait_for("document.querySelectorAll('.entry:not([hidden])').length === 11")


def test_kinds_differ_without_colour(chromium: Chromium, page: Path) -> None:
    chromium.open(page, *DESK)
    looks = chromium.run(
        "['target', 'actual', 'reference', 'qualitative', 'excluded', 'unexplained'].map(kind => {"
        " const mark = document.querySelector(`.mark.kind-${kind}`);"
        " return getComputedStyle(mark).textDecorationStyle + getComputedStyle(mark, '::before').content; })"
    )
    assert len(set(looks)) == 6


@pytest.mark.parametrize("size", [DESK, PHONE, (320, 640)])
def test_no_width_scrolls_sideways(chromium: Chromium, page: Path, size: tuple[int, int]) -> None:
    chromium.open(page, *size, touch=size != DESK)
    assert chromium.run("document.documentElement.scrollWidth <= innerWidth")


def test_a_tap_on_a_phone_opens_a_sheet_that_closes_again(chromium: Chromium, page: Path) -> None:
    chromium.open(page, *PHONE, touch=True)
    chromium.tap(".mark.kind-target")
    chromium.wait_for(f"!{CARD}.hidden")
    assert "5.5 %" in _shown(chromium)
    assert chromium.run(f"{CARD}.getBoundingClientRect().bottom === innerHeight")
    marked = "document.querySelector('.mark.kind-target').getBoundingClientRect().bottom"
    assert chromium.run(f"{marked} < {CARD}.getBoundingClientRect().top")
    chromium.tap(".card button")
    chromium.wait_for(f"{CARD}.hidden")


def test_the_list_on_a_phone_leads_back_to_the_text(chromium: Chromium, page: Path) -> None:
    chromium.open(page, *PHONE, touch=True)
    chromium.tap(".list-switch")
    chromium.wait_for("document.querySelector('.list').offsetHeight > 0")
    chromium.tap("#d1-e6 .jump")
    chromium.wait_for("document.querySelector('.text').offsetHeight > 0")
    assert chromium.run("location.hash") == "#d1-m6"
