"""The one job: everything, from the raw folder to the published file."""

from __future__ import annotations

from dagster import AssetSelection, define_asset_job

from orchestration.resources.warehouse import WHOLE_JOB

WAREHOUSE_JOB = define_asset_job(
    WHOLE_JOB,
    selection=AssetSelection.all(),
    description="Everything, from the raw folder to the published file and its exports.",
)
