"""What Python looks for in texts, each text once, in a thread beside the SQL of the frames that want none of it.

A text is long, and DuckDB counts its characters from the beginning for each place: Python knows where a character is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from expectations.rows import insert
from expectations.texts import IS_TO_CHECK, TEXTS_AT_A_TIME
from zhibiao.regions.unknown import unknown_places
from zhibiao.wholeness import breaks_off, headings_of_other_years, skipped_numbers

if TYPE_CHECKING:
    import duckdb

# The spans that frames have, and the words that are said to stand there.
SPANS = {
    # a fact that says what was read holds with it: that figure's span has been looked up, or its document is set aside
    "facts": (
        "select document_id, char_start, char_end, value_text as words from marts.fact_figures as facts "
        f"anti join (from extracted.figures where {IS_TO_CHECK}) as figures "
        f"using (document_id, figure_id, char_start, char_end, value_text) where {IS_TO_CHECK}"
    ),
    "figure_records": "select document_id, char_start, char_end, value_text as words from figures_to_check",
    "numerals": "select document_id, char_start, char_end, numeral_text as words from numerals_to_check",
    "qualitative_targets": "select document_id, char_start, char_end, target_text as words from targets_to_check",
}
WANT_WORDS_BEFORE = frozenset({"percentages", "usual"})
WANTS_WORDS_AROUND = "numerals"
# Of a document, the numerals that nothing explains, and the names that may be none.
AROUND_WANTED = """
    select document_id, list(distinct [char_start::bigint, char_end::bigint]) as around
    from numerals_to_check
    where char_start >= 0 and char_end >= 0
        and (reason = 'unexplained' or reason = 'name' and regexp_matches(numeral_text, '^[0-9.]{2,}$'))
    group by document_id
"""
NONE_AROUND = "select null::varchar as document_id, null::bigint[][] as around"
WANTS_FINDINGS = "reader_findings"
# The frames that want something of it and have to wait, in an order in which no two of the longest follow one another: two
# frames are in memory at a time.
WAITING = (
    "figure_records",
    "qualitative_targets",
    "numerals",
    WANTS_FINDINGS,
    "usual",
    "facts",
    "percentages",
)
# A control character that no word has.
BETWEEN_WORDS = "\x1f"
CLAUSE_END = re.compile(r"[，。；、,;\n]")
# How many characters before a figure they want; before and behind a numeral; and of a passage that shows it, from where on.
WORDS_BEFORE = 60
BEFORE_NUMERAL, BEHIND_NUMERAL = 8, 4
PASSAGE, PASSAGE_BEFORE = 60, 30
TABLES = {
    "texts_in_doubt": "document_id varchar, text varchar",
    "words_before": "document_id varchar, char_start bigint, words varchar, in_clause varchar",
    "words_around": (
        "document_id varchar, char_start bigint, char_end bigint, words_before varchar, words_behind varchar, passage varchar"
    ),
    "text_findings": (
        "check_name varchar, document_id varchar, char_start bigint, char_end bigint, quote varchar, message varchar"
    ),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of each table of ``TABLES``."""

    texts_in_doubt: list[tuple[Any, ...]] = field(default_factory=list)
    words_before: list[tuple[Any, ...]] = field(default_factory=list)
    words_around: list[tuple[Any, ...]] = field(default_factory=list)
    text_findings: list[tuple[Any, ...]] = field(default_factory=list)


