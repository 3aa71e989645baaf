"""The raw folder and what is landed from it."""

from collections.abc import Iterator

from dagster import AssetExecutionContext, MaterializeResult, multi_asset

from orchestration.assets import metadata
from orchestration.assets.specs import plain_spec, table_spec
from orchestration.ingest import land
from orchestration.resources.asset_keys import key
from orchestration.resources.retries import tried_again
from orchestration.resources.warehouse import Warehouse

TABLES = ("raw.documents", "raw.containers", "raw.landing_findings")
FILES = ("files.reports", "files.manifest")

REPORTS = plain_spec(
    "files.reports",
    "The reports as they came: the files of the raw folder, in any encoding, under any name (原始报告).",
    deps=(),
    kinds=("file",),
)
MANIFEST = plain_spec(
    "files.manifest",
    "manifest.csv beside the reports, optional: source address, publisher, dates, licence, and overrides of "
    "region and plan year (来源清单).",
    deps=(),
    kinds=("csv",),
)


@multi_asset(
    name="landing",
    specs=[table_spec(name, FILES) for name in TABLES],
)
def landing(context: AssetExecutionContext, warehouse: Warehouse) -> Iterator[MaterializeResult[None]]:
    """Take up new, changed and removed files."""
    # A network share that stumbles is there again a moment later.
    with tried_again(), warehouse.connect() as connection:
        landed = land(connection, warehouse.settings.raw, context.log.info)
        warehouse.take_up(landed.states)
        counts = {
            "read": landed.read,
            "unchanged": landed.unchanged,
            "removed": landed.removed,
            "refused": landed.refused,
        }
        yield MaterializeResult(
            asset_key=key("raw.documents"),
            metadata={**metadata.rows_of_table(connection, "raw.documents"), **counts},
        )
        for name in TABLES[1:]:
            yield MaterializeResult(asset_key=key(name), metadata=metadata.rows_of_table(connection, name))
