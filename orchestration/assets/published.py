"""The last assets: what the checks found, the published file, and the exports and the site made of it."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

from dagster import (
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    MaterializeResult,
    MetadataValue,
    asset,
    multi_asset,
)

from orchestration.assets import metadata
from orchestration.assets.specs import OWNERS, plain_spec
from orchestration.checks.recording import record, report
from orchestration.exports.beside import BegunBooks
from orchestration.publishing.difference import Record
from orchestration.publishing.exports import replace_exports
from orchestration.publishing.former_copy import FormerCopy
from orchestration.publishing.publishing import publish
from orchestration.publishing.site import count_pages, site_beside
from orchestration.resources.asset_keys import key
from orchestration.resources.retries import tried_again
from orchestration.resources.unchanged import code_version
from orchestration.resources.warehouse import Warehouse
from orchestration.storage.settings import Settings

RECORDED = {
    "quality.findings": "What a person should look at - a file, a document or a passage (质量发现).",
    "quality.check_results": "Every check of the last run, with counts and a sample (检查结果).",
    "quality.check_history": "The checks of all runs (历次检查).",
}
WAREHOUSE = "published.warehouse"
EXPORTS = "published.exports"
SITE = "published.site"
REPORTS = "reports.quality"
FROM_PYTHON = ("raw.documents", "raw.containers", "raw.landing_findings", *RECORDED, REPORTS)


def published_assets(built: Iterable[AssetKey]) -> list[AssetsDefinition]:
    """Return the assets that follow the marts; ``built`` are the tables of dbt that they rest on."""
    marts = sorted(built)
    return [_quality(marts), _published_warehouse(marts), exports_and_site]


def _quality(marts: list[AssetKey]) -> AssetsDefinition:
    @multi_asset(
        name="quality",
        specs=[
            *(
                plain_spec(name, text, (), ("python", "duckdb")).replace_attributes(deps=marts)
                for name, text in RECORDED.items()
            ),
            plain_spec(
                REPORTS,
                "DATA/quality: Data Docs, summary.md, junit.xml and results.json (质量报告).",
                RECORDED,
                ("html",),
                group="quality",
            ),
        ],
    )
    def quality(context: AssetExecutionContext, warehouse: Warehouse) -> Iterator[MaterializeResult[None]]:
        """Record what all checks of the run found, and write the reports."""
        folder = warehouse.settings.quality
        before = warehouse.unchanged()
        since = before.metadata if before else {}
        with warehouse.connect() as connection:
            recorded = None if before else record(connection, warehouse.settings, context.run_id)
            columns = metadata.columns_of_tables(connection)
            for name in RECORDED:
                facts = metadata.of_table(connection, name, columns)
                yield MaterializeResult(asset_key=key(name), metadata={**facts, **since})
        if recorded is not None:
            with warehouse.look() as connection:
                report(connection, warehouse.settings, context.run_id, recorded)
        summary = (folder / "summary.md").read_text(encoding="utf-8")
        yield MaterializeResult(
            asset_key=key(REPORTS),
            metadata={"summary": MetadataValue.md(summary), "folder": MetadataValue.path(folder), **since},
        )

    return quality


def _published_warehouse(marts: list[AssetKey]) -> AssetsDefinition:
    @asset(
        key=key(WAREHOUSE),
        deps=[*marts, *map(key, FROM_PYTHON)],
        description="DATA/zhibiao.duckdb: raw, marts and quality, swapped in whole (发布的数据库).",
        group_name="published",
        kinds={"duckdb"},
        owners=OWNERS,
    )
    def published_warehouse(warehouse: Warehouse) -> MaterializeResult[None]:
        """Build the published file aside, check it, swap it in."""
        settings = warehouse.settings
        if before := warehouse.unchanged():
            return MaterializeResult(
                metadata={
                    "path": MetadataValue.path(settings.published_database),
                    "bytes": settings.published_database.stat().st_size,
                    **before.metadata,
                }
            )
        copy = warehouse.take(FormerCopy)
        with tried_again():
            done = publish(
                settings.working_database,
                settings.published_database,
                settings.state / "publishing.duckdb",
                Record(settings.state),
                copy,
            )
        rows = [(name, count) for name, count in sorted(done.rows.items())]
        return MaterializeResult(
            metadata={
                "path": MetadataValue.path(done.path),
                "bytes": done.size,
                "tables": MetadataValue.md(metadata.markdown_table(["table", "rows"], rows)),
                "published_at": MetadataValue.timestamp(datetime.now(UTC)),
            }
        )

    return published_warehouse


@multi_asset(
    name="exports_and_site",
    specs=[
        plain_spec(
            EXPORTS,
            "DATA/exports: Parquet, workbook, Stata, CSV, dictionary, datapackage (导出文件).",
            [WAREHOUSE],
            ("parquet", "excel", "csv"),
            group="published",
        ),
        plain_spec(
            SITE,
            "DATA/site: the reading room, a static site; open index.html (阅览室).",
            [WAREHOUSE],
            ("html",),
            group="published",
        ),
    ],
    can_subset=True,
)
def exports_and_site(
    context: AssetExecutionContext, warehouse: Warehouse
) -> Iterator[MaterializeResult[None]]:
    """Write exports and site, each on a core of its own, and put them in the place of the former ones."""
    settings = warehouse.settings
    wanted = context.selected_asset_keys
    before = warehouse.unchanged()
    since = before.metadata if before else {}
    site: dict[str, Any] = {}
    if before is None:
        with ExitStack() as finally_:
            building = finally_.enter_context(site_beside(settings)) if key(SITE) in wanted else None
            if key(EXPORTS) in wanted:
                replace_exports(settings, code_version(), warehouse.take(BegunBooks))
            site = building() if building else {}
    # Nothing comes after these two: the run is through.
    warehouse.complete(context.run)
    for name, facts in ((EXPORTS, _exports_metadata), (SITE, _site_metadata)):
        if key(name) in wanted:
            yield MaterializeResult(asset_key=key(name), metadata={**facts(settings, site), **since})


def _exports_metadata(settings: Settings, _: dict[str, Any]) -> dict[str, Any]:
    """What Dagster shows of the exports: their folder and its files."""
    files = sorted(path for path in settings.exports.rglob("*") if path.is_file())
    rows = [(file.relative_to(settings.exports).as_posix(),) for file in files]
    return {
        "folder": MetadataValue.path(settings.exports),
        "files": MetadataValue.md(metadata.markdown_table(["file"], rows)),
    }


def _site_metadata(settings: Settings, site: dict[str, Any]) -> dict[str, Any]:
    """What Dagster shows of the site: where it is to be opened, and its pages, counted."""
    pages = count_pages(settings.site)
    return {
        "open": MetadataValue.path(settings.site / "index.html"),
        "pages": sum(pages.values()),
        "pages_by_kind": MetadataValue.md(metadata.markdown_table(["kind", "pages"], list(pages.items()))),
        **site,
    }
