"""The file published before, as far as the marts compare themselves with it."""

from collections.abc import Iterator

from dagster import AssetExecutionContext, MaterializeResult, multi_asset

from orchestration.assets import metadata
from orchestration.assets.specs import table_spec
from orchestration.processes.ready import MAKES_SITE, WRITES_BOOKS, make_ready
from orchestration.publishing.exports import exported_figures
from orchestration.publishing.vintage import SOURCES, read_vintage
from orchestration.resources.asset_keys import key
from orchestration.resources.warehouse import Warehouse


# After landing, since only then it can be told whether there is anything to compare.
@multi_asset(name="vintage", specs=[table_spec(name, ["raw.documents"]) for name in SOURCES])
def vintage(context: AssetExecutionContext, warehouse: Warehouse) -> Iterator[MaterializeResult[None]]:
    """Take over the published figures and versions before they are replaced."""
    settings = warehouse.settings
    before = warehouse.unchanged()
    since = before.metadata if before else {}
    with warehouse.connect() as connection:
        if before is None:
            read_vintage(
                connection, settings.published_database, context.log.warning, exported_figures(settings)
            )
            # The checks that follow keep one core: what comes last is imported on the other.
            make_ready(WRITES_BOOKS)
            make_ready(MAKES_SITE)
        for name in SOURCES:
            facts = metadata.rows_of_table(connection, name)
            yield MaterializeResult(asset_key=key(name), metadata={**facts, **since})
