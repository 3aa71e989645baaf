"""Checks as tests, in the XML that every CI knows: a suite a table, a case a check.

A failed check of warning or info severity, or one that sets documents aside, is a passed case with its findings in
``system-out``: it must not turn a build red (with STRICT=1, documents set aside do). A check that could not run is
an ``error``.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from expectations.check import CheckResult, Outcome
from expectations.reports.summary import Summary
from expectations.set_aside import is_strict

# What XML 1.0 cannot hold, not even escaped.
UNSPEAKABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(summary: Summary) -> str:
    """The run as JUnit XML."""
    root = ElementTree.Element("testsuites", name="expectations")
    # The checks of a table are declared in several suites; in the report it is one.
    tables = dict.fromkeys(result.table for result in summary.results)
    for table in tables:
        root.append(_suite(table, [result for result in summary.results if result.table == table], summary))
    _count(root, list(summary.results))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _suite(table: str, results: list[CheckResult], summary: Summary) -> ElementTree.Element:
    suite = ElementTree.Element(
        "testsuite", name=table, timestamp=summary.checked_at.strftime("%Y-%m-%dT%H:%M:%S"), time="0"
    )
    _count(suite, results)
    for result in results:
        suite.append(_case(result))
    return suite


def _count(element: ElementTree.Element, results: list[CheckResult]) -> None:
    element.set("tests", str(len(results)))
    element.set("failures", str(sum(_fails(result) for result in results)))
    element.set("errors", str(sum(result.outcome is Outcome.ERROR for result in results)))
    element.set("skipped", "0")


def _fails(result: CheckResult) -> bool:
    return result.outcome is Outcome.FAILED and (result.blocks or (is_strict() and result.sets_aside))


def _case(result: CheckResult) -> ElementTree.Element:
    case = ElementTree.Element(
        "testcase", classname=result.table, name=f"{result.name} · {result.check.title_zh}", time="0"
    )
    if result.outcome is Outcome.ERROR:
        error = ElementTree.SubElement(case, "error", message="the check could not run")
        error.text = _speakable(result.error or "")
    elif result.outcome is Outcome.FAILED:
        tag = "failure" if _fails(result) else "system-out"
        told = ElementTree.SubElement(case, tag)
        headline = f"{result.severity}: {result.failed} of {result.checked} failed. {result.check.title_en}"
        if _fails(result):
            told.set("message", headline)
        told.text = _speakable("\n".join([headline, *map(_line, result.sample)]))
    return case


def _line(row: object) -> str:
    entry = dict(row) if isinstance(row, dict) else {}
    sentence = " ".join(entry.get("quote", "").split())
    return f"{entry.get('file_name', '')}: {entry.get('message', '')} | {sentence}"


def _speakable(text: str) -> str:
    return UNSPEAKABLE.sub("�", text)
