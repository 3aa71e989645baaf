"""What a file's name adds to its text, and where the text goes before it."""

from __future__ import annotations

import pytest

from zhibiao.profile import profile

WITHOUT_YEAR = "政府工作报告\n各位代表：\n我代表市人民政府作报告。\n一、工作回顾\n全市生产总值增长9%。\n"


@pytest.mark.parametrize(
    ("name", "text", "region", "year"),
    [
        ("2013年焦作市政府工作报告.txt", WITHOUT_YEAR, "焦作市", 2013),
        ("two/folders/焦作市_2013.docx", WITHOUT_YEAR, "焦作市", 2013),
        ("保定市徐水区_2019.html", "政府工作报告\n全区生产总值增长9%。\n", "徐水区", 2019),
        # The text names the year before, as a review does.
        ("2013年焦作市.txt", WITHOUT_YEAR + "2012年，形势良好。\n", "焦作市", 2013),
    ],
)
def test_a_name_fills_in_what_the_text_leaves_open(name: str, text: str, region: str, year: int) -> None:
    found = profile(text, file_name=name)
    assert (found.region_name, found.plan_year) == (region, year)
    assert "the name of the file" in (found.region_source or "")
    assert "the name of the file" in (found.plan_year_source or "")
    assert found.findings == []


@pytest.mark.parametrize(
    ("name", "text", "region", "year"),
    [
        # Title, headings and text say another year: nineteen national reports were filed so.
        (
            "2009年政府工作报告.txt",
            "政府工作报告\n——2006年1月9日在焦作市第十届人民代表大会上\n各位代表：\n一、2005年工作回顾\n全市增长9%。\n",
            "焦作市",
            2006,
        ),
        # Other years, told weakly: then the year stays open.
        ("2019年焦作市.txt", WITHOUT_YEAR + "2012年，全市生产总值达到900亿元。\n", "焦作市", None),
        ("焦作市2024年.txt", "新乡市两会\n去年，新乡市生产总值增长9%。\n", "新乡市", None),
        # A county's report is not the city's in whose folder or name it lies.
        ("焦作市.txt", "政府工作报告\n今年，全县生产总值增长9%。全县财政收入增长8%。\n", None, None),
        # Days of saving, numbers, two years.
        ("20130214.txt", WITHOUT_YEAR, None, None),
        ("2013-2014.txt", WITHOUT_YEAR, None, None),
        ("report_7.txt", WITHOUT_YEAR, None, None),
    ],
)
def test_a_name_does_not_speak_against_the_text(
    name: str, text: str, region: str | None, year: int | None
) -> None:
    found = profile(text, file_name=name)
    assert (found.region_name, found.plan_year) == (region, year)


def test_a_long_report_that_never_names_the_place_is_not_of_it() -> None:
    text = WITHOUT_YEAR + "城乡面貌改善，民生保障加强，改革不断深化。\n" * 400
    assert profile(text, file_name="安新县_2024.txt").region_code is None
