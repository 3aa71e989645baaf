"""The Stata file: read back by pandas with its labels and its Chinese."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from pandas.io.stata import StataReader

from orchestration.exports.catalogue import Column
from orchestration.exports.stata import stata_label, stata_names


def test_rows_come_back_with_their_chinese(exports: Path) -> None:
    panel = pd.read_stata(exports / "target_panel.dta")
    assert list(panel["region_name"]) == ["新乡市", "焦作市"]
    assert list(panel["gdp"].dropna()) == [5.5]
    assert list(panel["tax_revenue_text"]) == ["税收平稳增长", ""]
    assert list(panel["plan_year"]) == [2024, 2024]


def test_variables_have_labels_in_both_languages(exports: Path) -> None:
    with StataReader(exports / "target_panel.dta") as reader:
        labels = reader.variable_labels()
        assert "2026.11.22" in reader.data_label
    assert labels["gdp"] == "地区生产总值增速目标 | Target of real growth, in %"
    assert labels["region_code"] == "地区代码 | Six digits of GB/T 2260"
    assert all(labels.values())


def test_a_label_is_never_longer_than_stata_keeps() -> None:
    assert len(stata_label(Column("a", "VARCHAR", "Long (长). " + "word " * 40, True))) <= 80
    assert len(stata_label(Column("a", "VARCHAR", "word " * 40, True))) == 80


def test_what_stood_around_the_chinese_term_closes_up() -> None:
    assert stata_label(Column("a", "VARCHAR", "Six digits (代码); 000000 is all.", True)) == (
        "代码 | Six digits; 000000 is all"
    )


def test_long_names_are_shortened_to_what_tells_them_apart() -> None:
    names = stata_names(
        [
            "gdp",
            "secondary_industry_value_added_high",
            "secondary_industry_value_added_years_unchanged",
            "tertiary_industry_value_added_high",
        ]
    )
    assert list(names.values()) == [
        "gdp",
        "secondary_industry_value_ad_high",
        "secondary_indust_years_unchanged",
        "tertiary_industry_value_add_high",
    ]


def test_no_two_variables_share_a_name() -> None:
    names = stata_names([f"{'a' * 40}{letter}" for letter in "xyz"])
    assert len(set(names.values())) == 3
    assert all(len(name) <= 32 for name in names.values())
