"""Documents that are set aside: how many may be before the reader itself is suspect, and what a shell is told.

``ZHIBIAO_MOST_SET_ASIDE`` holds the bounds, as ``10`` or ``10,5``: where more than so many percent of the documents
that are new in a run (or read anew), and at least so many, are set aside, nothing is published. ``STRICT=1`` makes
the exit code 1 where any document is set aside, though the rest is published.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

VARIABLE = "ZHIBIAO_MOST_SET_ASIDE"
SHOWN_FILES = 5


@dataclass(frozen=True, slots=True)
class Bounds:
    """The reader is suspect beyond ``percent`` of the new documents, if that is ``documents`` or more of them.

    One in ten is far beyond what bad files bring (5 of 250 in a folder that nobody had looked at); of a handful of
    documents one or two may well be bad.
    """

    percent: float = 10.0
    documents: int = 5


@dataclass(frozen=True, slots=True)
class SetAside:
    """A document that is set aside, the names of the checks that it failed, and what they say of it."""

    document_id: str
    file_name: str
    checks: tuple[str, ...]
    reasons: tuple[str, ...]


def bounds(environment: Mapping[str, str] = os.environ) -> Bounds:
    """Read the bounds; raises ``ValueError`` naming the variable where it holds no such numbers."""
    told = environment.get(VARIABLE, "").strip()
    if not told:
        return Bounds()
    percent, _, documents = told.partition(",")
    try:
        read = Bounds(float(percent.strip().rstrip("%")), int(documents) if documents else Bounds().documents)
    except ValueError:
        read = None
    if read is None or not 0 <= read.percent <= 100 or read.documents < 1:
        raise ValueError(f"{VARIABLE} is {told!r}, and not a percentage such as 10, or 10,5")
    return read


def is_strict(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a document set aside makes the exit code 1."""
    return environment.get("STRICT", "").strip().lower() not in ("", "0", "false", "no")


def documents_set_aside(connection: duckdb.DuckDBPyConnection) -> list[SetAside]:
    """Return the documents that the checks of the working database set aside, by file name."""
    rows = connection.execute(
        "select document_id, min(file_name), list(check_name order by check_name), "
        "list(message order by check_name) from checked.document_failures "
        "group by document_id order by min(file_name), document_id"
    ).fetchall()
    return [
        SetAside(document_id, name, tuple(checks), tuple(reasons))
        for document_id, name, checks, reasons in rows
    ]


def told(documents: list[SetAside]) -> str:
    """Return one line that names the documents set aside, with the checks that they failed."""
    named = [f"{each.file_name} ({', '.join(each.checks)})" for each in documents[:SHOWN_FILES]]
    more = [f"and {len(documents) - SHOWN_FILES} more"] if len(documents) > SHOWN_FILES else []
    count = "1 DOCUMENT WAS" if len(documents) == 1 else f"{len(documents)} DOCUMENTS WERE"
    return f"{count} SET ASIDE 文件已搁置, see quality.rejected_documents: {'; '.join(named + more)}"
