"""The text of reports with every figure marked, as one HTML file that needs nothing else.

Everything from a document passes through the template engine's escaping. A content security policy names
the hashes of the page's own style and script, so that nothing in a text could run or load anything.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from zhibiao.commands.marking import Mark, MarkKind, marks_of
from zhibiao.commands.reading import ReadDocument
from zhibiao.commands.text_blocks import Block, blocks
from zhibiao.commands.visible import visible
from zhibiao.commands.wording import KIND, LEVEL, QUALITATIVE, REASON, STATUS, bilingual, indicator_names
from zhibiao.explanation import candidates_of
from zhibiao.model import Finding, Reason, Status

KIND_NAMES = {
    MarkKind.TARGET: STATUS[Status.TARGET],
    MarkKind.ACTUAL: STATUS[Status.ACTUAL],
    MarkKind.REFERENCE: STATUS[Status.REFERENCE],
    MarkKind.QUALITATIVE: QUALITATIVE,
    MarkKind.EXCLUDED: ("非数据", "no figure"),
    MarkKind.UNEXPLAINED: REASON[Reason.UNEXPLAINED],
}
# The order of the filter bar: what a reader looks for first.
KIND_ORDER = [
    MarkKind.TARGET,
    MarkKind.QUALITATIVE,
    MarkKind.ACTUAL,
    MarkKind.REFERENCE,
    MarkKind.EXCLUDED,
    MarkKind.UNEXPLAINED,
]


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a filter: the value, its name and how many marks have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class PageDocument:
    """A document as the template needs it."""

    file_name: str
    title: str
    facts: list[tuple[str, str]]
    blocks: list[Block]
    marks: list[Mark]
    counts: list[Choice]
    findings: list[Finding]


def write_page(documents: Sequence[ReadDocument], path: Path) -> None:
    """Write one page on ``documents`` to ``path``: with a table of contents where there are several."""
    environment = Environment(
        loader=PackageLoader("zhibiao.commands"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["visible"] = visible
    style, script = (_template_text(environment, name) for name in ("page.css", "page.js"))
    shown = [_page_document(document) for document in documents]
    marks = [mark for document in shown for mark in document.marks]
    stream = environment.get_template("page.html.jinja").stream(
        documents=shown,
        style=style,
        style_hash=_source_hash(style),
        script=script,
        script_hash=_source_hash(script),
        kinds=_kind_choices(marks),
        indicators=_indicator_choices(marks),
        reasons=_reason_choices(marks),
        headline_count=sum(mark.is_headline for mark in marks),
        kind_names=KIND_NAMES,
    )
    stream.enable_buffering(200)
    with path.open("w", encoding="utf-8", errors="replace") as page:
        page.writelines(stream)


def _page_document(document: ReadDocument) -> PageDocument:
    profile = document.profile
    considered = candidates_of(document.text, profile, document.document_id)
    marks = marks_of(document, considered)
    region = " ".join(filter(None, [profile.region_name, profile.region_code]))
    level = bilingual(LEVEL[profile.region_level]) if profile.region_level in LEVEL else ""
    facts = [
        ("文件 file", document.file_name),
        ("类型 kind", bilingual(KIND[profile.kind]) if profile.kind in KIND else ""),
        ("地区 region", f"{region} {level}".strip()),
        ("计划年 plan year", str(profile.plan_year or "")),
        ("回顾年 review year", str(profile.review_year or "")),
        ("读取方式 read as", document.read_as),
        ("字数 characters", f"{len(document.text):,}"),
        ("SHA-256", document.document_id),
    ]
    return PageDocument(
        file_name=document.file_name,
        title=profile.title or document.file_name,
        facts=[(label, words or "不明 not clear") for label, words in facts],
        blocks=blocks(document.text, marks),
        marks=marks,
        counts=_kind_choices(marks),
        findings=document.findings,
    )


def _kind_choices(marks: Iterable[Mark]) -> list[Choice]:
    counts = Counter(mark.kind for mark in marks)
    return [Choice(kind.value, bilingual(KIND_NAMES[kind]), counts[kind]) for kind in KIND_ORDER]


def _indicator_choices(marks: Iterable[Mark]) -> list[Choice]:
    counts = Counter(mark.indicator_id for mark in marks if mark.indicator_id)
    names = indicator_names()
    return [
        Choice(indicator_id, bilingual(names.get(indicator_id, (indicator_id, ""))), count)
        for indicator_id, count in counts.most_common()
    ]


def _reason_choices(marks: Iterable[Mark]) -> list[Choice]:
    counts = Counter(mark.reason for mark in marks if mark.reason)
    return [
        Choice(reason, bilingual(REASON[Reason(reason)]), count) for reason, count in counts.most_common()
    ]


def _template_text(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _source_hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
