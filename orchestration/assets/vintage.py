"""The file published before, as far as the marts compare themselves with it."""

from collections.abc import Iterator

from dagster import AssetExecutionContext, MaterializeResult, multi_asset

from orchestration.assets import metadata
from orchestration.assets.specs import table_spec
from orchestration.publishing.vintage import SOURCES, read_vintage
from orchestration.resources.asset_keys import key
from orchestration.resources.warehouse import Warehouse


@multi_asset(name="vintage", specs=[table_spec(name, ()) for name in SOURCES])
def vintage(context: AssetExecutionContext, warehouse: Warehouse) -> Iterator[MaterializeResult[None]]:
    """Take over the published figures and versions before they are replaced."""
    settings = warehouse.settings
    with warehouse.connect() as connection:
        read_vintage(connection, settings.published_database, context.log.warning)
        for name in SOURCES:
            yield MaterializeResult(asset_key=key(name), metadata=metadata.of_table(connection, name))
