"""What is read from the documents, and what the checks on it leave for dbt."""

from collections.abc import Iterator
from typing import Any

from dagster import AssetExecutionContext, MaterializeResult, MetadataValue, multi_asset

from orchestration.assets import metadata
from orchestration.assets.specs import plain_spec, table_spec
from orchestration.reading.documents import read_documents
from orchestration.reading.version import TABLES, reader_version
from orchestration.resources.asset_keys import key
from orchestration.resources.warehouse import Warehouse

PROFILES = "extracted.document_profiles"
READ_WITH_PROFILES = tuple(name for name in TABLES if name != PROFILES)
CHECKED = {
    "checked.document_failures": "Documents that are set aside, a row a check that one failed (搁置的文件).",
    "checked.figure_failures": "Figures that failed a quarantining check, a row a check (未通过检查的数量).",
    "checked.identities": "Places where numbers check each other, and whether they agree (勾稽关系).",
    "checked.corrected_figures": "Figures that a declared correction changes, corrected (经更正的数量).",
    "checked.corrections": "What the corrections changed, column by column, and why (更正记录).",
    "checked.findings": "What a person should look at, found by the checks on what was read (检查发现).",
}


@multi_asset(
    name="reading",
    specs=[
        table_spec(PROFILES, ["raw.documents"]),
        *(table_spec(name, ["raw.documents", PROFILES]) for name in READ_WITH_PROFILES),
    ],
)
def reading(context: AssetExecutionContext, warehouse: Warehouse) -> Iterator[MaterializeResult[None]]:
    """Read the documents that this version of the reader has not read yet."""
    with warehouse.connect() as connection:
        done = read_documents(connection, warehouse.settings.state / "reading", context.log.info)
        context.log.info(f"read {done.read} documents, {done.unchanged} were read before")
        if done.failed:
            context.log.warning(f"{done.failed} documents could not be read; the next run tries again")
        if done.read > done.failed:
            # Also where what was landed is as it was: a document that had failed has now been read.
            warehouse.has_changed()
        counts: dict[str, MetadataValue[Any]] = {
            "read": MetadataValue.int(done.read),
            "failed": MetadataValue.int(done.failed),
            "read_before": MetadataValue.int(done.unchanged),
            "reader_version": MetadataValue.text(reader_version()),
        }
        for name in TABLES:
            facts = metadata.rows_of_table(connection, name)
            yield MaterializeResult(
                asset_key=key(name), metadata={**facts, **(counts if name == PROFILES else {})}
            )


@multi_asset(
    name="checked",
    specs=[plain_spec(name, text, TABLES, ("python", "duckdb")) for name, text in CHECKED.items()],
)
def checked(warehouse: Warehouse) -> Iterator[MaterializeResult[None]]:
    """Report the tables that the checks on ``extracted.*`` have written on their way."""
    with warehouse.connect() as connection:
        columns = metadata.columns_of_tables(connection)
        for name in CHECKED:
            yield MaterializeResult(
                asset_key=key(name), metadata=metadata.of_table(connection, name, columns)
            )
