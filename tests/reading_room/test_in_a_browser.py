"""The site in a browser: from disk, without network, at the width of a desk and of a phone, with and without scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.chromium import CHROMIUM, Chromium
from tests.reading_room.links import report_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

DESK, PHONE = (1280, 800), (390, 844)


def go(chromium: Chromium, address: str) -> None:
    """Open an address, with what follows ``?`` and ``#``."""
    chromium.call("Page.navigate", url=address)
    chromium.wait_for(
        f"document.readyState === 'complete' && location.href.startsWith({json.dumps(address[:40])})"
    )


def type_into(chromium: Chromium, selector: str, text: str) -> None:
    chromium.run(f"document.querySelector({json.dumps(selector)}).focus()")
    chromium.call("Input.insertText", text=text)


def found(chromium: Chromium, list_: str) -> list[str]:
    chromium.wait_for(f"document.querySelectorAll('{list_} li').length > 0")
    return list(
        chromium.run(f"[...document.querySelectorAll('{list_} li span')].map(each => each.textContent)")
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("平顶山", "平顶山市"),
        ("鹰城", "平顶山市"),
        ("pingding", "平顶山市"),
        ("PDS", "平顶山市"),
        ("yingcheng", "平顶山市"),
        ("410400", "平顶山市"),
        ("清苑县", "清苑县"),
        ("国内生产总值", "地区生产总值"),
        ("jobs", "城镇新增就业"),
        ("平顶山2025", "平顶山市政府工作报告"),
    ],
)
def test_the_search_finds_as_one_types(chromium: Chromium, site: Path, typed: str, first: str) -> None:
    chromium.open(site / "indicators.html", *DESK)
    type_into(chromium, "#top-search", typed)
    assert found(chromium, "#top-search-found")[0] == first


def test_enter_goes_to_what_was_found_and_its_number_to_the_sentence_and_back(
    chromium: Chromium, site: Path
) -> None:
    chromium.open(site / "en" / "index.html", *DESK)
    type_into(chromium, "#front-search", "pds")
    assert found(chromium, "#front-search-found")[0] == "Pingdingshan 平顶山市"
    chromium.press("Enter")
    chromium.wait_for(
        "document.readyState === 'complete' && document.querySelector('h1')?.textContent === 'Pingdingshan 平顶山市'"
    )
    chromium.point("#main td a[data-v='6.5']", click=True)
    chromium.wait_for("location.hash.startsWith('#c')")
    chromium.wait_for("document.querySelector(':target')?.textContent === '6%—7%'")
    assert chromium.run(
        "(({top, bottom}) => top >= 0 && bottom <= innerHeight)"
        "(document.querySelector(':target').getBoundingClientRect())"
    )
    chromium.run("history.back()")
    chromium.wait_for(
        "location.pathname.endsWith('/region/410400.html') && document.readyState === 'complete'"
    )


def test_what_is_not_there_is_said(chromium: Chromium, site: Path) -> None:
    chromium.open(site / "regions.html", *DESK)
    type_into(chromium, "#top-search", "没有这个地方")
    chromium.wait_for("document.querySelector('#top-search-found .nothing')?.textContent === '没有找到'")


def test_the_switch_of_languages_keeps_page_and_choice(chromium: Chromium, site: Path) -> None:
    chromium.open(site / "region" / "410400.html", *DESK)
    chromium.run("location.hash = '#i-gdp'")
    chromium.point("a.language", click=True)
    chromium.wait_for("document.documentElement?.lang === 'en' && document.readyState === 'complete'")
    assert chromium.run("location.pathname.endsWith('/en/region/410400.html') && location.hash === '#i-gdp'")
    chromium.point(".brand", click=True)
    chromium.wait_for("location.pathname.endsWith('/en/index.html')")
    # Opened anew, the front page is in the language that was chosen.
    chromium.open(site / "index.html", *DESK)
    chromium.wait_for("document.documentElement?.lang === 'en' && document.readyState === 'complete'")
    chromium.point("a.language", click=True)
    chromium.wait_for("document.documentElement?.lang === 'zh-CN' && document.readyState === 'complete'")
    chromium.open(site / "index.html", *DESK)
    assert chromium.run("document.documentElement.lang") == "zh-CN"


CARD = "document.getElementById('card')"


def test_a_point_shows_value_and_sentence_to_mouse_and_keyboard(chromium: Chromium, site: Path) -> None:
    chromium.open(site / "en" / "region" / "410400.html", *DESK)
    chromium.point("#i-gdp svg a[data-v='6.1']")
    chromium.wait_for(f"!{CARD}.hidden")
    told = chromium.run(f"{CARD}.innerText")
    assert "2024 Reported: 6.1%" in told
    assert "去年生产总值增长6.1%" in told
    chromium.point("h1")
    chromium.wait_for(f"{CARD}.hidden")
    chromium.run("document.querySelector('#i-gdp svg').focus()")
    for _ in range(3):
        chromium.press("ArrowRight")
    assert chromium.run(f"!{CARD}.hidden && document.activeElement.closest('#i-gdp svg') !== null")
    chromium.press("Escape")
    assert chromium.run(f"{CARD}.hidden")


