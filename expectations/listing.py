"""The table of all checks for docs/quality.md: ``python -m expectations.listing`` writes it there.

A test fails while the page says something else than the catalogue.
"""

from __future__ import annotations

from pathlib import Path

from expectations.catalogue import CHECKS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"
BEGIN, END = "<!-- checks: begin -->\n", "<!-- checks: end -->\n"


def table_of_checks() -> str:
    """All checks as a Markdown table."""
    lines = ["| table | check | 名称 · title | severity | |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| `{check.table}` | `{check.name}` | {check.title_zh} · {check.title_en} | {check.severity} | "
        f"{'quarantine' if check.quarantine else ''} |"
        for check in CHECKS
    ]
    return "\n".join(lines) + "\n"


def page_with_table(page: str) -> str:
    """The page with the table as it is now."""
    before, rest = page.split(BEGIN)
    return before + BEGIN + table_of_checks() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page_with_table(PAGE.read_text("utf-8")), encoding="utf-8")
