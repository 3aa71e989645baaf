"""Findings that a person has looked at, from ``reviewed.yml``: what was said of each, beside it.

A review is of the very finding that was looked at: another document, or other words of the check, and it is one of none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from expectations.rows import insert

if TYPE_CHECKING:
    import duckdb

VERDICTS = ("seen", "wrong")
COLUMNS = "check_name varchar, message varchar, document_id varchar, verdict varchar, note varchar"
# How a review is joined to a finding.
SAME_FINDING = (
    "reviews.check_name = findings.check_name and reviews.message = findings.message "
    "and reviews.document_id is not distinct from findings.document_id"
)


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a finding; the fields are explained in reviewed.yml."""

    check_name: str
    message: str
    verdict: str
    reviewed_by: str
    reviewed_on: date
    document_id: str | None = None
    note: str | None = None


def read_reviews(text: str | None = None) -> list[Review]:
    """Read the reviews, by default those of reviewed.yml.

    Raises ``ValueError`` for a verdict that is none and a finding reviewed twice, ``TypeError`` for a field that is
    missing or unknown.
    """
    if text is None:
        text = files("expectations").joinpath("reviewed.yml").read_text("utf-8")
    reviews = [Review(**entry) for entry in yaml.safe_load(text) or []]
    for review in reviews:
        if review.verdict not in VERDICTS:
            raise ValueError(f"reviewed.yml: {review.verdict} is no verdict; one of {', '.join(VERDICTS)} is")
    if len({(one.check_name, one.message, one.document_id) for one in reviews}) < len(reviews):
        raise ValueError("reviewed.yml speaks twice of one finding")
    return reviews


def make_reviews(connection: duckdb.DuckDBPyConnection, reviews: list[Review] | None = None) -> None:
    """Make the temporary table ``reviews``."""
    connection.execute(f"create or replace temp table reviews ({COLUMNS})")
    rows = [
        (one.check_name, one.message, one.document_id, one.verdict, one.note)
        for one in (read_reviews() if reviews is None else reviews)
    ]
    insert(connection, "reviews", "check_name, message, document_id, verdict, note", rows)


def reviews_of_no_finding(
    connection: duckdb.DuckDBPyConnection, reviews: list[Review] | None = None
) -> list[tuple[str, str]]:
    """The check and the message of each review whose finding is no longer there: it can be taken out.

    Asks ``checked.findings``; makes the temporary table ``reviews``.
    """
    make_reviews(connection, reviews)
    return connection.execute(
        "select check_name, message from reviews where not exists "
        f"(select 1 from checked.findings as findings where {SAME_FINDING}) order by check_name, message"
    ).fetchall()
