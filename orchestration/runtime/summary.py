"""What a run says at its end: a first answer, the counts, what was set aside, and what to type next."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import duckdb
from rich.text import Text

from orchestration.resources.unchanged import last_complete
from orchestration.runtime.first_answer import first_answer
from orchestration.storage.settings import PROJECT, Settings
from zhibiao.commands.output import Console
from zhibiao.printable import printable

if TYPE_CHECKING:
    from dagster import AssetCheckEvaluation, ExecuteInProcessResult

COUNTS = (
    ("Documents 文件", "SELECT count(DISTINCT document_id) FROM raw.documents WHERE removed_at IS NULL"),
    ("Figures 数量表述", "SELECT count(*) FROM marts.fact_figures"),
    ("Targets 目标", "SELECT count(*) FROM marts.fact_targets"),
    ("Achievements 完成情况", "SELECT count(*) FROM marts.fact_achievements"),
    ("Quarantined 隔离", "SELECT count(DISTINCT figure_id) FROM quality.rejected_figures"),
    ("Findings 质量发现", "SELECT count(*) FROM quality.findings"),
)
VERDICTS = {
    0: ("published", "bold green"),
    1: ("not published: a check of error severity failed", "bold red"),
    2: ("not published: the run could not be carried through", "bold red"),
}
# The step that swaps the database in; the exports are made of it afterwards.
PUBLISHING = "published__warehouse"
HALF_PUBLISHED = ("published, but exports or site failed: they are of the version before", "bold red")
# As many as a person reads; the rest is in the table.
MOST_SET_ASIDE = 10
WIDTH_OF_A_LOG = 120
# The head of its table and a few rows.
LINES_OF_A_SAMPLE = 5


def nothing_to_do(settings: Settings, result: ExecuteInProcessResult) -> bool:
    """Return whether the run found everything as a former one had left it."""
    complete = last_complete(settings)
    return complete is not None and complete.run_id != result.run_id


def print_summary(settings: Settings, result: ExecuteInProcessResult, code: int, seconds: float) -> None:
    """Print what the run came to: what the published file says, or the steps and checks that failed."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=WIDTH_OF_A_LOG)
    if settings.published_database.is_file() and code == 0:
        with duckdb.connect(str(settings.published_database), read_only=True) as connection:
            _print_published(console, connection)
    for line in [*_failed_checks(result), *_failed_steps(result)]:
        console.print(Text(printable(line), style="red"), no_wrap=True, overflow="ellipsis")
    words, style = _verdict(settings, result, code)
    console.print(Text.assemble("zhibiao 指标: ", (words, style), f"  ({seconds:.0f} s)"))
    for line in _next(settings, code, database_was_published(result)):
        console.print(Text(printable(line)), soft_wrap=True)


def _print_published(console: Console, connection: duckdb.DuckDBPyConnection) -> None:
    console.print()
    answer = first_answer(connection)
    if answer is not None:
        console.print("The newest targets 最新目标")
        console.print(answer)
        console.print()
    counts = []
    for title, query in COUNTS:
        row = connection.execute(query).fetchone()
        assert row is not None
        counts.append(f"{title} {row[0]:,}")
    for start in range(0, len(counts), 3):
        console.print(Text(" · ".join(counts[start : start + 3])))
    for line in set_aside(connection):
        console.print(Text(line, style="bold yellow"))


def set_aside(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return lines on the documents that were set aside: how many, then each with its reasons."""
    rows = connection.execute(
        "SELECT file_name, reasons FROM quality.rejected_documents ORDER BY file_name"
    ).fetchall()
    lines = [printable(f"  {file_name}: {reasons}") for file_name, reasons in rows[:MOST_SET_ASIDE]]
    if len(rows) > MOST_SET_ASIDE:
        lines.append(f"  and {len(rows) - MOST_SET_ASIDE} more in quality.rejected_documents")
    return [f"Set aside, not published 搁置未发布: {len(rows)}", *lines] if rows else []


def _verdict(settings: Settings, result: ExecuteInProcessResult, code: int) -> tuple[str, str]:
    complete = last_complete(settings)
    if code == 0 and complete is not None and complete.run_id != result.run_id:
        return f"nothing has changed since it was published, {complete.finished_at}", "green"
    if code == 2 and database_was_published(result):
        return HALF_PUBLISHED
    return VERDICTS[code]


def database_was_published(result: ExecuteInProcessResult) -> bool:
    """Return whether the run swapped its database in, whatever happened after that."""
    return any(event.is_step_success and event.step_key == PUBLISHING for event in result.all_events)


def _next(settings: Settings, code: int, published: bool) -> list[str]:
    """What to type next, and where things lie."""
    page = settings.quality / "index.html"
    if code:
        before = settings.published_database.exists() and not published
        stays = "What was published before stays. " if before else ""
        report = f"What the checks found: {page}" if page.exists() and code == 1 else ""
        lines = [f"{stays}{report}".rstrip(), "Every line of every step: make warehouse VERBOSE=1"]
        return [line for line in lines if line]
    here = "" if settings.data == PROJECT / "data" else f"ZHIBIAO_DATA={shlex.quote(str(settings.data))} "
    return [
        f"File 文件位置: {settings.published_database}",
        f"To look at 阅览室: {settings.site / 'index.html'}",
        f"What the checks found 质量报告: {page}",
        f"Next 下一步: {here}.venv/bin/zhibiao show target_panel",
        "All tables: zhibiao show · Any report: zhibiao extract FILE · In the browser: make ui",
    ]


def _failed_checks(result: ExecuteInProcessResult) -> list[str]:
    """Of each check that failed its name and title, how many rows, and some of them."""
    from expectations.catalogue import CHECKS

    titles = {check.name: f" {check.title_zh} · {check.title_en}" for check in CHECKS}
    lines = []
    for each in result.get_asset_check_evaluations():
        if not each.passed and each.severity.value == "ERROR":
            title = titles.get(each.check_name, "")
            lines.append(f"{'.'.join(each.asset_key.path)}: {each.check_name}{title}{_how_many(each)}")
            if sample := each.metadata.get("sample"):
                lines += [f"  {line}" for line in str(sample.value).splitlines()[:LINES_OF_A_SAMPLE]]
    return lines


def _how_many(evaluation: AssetCheckEvaluation) -> str:
    failed, checked = (
        found.value if (found := evaluation.metadata.get(name)) else None for name in ("failed", "checked")
    )
    # A check of the whole may fail where there is no row to count.
    if not (isinstance(failed, int) and isinstance(checked, int)) or failed > checked:
        return ""
    return f" ({failed:,} of {checked:,})"


def _failed_steps(result: ExecuteInProcessResult) -> list[str]:
    return [f"failed step: {event.step_key}" for event in result.all_events if event.is_step_failure]
