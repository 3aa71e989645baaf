"""The closing table of a run in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
from rich.console import Console
from rich.table import Table

from orchestration.resources.unchanged import last_complete
from orchestration.storage.settings import Settings

if TYPE_CHECKING:
    from dagster import ExecuteInProcessResult

COUNTS = (
    ("Documents 文件", "SELECT count(DISTINCT document_id) FROM raw.documents WHERE removed_at IS NULL"),
    ("Figures 数量表述", "SELECT count(*) FROM marts.fact_figures"),
    ("Targets 目标", "SELECT count(*) FROM marts.fact_targets"),
    ("Achievements 完成情况", "SELECT count(*) FROM marts.fact_achievements"),
    ("Quarantined 隔离", "SELECT count(DISTINCT figure_id) FROM quality.rejected_figures"),
    ("Findings 质量发现", "SELECT count(*) FROM quality.findings"),
)
VERDICTS = {
    0: "[green]published[/green]",
    1: "[red]not published: a check of error severity failed[/red]",
    2: "[red]not published: the run could not be carried through[/red]",
}


def print_summary(settings: Settings, result: ExecuteInProcessResult, code: int, seconds: float) -> None:
    """Print what the run came to: counts of the published file, or the steps and checks that failed."""
    console = Console(highlight=False)
    table = Table(show_header=False)
    table.add_column(justify="left")
    table.add_column(justify="right", overflow="fold")
    if code == 0:
        with duckdb.connect(str(settings.published_database), read_only=True) as connection:
            for title, query in COUNTS:
                row = connection.execute(query).fetchone()
                assert row is not None
                table.add_row(title, f"{row[0]:,}")
    for name in _failures(result):
        table.add_row("failed", name)
    table.add_row("File 文件位置", str(settings.published_database))
    table.add_row("Quality 质量报告", str(settings.quality))
    table.add_row("Time 用时", f"{seconds:.0f} s")
    console.print(f"\nzhibiao 指标: {_verdict(settings, result, code)}")
    console.print(table)


def _verdict(settings: Settings, result: ExecuteInProcessResult, code: int) -> str:
    complete = last_complete(settings)
    if code == 0 and complete is not None and complete.run_id != result.run_id:
        return f"[green]nothing has changed since it was published, {complete.finished_at}[/green]"
    return VERDICTS[code]


def _failures(result: ExecuteInProcessResult) -> list[str]:
    checks = [
        f"{'.'.join(each.asset_key.path)}: {each.check_name}"
        for each in result.get_asset_check_evaluations()
        if not each.passed and each.severity.value == "ERROR"
    ]
    steps = [f"step {event.step_key}" for event in result.all_events if event.is_step_failure]
    return checks + steps