def test_a_tap_shows_the_sentence_and_the_card_leads_to_it(chromium: Chromium, site: Path) -> None:
    chromium.open(site / "region" / "410400.html", *PHONE, touch=True)
    chromium.tap("#main td a[data-v='6.5']")
    chromium.wait_for(f"!{CARD}.hidden")
    assert "去年生产总值增长6.1%。今年增长6%—7%。" in chromium.run(f"{CARD}.innerText")
    chromium.tap("#card a")
    chromium.wait_for("location.pathname.includes('/report/')")


def test_up_to_six_regions_are_compared_and_the_address_holds_the_choice(
    chromium: Chromium, site: Path
) -> None:
    chromium.open(site / "en" / "compare.html", *DESK)
    for typed in ("pds", "henan"):
        type_into(chromium, "#compare-search", typed)
        found(chromium, "#compare-search-found")
        chromium.press("Enter")
        chromium.wait_for("document.querySelector('#compare-search').value === ''")
    chromium.wait_for("document.querySelectorAll('.chosen button').length === 2")
    assert chromium.run("location.search") == "?r=410400,410000&i=gdp"
    assert chromium.run("document.querySelectorAll('#compare svg a[data-v]').length") == 3
    address = chromium.run("location.href")
    go(chromium, address)
    chromium.wait_for("document.querySelectorAll('.chosen button').length === 2")
    assert "about 6.5%" in chromium.run("document.querySelector('#compare table').innerText")
    for width in (390, 320):
        chromium.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=True
        )
        assert chromium.run("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "query",
    [
        "?r=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&i=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "?r=../../x,999999,javascript:alert(1)&i=constructor",
    ],
)
def test_nothing_in_an_address_is_run(chromium: Chromium, site: Path, query: str) -> None:
    go(chromium, (site / "compare.html").as_uri() + query)
    chromium.wait_for("document.querySelector('.chosen') !== null")
    assert chromium.run("document.querySelectorAll('.chosen button, main img, main script').length") == 0


def test_a_script_added_to_a_page_is_refused(chromium: Chromium, site: Path, tmp_path: Path) -> None:
    source = (site / "about.html").read_text("utf-8")
    taken = site / "taken.html"
    taken.write_text(source.replace("</main>", "<script>document.title = 'taken'</script></main>"), "utf-8")
    try:
        chromium.open(taken, *DESK)
        assert chromium.run("document.title") != "taken"
    finally:
        taken.unlink()
    chromium.complaints.clear()


def test_a_report_shows_what_is_known_of_a_figure_and_its_list_is_filtered(
    chromium: Chromium, site: Path
) -> None:
    chromium.open(Path(site, "en", "report", report_of(site, "，新增就业").name), *DESK)
    chromium.point(".text a.m")
    chromium.wait_for(f"!{CARD}.hidden")
    assert "Gross regional product" in chromium.run(f"{CARD}.innerText")
    rows = "document.querySelectorAll('table.figures tbody tr:not([hidden])').length"
    assert chromium.run(rows) == 4
    type_into(chromium, ".filters input", "jobs")
    assert chromium.run(rows) == 1
    assert chromium.run("document.querySelector('.filters output').textContent") == "1 of 4 shown"


@pytest.mark.parametrize(("name", "kind"), [("SVG", "svg"), ("PNG", "png"), ("CSV", "csv")])
def test_a_picture_can_be_taken_along(
    chromium: Chromium, site: Path, tmp_path: Path, name: str, kind: str
) -> None:
    chromium.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    chromium.open(site / "en" / "region" / "410400.html", *DESK)
    chromium.run(
        f"[...document.querySelectorAll('#i-gdp .tools button')].find(each => each.textContent === '{name}').click()"
    )
    for _ in range(100):
        if taken := [
            path for path in tmp_path.iterdir() if path.suffix == f".{kind}" and path.stat().st_size
        ]:
            break
        chromium.run("new Promise(done => setTimeout(done, 50))")
    [file] = taken
    content = file.read_bytes()
    if kind == "png":
        assert content.startswith(b"\x89PNG")
        return
    text = content.decode("utf-8-sig")
    # Title, source and version go with it.
    assert "Pingdingshan 平顶山市 · Gross regional product" in text
    assert "Zhibiao, version 2026.1.2 (abcdef01)" in text
    if kind == "csv":
        assert "\n2024,6.5,6.1,5.5," in text
    else:
        assert "6.1%" in text
        assert "<script" not in text


def test_a_reference_has_the_version(chromium: Chromium, site: Path) -> None:
    chromium.open(site / "region" / "410400.html", *DESK)
    chromium.run("document.querySelector('#i-gdp .tools button:last-child').click()")
    assert "版本2026.1.2（abcdef01）" in chromium.run(f"{CARD}.textContent")
