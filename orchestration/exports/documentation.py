"""The data dictionary and the README of the export folder, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from orchestration.exports import licences
from orchestration.exports.catalogue import Mart

FILES = {
    "README.md": "本说明 · this page",
    "dictionary.md": "数据字典 · every table and column",
    "datapackage.json": "the package for machines: files, columns, hashes, sources, terms (Frictionless)",
    "zhibiao.xlsx": "工作簿 · workbook: panel, targets, achievements, attainment, dictionary",
    "target_panel.dta": "the panel for Stata 14 and later, with labels",
}


def dictionary_markdown(marts: Iterable[Mart], version: str) -> str:
    """Every table and column with its type, its Chinese term and its description."""
    return _page("dictionary.md.jinja", marts=marts, version=version)


def readme_markdown(
    marts: Mapping[str, Mart], files: Iterable[Path], version: str, variables: Mapping[str, str]
) -> str:
    """What each file of the folder is, how to open it, and how to cite it.

    ``variables`` are the names in the Stata file by column.
    """
    return _page(
        "README.md.jinja",
        marts=marts.values(),
        file_names=sorted(path.name for path in files if len(path.parts) == 1),
        file_words=FILES,
        first_sentence=lambda words: words.split(". ", 1)[0],
        renamed=[pair for pair in variables.items() if pair[0] != pair[1]],
        licences=licences,
        version=version,
    )


def _page(template: str, **content: object) -> str:
    # Markdown, not HTML: what would be escaped here is the bar that ends a cell.
    environment = Environment(
        loader=PackageLoader("orchestration.exports"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    environment.filters["cell"] = lambda words: words.replace("|", "\\|").replace("\n", " ")
    return environment.get_template(template).render(content)
