"""dim_region against its whole source: every code and year, parents, series, short names."""

from __future__ import annotations

import csv

import pytest

from tests.dbt.conftest import Rows
from tests.dbt.labelled_warehouse import REPOSITORY
from zhibiao.regions import short_name

# The year after the last change that the source knows of: what is in force then is in force today.
LAST_YEAR = 2026


def source_versions() -> list[dict[str, str]]:
    """The rows of the source."""
    path = REPOSITORY / "zhibiao" / "lexicon" / "divisions.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_each_code_and_year_of_the_source_has_exactly_its_version(rows: Rows) -> None:
    wanted = {
        (version["division_code"], year, version["name"])
        for version in source_versions()
        for year in range(int(version["start_year"]), int(version["end_year"] or LAST_YEAR + 1))
    }
    found = rows(
        """
        select region_code, year, name
        from marts.dim_region
        inner join (select unnest(generate_series(1981, ?)) as year) as years
            on make_date(year, 7, 1) between valid_from and coalesce(valid_to, date '9999-12-31')
        where region_code != '000000'
        """,
        LAST_YEAR,
    )
    assert len(found) == len(wanted)
    assert set(found) == wanted


def test_no_two_versions_of_a_code_overlap(rows: Rows) -> None:
    assert (
        rows("""
        select earlier.region_key, later.region_key
        from marts.dim_region as earlier
        inner join marts.dim_region as later using (region_code)
        where earlier.valid_from < later.valid_from and later.valid_from <= coalesce(earlier.valid_to, date '9999-12-31')
    """)
        == []
    )


def test_no_division_is_an_orphan_in_any_year(rows: Rows) -> None:
    assert (
        rows(
            """
        with years as (select unnest(generate_series(1981, ?)) as year),
        living as (
            select region_code, name, parent_code, prefecture_name, level, year
            from marts.dim_region
            inner join years
                on make_date(year, 7, 1) between valid_from and coalesce(valid_to, date '9999-12-31')
        )
        select children.region_code, children.name, children.year
        from living as children
        left join living as parents
            on children.parent_code = parents.region_code and children.year = parents.year
        where children.region_code != '000000'
            and (parents.region_code is null
                or (children.level = 'county' and children.prefecture_name != parents.name))
        """,
            LAST_YEAR,
        )
        == []
    )


def test_a_series_is_one_division_in_any_year(rows: Rows) -> None:
    assert (
        rows(
            """
        select series_key, year, list(region_key)
        from marts.dim_region
        inner join (select unnest(generate_series(1981, ?)) as year) as years
            on make_date(year, 7, 1) between valid_from and coalesce(valid_to, date '9999-12-31')
        group by all
        having count(*) > 1
        """,
            LAST_YEAR,
        )
        == []
    )


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("清苑县", 2008, "130622"),
        ("清苑区", 2025, "130608"),
        ("徐水县", 2011, "130625"),
        ("长垣市", 2020, "410783"),
    ],
)
def test_a_fact_finds_the_version_of_its_year(rows: Rows, name: str, year: int, code: str) -> None:
    assert rows(
        """
        select region_code from marts.dim_region
        where name = ? and make_date(?, 7, 1) between valid_from and coalesce(valid_to, date '9999-12-31')
        """,
        name,
        year,
    ) == [(code,)]


@pytest.mark.parametrize(
    ("older", "newer"),
    [("清苑县", "清苑区"), ("襄樊市", "襄阳市"), ("长垣县", "长垣市"), ("井陉矿区", "井陉矿区")],
)
def test_a_renamed_division_stays_one_series(rows: Rows, older: str, newer: str) -> None:
    keys = rows(
        """
        select distinct series_key from marts.dim_region
        where name in (?, ?) and (is_current or name = ?)
        """,
        older,
        newer,
        older,
    )
    # 井陉矿区 was dissolved into 井陉县 in 1989 and founded anew in 1992: two divisions of one name.
    assert len(keys) == (2 if older == newer else 1)


def test_merged_divisions_end(rows: Rows) -> None:
    assert rows("""
        select name, series_key, successor_codes from marts.dim_region
        where name in ('崇文区', '宣武区') and province_name = '北京市' order by name
    """) == [("宣武区", "110104@1981", "110102"), ("崇文区", "110103@1981", "110101")]


def test_short_names_are_those_of_the_reader(rows: Rows) -> None:
    assert [
        (name, short)
        for name, short in rows("select name, short_name from marts.dim_region")
        if short != short_name(str(name))
    ] == []


def test_by_names_and_the_nation(rows: Rows) -> None:
    assert rows("""
        select name, aliases from marts.dim_region where region_code in ('410000', '410400') order by region_code
    """) == [("河南省", "豫"), ("平顶山市", "鹰城")]
    assert rows("select name, level, parent_code from marts.dim_region where region_code = '000000'") == [
        ("全国", "national", None)
    ]