class Looking:
    """A look into the texts of the documents to be checked, which goes on in a thread until ``wait``."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, frames: Collection[str], thread: Executor
    ) -> None:
        """Begin to look for what ``frames`` want."""
        self._connection = connection
        self._found: Future[Found] = Future()
        self._is_there = False
        try:
            if not set(WAITING) & set(frames):
                self._found.set_result(Found())
            else:
                _find_numerals(connection, AROUND_WANTED if WANTS_WORDS_AROUND in frames else NONE_AROUND)
                connection.execute(f"create or replace table frames.places_in_texts as {_places(frames)}")
                self._found = thread.submit(_look, connection.cursor(), WANTS_FINDINGS in frames)
        except Exception as error:
            # a table is missing: that is told of the frames that wait for it
            self._found.set_exception(error)

    def wait(self) -> None:
        """Make ``texts_in_doubt``, the texts of documents of which not every span holds the words that its row says: frames
        look at their spans one by one, those of all others hold. And ``words_before``, what stands before the figures of
        ``words_wanted.sql``; ``words_around``, what stands around numerals that nothing explains; and ``text_findings``,
        what a text shows by itself.

        Raises what was raised in looking.
        """
        if self._is_there:
            return
        found = self._found.result()
        for table, columns in TABLES.items():
            self._connection.execute(f"create or replace temp table {table} ({columns})")
            names = ", ".join(column.split()[0] for column in columns.split(", "))
            insert(self._connection, table, names, getattr(found, table))
        self._connection.execute("drop table if exists frames.places_in_texts")
        self._is_there = True
        self._found = Future()


def _find_numerals(connection: duckdb.DuckDBPyConnection, wanted: str) -> None:
    """Make ``numerals_in_doubt``, none where a column of the ledger is missing: its own frame tells that."""
    from duckdb import BinderException

    try:
        connection.execute(f"create or replace temp table numerals_in_doubt as {wanted}")
    except BinderException:
        connection.execute(f"create or replace temp table numerals_in_doubt as {NONE_AROUND}")


def _places(frames: Collection[str]) -> str:
    """The query of a row a text that is to be looked at: where it is, what is known of its document, the places before
    and around which words are wanted, and the starts, ends and words of its spans, the words as one."""
    spans = [SPANS[frame] for frame in sorted(SPANS.keys() & set(frames))]
    joins = [
        "left join (select document_id, list(char_start) as starts, list(char_end) as ends, "
        f"string_agg(words, chr({ord(BETWEEN_WORDS)})) as words from ({query}) group by document_id) as spans_{number} "
        "using (document_id)"
        for number, query in enumerate(spans)
    ]
    columns = [
        f"spans_{n}.{name} as {name}_{n}" for n in range(len(spans)) for name in ("starts", "ends", "words")
    ]
    wanted = "select null::varchar as document_id, null::bigint[] as wanted"
    if not WANT_WORDS_BEFORE.isdisjoint(frames):
        wanted = files("expectations").joinpath("words_wanted.sql").read_text("utf-8")
    is_wanted = ["wanted is not null", *(f"starts_{n} is not null" for n in range(len(spans)))]
    return f"""
        select texts.*, profiles.profile, wanted.wanted, around.around{"".join(f", {column}" for column in columns)}
        from (
            select document_id, min(rowid) as place from raw.documents where removed_at is null and {IS_TO_CHECK}
            group by document_id
        ) as texts
        left join (
            select document_id, first([region_code, plan_year::varchar, kind]) as profile
            from extracted.document_profiles group by document_id
        ) as profiles using (document_id)
        left join ({wanted}) as wanted using (document_id)
        left join numerals_in_doubt as around using (document_id)
        {" ".join(joins)}
        where {"true" if WANTS_FINDINGS in frames else " or ".join(is_wanted)}
        order by place
    """


def _look(cursor: duckdb.DuckDBPyConnection, for_findings: bool) -> Found:
    found = Found()
    with cursor:
        for text, document_id, profile, wanted, around, *spans in _texts(cursor):
            if not all(_hold(text, *spans[first : first + 3]) for first in range(0, len(spans), 3)):
                found.texts_in_doubt.append((document_id, text))
            found.words_before.extend((document_id, at, *_before(text, at)) for at in wanted or ())
            found.words_around.extend((document_id, *span, *_around(text, *span)) for span in around or ())
            if for_findings and profile:
                found.text_findings.extend(_findings(document_id, text, *profile))
    return found


def _texts(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """Each text with what ``_places`` says of it; some at a time, since all texts at once would fill memory.

    What is said of them comes by way of Arrow: DuckDB hands over lists one element after the other.
    """
    places = cursor.execute("from frames.places_in_texts").to_arrow_table()
    for begin, end in _some_at_a_time(places["place"].to_pylist()):
        some = [column.to_pylist() for column in places.slice(begin, end - begin).columns]
        document_ids, at, *told = some
        rows = cursor.execute(
            "select rowid, text from raw.documents where rowid between ? and ?", [at[0], at[-1]]
        ).to_arrow_table()
        texts = dict(zip(*(column.to_pylist() for column in rows.columns), strict=True))
        for place, document_id, *of_text in zip(at, document_ids, *told, strict=True):
            yield texts.pop(place), document_id, *of_text


def _some_at_a_time(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where texts that lie near one another begin and end in the list of all."""
    begin = 0
    for number, place in enumerate(places):
        if place - places[begin] >= TEXTS_AT_A_TIME:
            yield begin, number
            begin = number
    if places:
        yield begin, len(places)


def _hold(text: str, starts: list[int] | None, ends: list[int] | None, words: str | None) -> bool:
    """Whether words stand at the places that are said of them; one without a place is in doubt."""
    if not starts or not ends:
        return True
    if None in starts or None in ends or min(starts) < 0 or min(ends) < 0:
        return False
    there = BETWEEN_WORDS.join([text[start:end] for start, end in zip(starts, ends, strict=True)])
    return there == words and there.count(BETWEEN_WORDS) == len(starts) - 1


def _before(text: str, at: int) -> tuple[str, str]:
    """The words before a figure, and those of them in its own clause."""
    words = text[max(at - WORDS_BEFORE, 0) : at]
    return words, CLAUSE_END.split(words)[-1]


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before and behind a numeral, and the passage in which it stands."""
    begin = max(start - PASSAGE_BEFORE, 0)
    return (
        text[max(start - BEFORE_NUMERAL, 0) : start],
        text[end : end + BEHIND_NUMERAL],
        text[begin : begin + PASSAGE].strip(" "),
    )


def _findings(
    document_id: str, text: str, region_code: str | None, told_year: str | None, kind: str | None
) -> Iterator[tuple[Any, ...]]:
    """Names of no year that stand among the region's own, numbers that a list skips, texts that break off, headings of
    another year."""
    plan_year = None if told_year is None else int(told_year)
    found = [*unknown_places(text, region_code, plan_year), *skipped_numbers(text)]
    # a communiqué ends with a table, has a year of results and plans nothing
    if kind == "work_report":
        found += [*breaks_off(text), *headings_of_other_years(text, plan_year)]
    for one in found:
        yield one.check_name, document_id, one.char_start, one.char_end, one.quote, one.message
