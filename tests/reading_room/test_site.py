"""The site of a small published file: every page, every link, nothing of a report that could run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from reading_room.building import build_site
from tests.reading_room.links import broken_links, pages


def page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path).read_text("utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_both_languages_have_the_same_pages(site: Path) -> None:
    english = {path.relative_to(site / "en") for path in (site / "en").rglob("*.html")}
    chinese = {path.relative_to(site) for path in site.rglob("*.html")} - {
        Path("en", path) for path in english
    }
    assert english == chinese
    for path, tree in pages(site):
        language = "en" if "en" in path.relative_to(site).parts[:1] else "zh-CN"
        assert tree.get("lang") == language
        [switch] = tree.xpath("//a[@class='language']")
        other = (path.parent / switch.get("href").split("#")[0]).resolve()
        assert page(site, str(other.relative_to(site))).get("lang") != language


def test_each_page_allows_nothing_from_outside_and_nothing_inline(site: Path) -> None:
    for path, tree in pages(site):
        [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy
        assert not re.search(r"https?:|\*", policy)
        assert not tree.xpath("//@style | //style | //*[@*[starts-with(name(), 'on')]]"), path
        for script in tree.xpath("//script"):
            assert script.get("src") or script.get("type") == "application/json", path
        assert not tree.xpath("//script[starts-with(@src, 'http')] | //link[starts-with(@href, 'http')]")


def test_text_of_a_report_stays_text(site: Path) -> None:
    reports = [tree for path, tree in pages(site) if path.parent.name == "report"]
    report, _ = [tree for tree in reports if "alert(1)" in words(tree)]
    assert "<script>alert(1)</script><img src=x onerror=alert(2)>" in words(report)
    assert not report.xpath("//img | //b[text()='清苑县']")
    assert "⟨U+202E⟩" in words(report)
    assert "look at <this>" in words(report)


def test_only_an_address_of_the_web_becomes_a_link(site: Path) -> None:
    links = {link for _, tree in pages(site) for link in tree.xpath("//@href")}
    assert "https://example.org/henan" in links
    assert not [link for link in links if link.startswith("javascript:")]


def test_a_target_is_said_with_its_bound_and_leads_to_its_sentence(site: Path) -> None:
    region = page(site, "en/region/410400.html")
    [cell] = region.xpath("//section[@aria-labelledby='list']//tr[th/a[@href='#i-gdp']]/td[1]/a")
    assert words(cell) == "6%–7%"
    path, mark = cell.get("href").split("#")
    report = page(site, f"en/region/{path}".replace("region/../", ""))
    assert words(report.get_element_by_id(mark)) == "6%—7%"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("region/410400.html", ["6.5%左右", "6.9万人以上", "下降3%以上", "进出口平稳增长", "差0.4个百分点"]),
        (
            "en/region/410400.html",
            [
                "about 6.5%",
                "at least 69,000 people",
                "fall of at least 3%",
                "进出口平稳增长",
                "missed by 0.4 percentage points",
            ],
        ),
    ],
)
def test_what_a_region_promised_is_there_without_a_script(site: Path, path: str, told: list[str]) -> None:
    shown = words(page(site, path))
    assert [each for each in told if each not in shown] == []


def test_a_year_without_a_report_is_not_one_whose_report_is_silent(site: Path) -> None:
    region = page(site, "region/410400.html")
    [jobs] = region.xpath("//section[@id='i-new_urban_jobs']//*[local-name()='svg']")
    assert [words(each) for each in jobs.xpath(".//*[@class='silent']/*")] == ["2025 清单未列此项"]
    assert not jobs.xpath(".//*[@class='no-report']")


def test_predecessor_and_successor_are_linked(site: Path) -> None:
    county, district = page(site, "region/130622.html"), page(site, "region/130608.html")
    assert "130608.html" in "".join(county.xpath("//p[@class='succession']//@href"))
    assert "130622.html" in "".join(district.xpath("//p[@class='succession']//@href"))


def test_what_is_more_than_the_level_above_is_told(site: Path) -> None:
    indicator = page(site, "en/indicator/gdp-2024.html")
    [row] = indicator.xpath("//tr[th/a[contains(@href, '410400')]]")
    assert [words(cell) for cell in row.xpath("td")][1:5] == ["about 6.5%", "–", "5.5%", "+1"]


def test_every_picture_has_a_title_and_a_table(site: Path) -> None:
    for path, tree in pages(site):
        for box in tree.xpath("//figure[contains(@class, 'chart-box')]"):
            [picture] = box.xpath(".//*[local-name()='svg']")
            assert picture.get("aria-label"), path
            assert box.xpath(".//table//th[@scope='col']"), path


def test_of_very_many_regions_counties_stand_with_the_division_above(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reading_room.pages.lists.MOST_REGIONS", 3)
    build_site(published, tmp_path)
    assert "清苑县" not in words(page(tmp_path, "regions.html"))
    assert "清苑县" in words(page(tmp_path, "region/130000.html"))
    assert broken_links(tmp_path) == []
