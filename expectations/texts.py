"""The texts and rows that the frames of single documents look at, and what is measured of a text once.

A text is long, and looking at it is what checks spend their time with: what is measured of it is measured when it is new
(``checked.text_measures``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from expectations.kept import code_of_checks
from expectations.rows import insert

if TYPE_CHECKING:
    import duckdb

SHOWN = 60
AROUND = 20
DIGITS = re.compile(r"[0-9０-９]+")
TEXTS_AT_A_TIME = 100
# The common block of Han characters and the signs between them, nearly all of a report, as units of UTF-16.
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF
SIGNS = "，。、；：“”（）！《》"
IS_SIGN = np.zeros(0x10000, bool)
IS_SIGN[[ord(sign) for sign in SIGNS]] = True
BLANKS = b" \t\n\f\r"
# The rows of the documents to be checked: figures as read and with their corrections, the ledger, targets in words.
RESTRICTED = {
    "figures_to_check": "extracted.figures",
    "numerals_to_check": "extracted.numerals",
    "targets_to_check": "extracted.qualitative_targets",
}
IS_TO_CHECK = "document_id in (select document_id from documents_to_check)"


def restrict(connection: duckdb.DuckDBPyConnection) -> None:
    """Make views of the rows and texts of ``documents_to_check``: ``texts``, ``figures_to_check`` and so on.

    ``texts`` has the text of each document once.
    """
    for view, table in RESTRICTED.items():
        connection.execute(f"create or replace temp view {view} as select * from {table} where {IS_TO_CHECK}")
    connection.execute(
        "create or replace temp view texts as select document_id, text from raw.documents where rowid in "
        f"(select min(rowid) from raw.documents where removed_at is null and {IS_TO_CHECK} group by document_id)"
    )


def measure_texts(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring ``checked.text_measures`` in line with the documents that are there: only texts that are new are read.

    A text is another one where the file was landed again, or these checks have changed.
    """
    connection.execute(
        "create table if not exists checked.text_measures (document_id varchar, state varchar, characters bigint, "
        "han bigint, not_blank bigint, broken bigint, stray bigint, digits bigint, opening varchar, "
        "text_hash ubigint)"
    )
    connection.execute(
        """
        create or replace temp table texts_there as
        select document_id, min(rowid) as place, hash(max(landed_at), $code)::varchar as state
        from raw.documents where removed_at is null group by document_id
        """,
        {"code": code_of_checks()},
    )
    connection.begin()
    try:
        connection.execute(
            "delete from checked.text_measures as measures where not exists (select 1 from texts_there as there "
            "where there.document_id = measures.document_id and there.state = measures.state)"
        )
        _take_apart_new_texts(connection)
        connection.execute(
            "insert into checked.text_measures "
            + files("expectations").joinpath("text_measures.sql").read_text("utf-8")
        )
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _take_apart_new_texts(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``texts_taken_apart``: of each text that has not been measured yet what is left without common Han characters
    and the signs between them, in which all else is counted, and a hash of it without its blanks.
    """
    # By their places: a join would take up the texts of all documents, and asking for none of them takes its time too.
    connection.execute(
        "create or replace temp table new_texts as select place from texts_there as there "
        "where not exists (select 1 from checked.text_measures as measures "
        "where measures.document_id is not distinct from there.document_id)"
    )
    rows = []
    if connection.execute("select count(*) from new_texts").fetchone() != (0,):
        texts = connection.execute(
            "select document_id, text from raw.documents where rowid in (select place from new_texts)"
        )
        rows = [_taken_apart(document_id, text) for document_id, text in some_at_a_time(texts)]
    connection.execute(
        "create or replace temp table texts_taken_apart "
        "(document_id varchar, characters bigint, rest varchar, signs bigint, opening varchar, text_hash ubigint)"
    )
    insert(connection, "texts_taken_apart", "document_id, characters, rest, signs, opening, text_hash", rows)


def _taken_apart(document_id: str, text: str) -> tuple[str, int, str, int, str, int]:
    """A row of ``texts_taken_apart``."""
    units = np.frombuffer(text.encode("utf-16-le"), "<u2")
    others = units[(units < FIRST_HAN) | (units > LAST_HAN)]
    are_signs = IS_SIGN[others]
    rest = others[~are_signs].tobytes().decode("utf-16-le")
    opening = text.strip(" ")[:SHOWN]
    return document_id, len(text), rest, int(are_signs.sum()), opening, _hash_without_blanks(text)


def _hash_without_blanks(text: str) -> int:
    bare = text.encode().translate(None, BLANKS)
    # seven bytes: Arrow takes numbers of 64 bits with their sign
    return int.from_bytes(hashlib.sha256(bare).digest()[:7])


def prepare_digit_runs(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``documents_with_gaps`` and ``digit_runs``: every run of Arabic digits in the texts of these documents, and what
    stands around it.

    A text whose digits are as many as those of its ledger, whose numerals do not overlap, has none that is missing
    there: it need not be looked through. Of a document whose reading failed that is said, and not each of its numerals.
    """
    measure_texts(connection)
    connection.execute(
        "create or replace temp table documents_with_gaps as "
        + files("expectations").joinpath("documents_with_gaps.sql").read_text("utf-8")
    )
    texts = connection.execute(
        "select document_id, text from texts where document_id in (select document_id from documents_with_gaps)"
    )
    runs = [
        (
            document_id,
            *match.span(),
            match.group(),
            text[max(match.start() - AROUND, 0) : match.end() + AROUND],
        )
        for document_id, text in some_at_a_time(texts)
        for match in DIGITS.finditer(text)
    ]
    connection.execute(
        "create or replace temp table digit_runs "
        "(document_id varchar, char_start bigint, char_end bigint, digits varchar, passage varchar)"
    )
    insert(connection, "digit_runs", "document_id, char_start, char_end, digits, passage", runs)


def some_at_a_time(texts: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """The rows of a query on texts: all texts at once would fill memory."""
    for batch in texts.to_arrow_reader(TEXTS_AT_A_TIME):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
