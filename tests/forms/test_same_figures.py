"""One report in every form that is read: the same figures with the same fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.chromium import CHROMIUM, Chromium
from tests.forms.made import (
    archive,
    open_paragraph,
    open_text,
    paragraphs,
    rich_text,
    web_page,
    word_document,
    word_paragraph,
    workbook,
)
from tests.forms.made_pdf import broken, printed
from tests.forms.report import LINES, TEXT, figures_of
from zhibiao.forms import convert
from zhibiao.forms.parts import parts_of
from zhibiao.lexicon import rows

FIGURES = figures_of(TEXT)


def traditional(text: str) -> str:
    """A text in traditional characters, one for one: of several the one that Big5 has."""
    forms = {
        row["form"]: row["character"]
        for row in rows("character_forms")
        if row["kind"] == "traditional" and row["character"].encode("big5", "ignore")
    }
    return text.translate(str.maketrans(forms))


def wrapped(lines: Sequence[str]) -> str:
    """A text whose lines end where a page of forty characters did."""
    return "\n".join("\u3000" * indent + row for line in lines for indent, row in broken(line, 80))


def marked_down(lines: Sequence[str]) -> str:
    """A text whose chapters are headings of Markdown."""
    return "\n\n".join(f"## {line}" if line[1:2] == "、" else line for line in lines)


FORMS = {
    "report.txt": TEXT.encode(),
    "gbk.txt": TEXT.encode("gb18030"),
    "report.md": marked_down(LINES).encode(),
    "wrapped.txt": wrapped(LINES).encode(),
    "traditional.txt": traditional(TEXT).encode(),
    "big5.txt": traditional(TEXT).encode("big5hkscs"),
    "report.html": web_page(paragraphs(LINES), LINES[0]).encode(),
    "gbk.html": web_page("<br>".join(f"&emsp;&emsp;{line}" for line in LINES), LINES[0]).encode("gb18030"),
    "report.docx": word_document("".join(map(word_paragraph, LINES))),
    "report.odt": open_text("".join(map(open_paragraph, LINES))),
    "one_column.pdf": printed(LINES),
    "one_column_with_heads.pdf": printed(LINES, size=21, head="商丘市政府工作报告"),
    "newspaper.pdf": printed(LINES, columns=2),
    "newspaper_of_three.pdf": printed(LINES, columns=3),
}


def test_there_is_something_to_compare() -> None:
    assert len(FIGURES) > 50
    assert sum(figure["is_headline"] for figure in FIGURES) >= 8
    assert {figure["region_code"] for figure in FIGURES} == {"411400"}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_gives_the_same_figures(name: str) -> None:
    assert figures_of(convert(FORMS[name], name).text) == FIGURES


def test_rich_text_gives_the_same_figures() -> None:
    pytest.importorskip("striprtf", reason="newer than this environment: make setup brings it")
    assert figures_of(convert(rich_text(LINES), "a.rtf").text) == FIGURES


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", archive({f"甲/{name}": data for name, data in FORMS.items()})),
        ("a.csv", f'标题,正文\n{LINES[0]},"{TEXT}"\n'.encode("gb18030")),
        ("a.xlsx", workbook(甲=[["标题", "正文"], [LINES[0], TEXT]])),
    ],
)
def test_a_part_of_a_container_gives_the_same_figures(name: str, data: bytes) -> None:
    parts = list(parts_of(data, name))
    assert parts
    for part in parts:
        assert part.data is not None
        assert figures_of(convert(part.data, part.name).text) == FIGURES


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with Chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_page_printed_by_a_browser_gives_the_same_figures(
    chromium: Chromium, tmp_path: Path, columns: int
) -> None:
    page = tmp_path / "page.html"
    page.write_text(to_be_printed(LINES, columns), encoding="utf-8")
    chromium.open(page, 800, 1000)
    assert figures_of(convert(chromium.pdf(), "a.pdf").text) == FIGURES


def to_be_printed(lines: Sequence[str], columns: int) -> str:
    """A page that a browser prints as a newspaper does."""
    body = "".join(f"<p>{line}</p>" for line in lines[1:])
    style = f"column-count:{columns};text-align:justify;font-size:11pt"
    return (
        "<html><head><meta charset='utf-8'><style>p{text-indent:2em;margin:0;line-height:1.6}"
        f"h1{{text-align:center}}</style></head><body><h1>{lines[0]}</h1><div style='{style}'>{body}</div></body></html>"
    )
