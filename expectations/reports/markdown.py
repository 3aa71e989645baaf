"""The summary of a run on one screen, as Markdown: for the terminal, and for a CI job's page."""

from __future__ import annotations

import re

from expectations.check import CheckResult, Outcome, cell
from expectations.reports.changes import Changes
from expectations.reports.summary import Summary
from expectations.set_aside import SetAside
from zhibiao.model import Severity

SHOWN_CHECKS = 15
SHOWN_FILES = 5
SHOWN_REASONS = 2
QUOTE_LENGTH = 60
# The line of a trace that names the exception: duckdb.CatalogException: ...
EXCEPTION = re.compile(r"[A-Za-z_][\w.]*(Error|Exception|Interrupt)\b")
SIGNS = {Severity.ERROR: "⛔", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}


def markdown(summary: Summary) -> str:
    """The run as Markdown: verdict, counts, what changed, and the checks that failed with a sentence each."""
    sign, chinese, english = summary.verdict
    lines = [
        f"## {sign} {chinese} · {english}",
        "",
        f"{summary.documents} documents (文件), {summary.figures} figures (指标数值), "
        f"{summary.quarantined} quarantined (隔离); {summary.passed} of {len(summary.results)} checks passed "
        f"(run `{summary.run_id}`, {summary.checked_at:%Y-%m-%d %H:%M %Z})",
        "",
        *_changes(summary.changes),
        *_set_aside(summary.set_aside),
    ]
    if summary.failing:
        lines += ["", "| | check | failed | for example |", "| --- | --- | ---: | --- |"]
        lines += [_row(result) for result in summary.failing[:SHOWN_CHECKS]]
    if len(summary.failing) > SHOWN_CHECKS:
        lines += ["", f"… and {len(summary.failing) - SHOWN_CHECKS} more checks in the report."]
    if summary.reviews_of_no_finding:
        lines += [
            "",
            f"Reviews of no finding (可删除的复核): {len(summary.reviews_of_no_finding)} in `reviewed.yml`.",
        ]
    return "\n".join(lines) + "\n"


def _set_aside(documents: tuple[SetAside, ...]) -> list[str]:
    if not documents:
        return []
    count = "1 document set aside" if len(documents) == 1 else f"{len(documents)} documents set aside"
    lines = ["", f"**{count} (搁置的文件)**: nothing of them is published, see `quality.rejected_documents`."]
    lines += [
        f"- {cell(each.file_name)}: {cell('; '.join(each.reasons[:SHOWN_REASONS]))} "
        f"({', '.join(f'`{name}`' for name in each.checks)})"
        for each in documents[:SHOWN_FILES]
    ]
    more = len(documents) - SHOWN_FILES
    return [*lines, f"- … and {more} more"] if more > 0 else lines


def _row(result: CheckResult) -> str:
    sign = "💥" if result.outcome is Outcome.ERROR else SIGNS[result.severity]
    name = f"{result.check.title_zh}<br>{result.check.title_en} `{result.name}`"
    if result.outcome is Outcome.ERROR:
        return f"| {sign} | {name} | — | could not run: {cell(_exception(result.error))} |"
    return f"| {sign} | {name} | {result.failed} | {_example(result)} |"


def _example(result: CheckResult) -> str:
    if not result.sample:
        return ""
    first = result.sample[0]
    quote = first["quote"].strip()
    shown = quote if len(quote) <= QUOTE_LENGTH else quote[:QUOTE_LENGTH] + "…"
    parts = [first["file_name"], first["message"], f"“{shown}”" if shown else ""]
    return "<br>".join(cell(part) for part in parts if part)


def _exception(trace: str | None) -> str:
    lines = [line for line in (trace or "").splitlines() if EXCEPTION.match(line)]
    return lines[-1] if lines else "no trace"


def _changes(changes: Changes) -> list[str]:
    if changes.since is None:
        return ["Nothing was published before (首次发布)."]
    lines = [
        f"Since the publication of {changes.since}: documents +{len(changes.documents_in)} "
        f"−{len(changes.documents_out)}; figures +{changes.figures_added} −{changes.figures_gone}, "
        f"{changes.figures_changed} changed ({changes.figures_before} → {changes.figures_now})."
    ]
    for sign, names in (("in (新增)", changes.documents_in), ("out (移除)", changes.documents_out)):
        if names:
            more = f" and {len(names) - SHOWN_FILES} more" if len(names) > SHOWN_FILES else ""
            lines.append(
                f"- Documents {sign}: " + ", ".join(f"`{name}`" for name in names[:SHOWN_FILES]) + more
            )
    if changes.newly_failing:
        lines.append("- Newly failing (新出现): " + ", ".join(f"`{name}`" for name in changes.newly_failing))
    if changes.no_longer_failing:
        lines.append(
            "- No longer failing (已消除): " + ", ".join(f"`{name}`" for name in changes.no_longer_failing)
        )
    return lines
