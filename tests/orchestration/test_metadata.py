"""What Dagster is told of a table: its columns with their comments, its rows, a sample."""

import duckdb

from orchestration.assets.metadata import as_they_were, columns_of_tables, of_table


def test_a_table_is_described_alike_alone_and_among_others() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA marts; CREATE TABLE marts.one (b INTEGER, a VARCHAR)")
        connection.execute("INSERT INTO marts.one VALUES (1, 'x'), (2, 'y')")
        connection.execute("COMMENT ON COLUMN marts.one.a IS 'a letter'")
        connection.execute("CREATE VIEW marts.other AS SELECT a FROM marts.one")
        columns = columns_of_tables(connection)
        described = of_table(connection, "marts.one", columns)
        assert described == of_table(connection, "marts.one")
        assert columns["marts.one"] == [("b", "INTEGER", None), ("a", "VARCHAR", "a letter")]
        assert [name for name, *_ in columns["marts.other"]] == ["a"]
    schema = described["dagster/column_schema"].value
    assert [(column.name, column.description) for column in schema.columns] == [
        ("b", None),
        ("a", "a letter"),
    ]
    assert described["dagster/row_count"].value == 2
    assert "| 1 | x |" in str(described["sample"].value)


def test_of_what_stands_the_rows_of_tables_are_told_and_no_view_is_made() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA marts; CREATE TABLE marts.one AS SELECT unnest([1, 2]) AS a")
        connection.execute("CREATE VIEW marts.other AS SELECT error('made') FROM marts.one")
        told = as_they_were(connection)
    assert {name: facts["dagster/row_count"].value for name, facts in told.items()} == {"marts.one": 2}
