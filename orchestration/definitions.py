"""The code location: puts together what the other modules define, and defines nothing itself."""

from __future__ import annotations

from dagster import AssetKey, Definitions, in_process_executor

from orchestration.assets.extracted import checked, reading
from orchestration.assets.marts import dbt_models
from orchestration.assets.published import published_assets
from orchestration.assets.raw import MANIFEST, REPORTS, landing
from orchestration.assets.vintage import vintage
from orchestration.automation.jobs import WAREHOUSE_JOB
from orchestration.automation.schedules import every_morning
from orchestration.automation.sensors import raw_folder
from orchestration.checks.asset_checks import LAYERS, layer_checks
from orchestration.dbt import project as dbt
from orchestration.publishing.publishing import SCHEMAS
from orchestration.resources.console import console
from orchestration.resources.warehouse import Warehouse
from orchestration.storage.settings import Settings


def definitions() -> Definitions:
    """Return everything that Dagster is to know, for the folders that the environment names."""
    settings = Settings.from_environment()
    models = dbt_models(dbt.manifest(settings))
    to_publish = [key for key in models.keys if isinstance(key, AssetKey) and key.path[0] in SCHEMAS]
    return Definitions(
        assets=[REPORTS, MANIFEST, landing, reading, checked, vintage, models, *published_assets(to_publish)],
        asset_checks=[layer_checks(layer) for layer in LAYERS],
        jobs=[WAREHOUSE_JOB],
        schedules=[every_morning()],
        sensors=[raw_folder()],
        resources={"warehouse": Warehouse()},
        # One process a run: each step of the multiprocess executor would pay the imports again, and the lock
        # is the process's.
        executor=in_process_executor,
        loggers={"console": console},
    )


defs = definitions()
