"""Identities are asked again where something has changed, and the answers are those of asking everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from expectations.corrections import apply_corrections
from expectations.frames import prepare
from expectations.identities import asked, make_identities
from expectations.kept import find_documents_to_check
from expectations.storage import create_tables
from tests.expectations.told import Told, level

CITY, COUNTY, PROVINCE, NATION, ELSEWHERE, THERE = "410800", "410822", "410000", "000000", "130100", "130000"
READ_AGAIN = "update extracted.document_profiles set extracted_at = extracted_at + interval 1 second where {}"


def tell(connection: duckdb.DuckDBPyConnection, region: str, year: int, gdp: str) -> None:
    """A report of a region that tells its GDP of the year before, and exports above all trade."""
    Told(connection, year, region).say(f"生产总值{gdp}", level(gdp, "gdp")).say(
        "出口9亿元，进出口8亿元", level("9亿元", "exports"), level("8亿元", "trade_total")
    ).close()


@pytest.fixture
def warehouse(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Two provinces with a city and its county, the nation above them; one city tells more than its province."""
    for region, gdp in (
        (NATION, "9000亿元"), (PROVINCE, "700亿元"), (CITY, "800亿元"), (COUNTY, "90亿元"),
        (THERE, "500亿元"), (ELSEWHERE, "60亿元"),
    ):  # fmt: skip
        tell(connection, region, 2024, gdp)
    create_tables(connection)
    ask(connection)
    return connection


def ask(connection: duckdb.DuckDBPyConnection, only_changed: bool = True) -> list[Any]:
    """Ask as the checks of a run do, and note which documents are in the state that was checked."""
    find_documents_to_check(connection, "extracted", only_changed=only_changed)
    apply_corrections(connection)
    prepare(connection)
    make_identities(connection)
    connection.execute("delete from checked.kept_documents")
    connection.execute("insert into checked.kept_documents select 'extracted', * from document_states")
    return connection.execute("from checked.identities order by all").fetchall()


@pytest.fixture
def regions_asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The regions whose documents were asked."""
    seen: list[str] = []
    keep = asked.keep_asked

    def noting(connection: duckdb.DuckDBPyConnection) -> None:
        rows = connection.execute(
            "select region_code from documents_there semi join documents_asked using (document_id)"
        )
        seen[:] = sorted(region for (region,) in rows.fetchall())
        keep(connection)

    monkeypatch.setattr("expectations.identities.keep_asked", noting)
    return seen


def change_gdp(connection: duckdb.DuckDBPyConnection, region: str) -> None:
    connection.execute(
        "update extracted.figures set value = 1 where indicator_id = 'gdp' and region_code = ?", [region]
    )
    connection.execute(READ_AGAIN.format("region_code = ?"), [region])


def remove(connection: duckdb.DuckDBPyConnection, region: str) -> None:
    connection.execute(
        "update raw.documents set removed_at = now() where document_id in "
        "(select document_id from extracted.document_profiles where region_code = ?)",
        [region],
    )
    for table in ("figures", "document_profiles"):
        connection.execute(
            f"delete from extracted.{table} where document_id in "
            "(select document_id from raw.documents where removed_at is not null)"
        )


def move(connection: duckdb.DuckDBPyConnection, region: str, to: str) -> None:
    """What was read as one region's report is read as another's."""
    connection.execute(READ_AGAIN.format("region_code = ?"), [region])
    for table in ("figures", "document_profiles"):
        connection.execute(
            f"update extracted.{table} set region_code = ? where region_code = ?", [to, region]
        )


EVERYWHERE = sorted([NATION, PROVINCE, CITY, COUNTY, THERE, ELSEWHERE])
CHANGES: dict[str, tuple[Callable[[duckdb.DuckDBPyConnection], None], list[str]]] = {
    "nothing": (lambda connection: None, []),
    "a city added": (lambda connection: tell(connection, "410300", 2024, "5亿元"), ["410000", "410300", CITY, COUNTY]),
    "a city read otherwise": (lambda connection: change_gdp(connection, ELSEWHERE), [THERE, ELSEWHERE]),
    "a county gone": (lambda connection: remove(connection, COUNTY), [PROVINCE, CITY]),
    "a city moved": (lambda connection: move(connection, CITY, "130200"), [THERE, ELSEWHERE, "130200", PROVINCE, COUNTY]),
    "a province read otherwise": (lambda connection: change_gdp(connection, PROVINCE), EVERYWHERE),
    "the nation gone": (lambda connection: remove(connection, NATION), [each for each in EVERYWHERE if each != NATION]),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_answers_are_those_of_asking_everywhere(
    warehouse: duckdb.DuckDBPyConnection, regions_asked: list[str], name: str
) -> None:
    change, regions = CHANGES[name]
    change(warehouse)
    answers = ask(warehouse)
    assert regions_asked == sorted(regions)
    assert {"child_within_parent", "part_within_whole"} <= {row[0] for row in answers}
    assert ask(warehouse, only_changed=False) == answers
    assert set(regions_asked) >= set(regions)


def test_after_a_run_that_was_killed_they_are_asked_again(
    warehouse: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = warehouse.execute("from checked.identities order by all").fetchall()
    change_gdp(warehouse, CITY)
    with monkeypatch.context() as broken:
        broken.setattr("expectations.identities.keep_asked", lambda connection: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ask(warehouse)
    assert warehouse.execute("from checked.identities order by all").fetchall() == before
    after = ask(warehouse)
    assert after != before
    assert ask(warehouse, only_changed=False) == after
