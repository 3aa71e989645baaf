"""The texts and rows that the frames of single documents look at, and what is measured of a text once.

A text is long, and looking at it is what checks spend their time with: it is measured when it is new
(``checked.text_measures``), and cut into pieces only for the documents that are to be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from expectations.kept import code_of_checks
from expectations.rows import insert

if TYPE_CHECKING:
    import duckdb

DIGITS = re.compile(r"[0-9０-９]+")
TEXTS_AT_A_TIME = 100
# A text is cut into pieces that overlap by what the words of a span, or those before a figure, may need: the time to
# find a character in a text grows with its place.
PIECE, OVERLAP, BLOCK = 500, 100, 2_500
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


def prepare_text_pieces(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``text_pieces`` and the macros that find words in them: ``piece_of``, ``words_at`` for spans
    that are not ``is_long`` and, for those of any length, ``words_of``; and ``long_spans``, the words of the long ones of
    figures and numerals.

    Cut in two steps, blocks before pieces, for the same reason.
    """
    connection.execute(
        f"""
        create or replace temp table text_pieces as
        with blocks as (
            select document_id, block, substring(text, block * {BLOCK} + 1, {BLOCK + OVERLAP}) as text
            from (select document_id, text, unnest(range(0, length(text) // {BLOCK} + 1)) as block from texts)
        ),

        cut as (
            select document_id, block, text, unnest(range(0, {BLOCK // PIECE})) as piece
            from blocks
        )

        select
            document_id,
            block * {BLOCK // PIECE} + piece as piece,
            substring(text, piece * {PIECE} + 1, {PIECE + OVERLAP}) as text
        from cut
        where length(text) > piece * {PIECE}
        """
    )
    connection.execute(f"create or replace temp macro piece_of(char_start) as char_start // {PIECE}")
    connection.execute(
        "create or replace temp macro words_at(piece, char_start, char_end) as "
        f"substring(piece, char_start % {PIECE} + 1, char_end - char_start)"
    )
    connection.execute(
        f"create or replace temp macro is_long(char_start, char_end) as char_end - char_start > {OVERLAP}"
    )
    connection.execute(
        "create or replace temp macro words_of(piece, whole, char_start, char_end) as "
        f"case when char_end - char_start <= {OVERLAP} then words_at(piece, char_start, char_end) "
        "else substring(whole, char_start + 1, char_end - char_start) end"
    )
    connection.execute(
        """
        create or replace temp table long_spans as
        with spans as (
            select document_id, char_start, char_end from figures_to_check where is_long(char_start, char_end)
            union
            select document_id, char_start, char_end from numerals_to_check where is_long(char_start, char_end)
        )

        select spans.*, substring(texts.text, char_start + 1, char_end - char_start) as words
        from spans
        inner join texts using (document_id)
        """
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
        connection.execute(
            "insert into checked.text_measures "
            + files("expectations").joinpath("text_measures.sql").read_text("utf-8")
        )
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def prepare_digit_runs(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``documents_with_gaps`` and ``digit_runs``: every run of Arabic digits in the texts of these documents.

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
        (document_id, *match.span())
        for document_id, text in some_at_a_time(texts)
        for match in DIGITS.finditer(text)
    ]
    connection.execute(
        "create or replace temp table digit_runs (document_id varchar, char_start bigint, char_end bigint)"
    )
    insert(connection, "digit_runs", "document_id, char_start, char_end", runs)


def some_at_a_time(texts: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """The rows of a query on texts: all texts at once would fill memory."""
    while rows := texts.fetchmany(TEXTS_AT_A_TIME):
        yield from rows
