"""The data dictionary of the repository: ``docs/data_dictionary.md``, from the models' own descriptions.

It is for reading before anything is built; the exports hold one of the published file. The panel's columns
are told once for all indicators. ``python -m orchestration.dbt.dictionary`` writes the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from orchestration.dbt.panel_contract import COLUMNS, GOALS, GROWTH, LEVEL, POINTS, SHARE

PROJECT = Path(__file__).resolve().parents[2]
MODELS = PROJECT / "dbt_project" / "models"
PAGE = PROJECT / "docs" / "data_dictionary.md"
DOC_BLOCK = re.compile(r"{% docs (\w+) %}\n(.*?)\n{% enddocs %}", re.DOTALL)
DOC_REFERENCE = re.compile(r"{{ doc\('(\w+)'\) }}")
# The columns that the panels have for every indicator, and for which.
CORE = "core indicator"
PANELS = {
    "target_panel": [
        *((column, CORE) for column in (*COLUMNS, *GOALS)),
        (GROWTH, "core indicator that is no share"),
        (LEVEL, "core indicator that is an amount"),
        (SHARE, "core indicator that is a share"),
        (POINTS, "core indicator that is a share"),
    ],
    "target_panel_v1": [(column, CORE) for column in COLUMNS],
}
INTRODUCTION = """\
# Data dictionary · 数据字典

Every table that dbt makes for people, with its columns: type, meaning, Chinese term. The same words stand in the
database itself (`duckdb_columns()`) and in the exports. `raw.documents`, `quality.findings` and
`quality.check_results` are described in the database. What the columns promise is in [contract.md](contract.md); how
to cite a figure in [citing.md](citing.md).

Written by `python -m orchestration.dbt.dictionary` from the models' descriptions.
"""


def data_dictionary() -> str:
    """Return the page as Markdown: the marts, then the tables of quality, each with its columns."""
    blocks = dict(DOC_BLOCK.findall((MODELS / "columns.md").read_text(encoding="utf-8")))
    sections = [INTRODUCTION]
    for folder in ("marts", "quality"):
        for path in sorted((MODELS / folder).glob("*.yml")):
            for model in yaml.safe_load(path.read_text(encoding="utf-8"))["models"]:
                sections += [*_table(folder, model, blocks), ""]
    return "\n".join(sections)


def _table(folder: str, model: dict[str, Any], blocks: dict[str, str]) -> Iterator[str]:
    yield f"## {folder}.{model['name']}"
    yield ""
    yield _words(model["description"], blocks)
    yield ""
    yield "| column | type | meaning |"
    yield "| --- | --- | --- |"
    for column in model["columns"]:
        words = _words(column["description"], blocks)
        if model["name"] not in PANELS or "·" not in words:
            yield _row(column["name"], column["data_type"], words)
    for pattern, of in PANELS.get(model["name"], []):
        english = pattern.english.format(unit="its canonical unit")
        yield _row(
            f"<indicator>{pattern.suffix}",
            pattern.data_type,
            f"For each {of}: {english} ({pattern.chinese}).",
        )


def _row(name: str, data_type: str, words: str) -> str:
    cell = words.replace("|", "\\|")
    return f"| `{name}` | {data_type} | {cell} |"


def _words(description: str, blocks: dict[str, str]) -> str:
    whole = DOC_REFERENCE.sub(lambda reference: blocks[reference[1]], description)
    return " ".join(whole.split())


if __name__ == "__main__":
    PAGE.write_text(data_dictionary(), encoding="utf-8")
