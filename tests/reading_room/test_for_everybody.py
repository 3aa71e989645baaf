"""The site for everybody: any width, light and dark, on paper, by keyboard and screen reader, without scripts."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import CHROMIUM, Chromium
from tests.reading_room.links import report_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

DESK, PHONE = (1280, 800), (390, 844)
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PAGES = (
    "index.html",
    "region/410400.html",
    "region/130608.html",
    "indicator/gdp.html",
    "indicator/gdp-2024.html",
    "regions.html",
    "indicators.html",
    "reports.html",
    "attainment.html",
    "words.html",
    "compare.html",
    "about.html",
    "checks.html",
    "dictionary.html",
    "dictionary-marts.dim_region.html",
)


@pytest.mark.parametrize("size", [DESK, PHONE, (320, 640)])
@pytest.mark.parametrize("path", PAGES)
def test_no_width_scrolls_sideways_and_nothing_complains(
    chromium: Chromium, site: Path, path: str, size: tuple[int, int]
) -> None:
    for language in ("", "en/"):
        chromium.open(site / f"{language}{path}", *size, touch=size != DESK)
        assert chromium.run("document.documentElement.scrollWidth <= innerWidth"), language


@pytest.mark.parametrize(("language", "end"), [("en-US", "en/index.html"), ("zh-TW", "index.html")])
def test_the_front_page_speaks_the_language_of_the_browser(
    chromium: Chromium, site: Path, language: str, end: str
) -> None:
    agent = chromium.run("navigator.userAgent")
    chromium.call("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
    try:
        chromium.call("Page.navigate", url=(site / "index.html").as_uri())
        address = (site / end).as_uri()
        chromium.wait_for(f"location.href === {address!r} && document.readyState === 'complete'")
    finally:
        chromium.call("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage="zh-CN")


def test_a_report_fits_every_width(chromium: Chromium, site: Path) -> None:
    for size in (DESK, PHONE, (320, 640)):
        chromium.open(report_of(site, "alert(1)"), *size, touch=size != DESK)
        assert chromium.run("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, "report"])
def test_axe_finds_nothing_serious(chromium: Chromium, site: Path, path: str, theme: str) -> None:
    assert sha256(AXE.read_bytes()).hexdigest() in (AXE.parent / "README.md").read_text("utf-8")
    chromium.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
    page = report_of(site, "，新增就业") if path == "report" else site / path
    for language in (Path(), Path("en")):
        chromium.open(site / language / page.relative_to(site), *DESK)
        for details in ("false", "true"):
            chromium.run(f"document.querySelectorAll('details').forEach(each => each.open = {details})")
        chromium.run(AXE.read_text("utf-8") + "; 0")
        serious = chromium.run(
            "axe.run({preload: false}).then(({violations}) => violations"
            ".filter(({impact}) => impact === 'serious' || impact === 'critical')"
            ".map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html.slice(0, 200)).join(' | ')))"
        )
        assert serious == []


def test_light_and_dark_follow_the_system_until_one_is_chosen(chromium: Chromium, site: Path) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    chromium.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    chromium.open(site / "about.html", *DESK)
    assert chromium.run(paper) == "rgb(21, 23, 26)"
    chromium.point(".theme", click=True)
    assert chromium.run(paper) == "rgb(255, 255, 255)"
    chromium.open(site / "words.html", *DESK)
    assert chromium.run(paper) == "rgb(255, 255, 255)"


def test_without_scripts_text_tables_and_pictures_are_there(chromium: Chromium, site: Path) -> None:
    chromium.call("Emulation.setScriptExecutionDisabled", value=True)
    chromium.call("Page.navigate", url=(site / "en" / "region" / "410400.html").as_uri())
    chromium.wait_for("document.readyState === 'complete' && document.querySelector('h1') !== null")
    shown = chromium.run("document.body.innerText")
    assert "6%–7%" in shown
    assert "at least 69,000 people" in chromium.run("document.body.textContent")
    assert chromium.run("document.querySelector('#i-gdp svg').getBoundingClientRect().height > 100")
    # What would do nothing is not shown.
    assert chromium.run("[...document.querySelectorAll('.scripted')].every(each => each.offsetHeight === 0)")
    link = chromium.run("document.querySelector(\"#main td a[data-v='6.5']\").href")
    assert "/en/report/" in link


def test_print_leaves_out_what_paper_cannot_do(chromium: Chromium, site: Path) -> None:
    chromium.open(site / "region" / "410400.html", *DESK)
    chromium.call("Emulation.setEmulatedMedia", media="print")
    gone = "['.top nav', '.switches', '.search', '.tools'].every(each => !document.querySelector(each)?.offsetHeight)"
    assert chromium.run(gone)
    pdf: dict[str, Any] = chromium.call("Page.printToPDF", printBackground=True)
    assert len(pdf["data"]) > 20_000
