"""dbt's seeds, models and tests as assets and asset checks."""

from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
from dagster import (
    AssetCheckKey,
    AssetCheckResult,
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    Failure,
    MaterializeResult,
    multi_asset,
)

from expectations.dbt_tests import DbtTest
from expectations.storage import load_dbt_tests, save_dbt_tests
from orchestration.assets import metadata
from orchestration.assets.dbt_specs import COLUMNS, UNIQUE_ID, Manifest
from orchestration.checks.recording import record_and_report
from orchestration.dbt.built_with import built_with, forget_built_with, note_built_with
from orchestration.dbt.process import Build, process_at_hand
from orchestration.dbt.project import ASKS, new_process, run_environment
from orchestration.dbt.results import check_results, kept_tests, words_of
from orchestration.dbt.same_code import made_of_code
from orchestration.publishing.difference import begin_former_copy
from orchestration.publishing.exports import begin_exports
from orchestration.resources.asset_keys import key
from orchestration.resources.unchanged import Complete, code_version
from orchestration.resources.warehouse import Warehouse
from orchestration.storage.database import Counts

DbtEvent = MaterializeResult[None] | AssetCheckResult


class DbtBuildFailedError(Failure):
    """A model could not be built, or a test that keeps the warehouse from being published failed.

    A ``Failure``, which Dagster tells of by its own name: the exit code of a run depends on it.
    """


def dbt_models(manifest: Path) -> AssetsDefinition:
    """Return the assets of a dbt project, given its manifest."""
    parsed = Manifest(manifest)

    @multi_asset(name="dbt", specs=parsed.asset_specs(), check_specs=parsed.check_specs(), can_subset=True)
    def dbt(context: AssetExecutionContext, warehouse: Warehouse) -> Iterator[DbtEvent]:
        if before := warehouse.unchanged():
            yield from _as_before(context, warehouse, before)
            return
        code = code_version()
        with warehouse.connect() as connection:
            is_same_code = built_with(connection) == code
            if not is_same_code:
                forget_built_with(connection)
            further, standing = _but_what_stands(context, manifest, is_same_code, connection)
        # dbt does not keep two cores busy: what comes behind it is copied meanwhile.
        warehouse.keep(begin_former_copy(warehouse.settings))
        asks_changed = is_same_code and not context.is_subset
        # Unit tests need no data: they run with the tests of the code, not with every warehouse.
        build = _build(
            warehouse, ["build", "--exclude-resource-type", "unit_test", *further], asks_changed=asks_changed
        )
        # While dbt runs the database is its own; what was built is looked at once it has ended.
        with warehouse.connect() as connection:
            if build.succeeded and not context.is_subset:
                # What follows keeps one core; the other begins what comes last.
                warehouse.keep(begin_exports(warehouse.settings, connection))
            counts = Counts(connection)
            yield from _described(context, connection, build, counts)
            tests = [*standing, *kept_tests(connection, build, _checks(context), counts)]
            save_dbt_tests(connection, tests)
            told = [test for test in tests if key(test.table) in context.assets_def.keys]
            yield from check_results(told, {})
            if not build.succeeded:
                # The run ends here; what was found must be told all the same.
                record_and_report(connection, warehouse.settings, context.run_id)
                raise DbtBuildFailedError(words_of(build))
            if not context.is_subset:
                note_built_with(connection, code)

    return dbt


def _build(warehouse: Warehouse, arguments: list[str], asks_changed: bool) -> Build:
    """Run a command of dbt on the working database; print its lines as they come.

    With ``asks_changed`` its tests leave out rows that have passed them before.
    """
    settings = warehouse.settings
    process = process_at_hand() or new_process(settings)
    environment = run_environment(settings) | ({ASKS: "changed"} if asks_changed else {})
    try:
        for told in process.run(environment, arguments):
            if isinstance(told, Build):
                return told
            print(told)
    finally:
        process.end()
    raise AssertionError("a command has an end")


def _but_what_stands(
    context: AssetExecutionContext, manifest: Path, is_same_code: bool, connection: duckdb.DuckDBPyConnection
) -> tuple[list[str], list[DbtTest]]:
    """Return what tells dbt what to build: without what the same code has made and tested before; and these tests."""
    anew = [] if is_same_code else ["--full-refresh"]
    if context.is_subset:
        # Whoever picked assets wants these made.
        picked = [*_tables(context), *_checks(context)]
        names = [name.split(".")[2] for name in picked]
        return ["--select", " ".join(names), "--indirect-selection", "empty", *anew], []
    if not is_same_code:
        return anew, []
    kept = {test.name: test for test in load_dbt_tests(connection)}
    tests = {check.name for check in _checks(context).values()}
    left_alone = [name for name in made_of_code(manifest) if name in kept or name not in tests]
    # One word: dbt would take further ones for values of the option before.
    options = ["--exclude", " ".join(left_alone), "--indirect-selection", "empty"]
    return options, [kept[name] for name in left_alone if name in kept]


def _tables(context: AssetExecutionContext) -> dict[str, AssetKey]:
    """Return the selected tables by the id of their node."""
    specs = [spec for spec in context.assets_def.specs if spec.key in context.selected_asset_keys]
    return {spec.metadata[UNIQUE_ID]: spec.key for spec in specs}


def _checks(context: AssetExecutionContext) -> dict[str, AssetCheckKey]:
    """Return the selected checks by the id of their test."""
    specs = [spec for spec in context.assets_def.check_specs if spec.key in context.selected_asset_check_keys]
    return {str(spec.metadata[UNIQUE_ID]): spec.key for spec in specs}


def _described(
    context: AssetExecutionContext, connection: duckdb.DuckDBPyConnection, build: Build, counts: Counts
) -> Iterator[DbtEvent]:
    """Tell of the tables that were built, and, where the build is complete, of those that stand."""
    seconds = {result.unique_id: result.seconds for result in build.results if result.status == "success"}
    built = {asset: seconds[name] for name, asset in _tables(context).items() if name in seconds}
    columns = metadata.columns_of_tables(connection)
    for asset in _in_order(context):
        if asset not in built and not build.succeeded:
            continue
        name = ".".join(asset.path)
        if asset not in built:
            facts = metadata.count_of_table(name, counts)
        elif COLUMNS in context.assets_def.metadata_by_key[asset]:
            facts = metadata.rows_of_table(connection, name, counts)
        else:
            facts = metadata.of_table(connection, name, columns, counts)
        how = {"seconds": built[asset]} if asset in built else {"made_before_by_the_same_code": True}
        yield MaterializeResult(asset_key=asset, metadata={**facts, **how})


def _in_order(context: AssetExecutionContext) -> Iterator[AssetKey]:
    """Give the selected assets as Dagster wants them: each table after those that it is made of."""
    in_order = TopologicalSorter(context.assets_def.asset_deps).static_order()
    return (key for key in in_order if key in context.selected_asset_keys)


def _as_before(context: AssetExecutionContext, warehouse: Warehouse, before: Complete) -> Iterator[DbtEvent]:
    """Tell of each table and test as an earlier run left it."""
    with warehouse.connect() as connection:
        known = metadata.as_they_were(connection)
        for asset in _in_order(context):
            facts = known.get(".".join(asset.path), {})
            yield MaterializeResult(asset_key=asset, metadata={**facts, **before.metadata})
        yield from check_results(load_dbt_tests(connection), before.metadata)
