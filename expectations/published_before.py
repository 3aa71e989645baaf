"""The file published before, as far as a run can read it: it is on its way out, and holds nobody up."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

CATALOG = "published_before"
COPY = ".published-"
# What DuckDB says of a file that it cannot read, now or ever: no database, a newer one's, one cut off or overwritten.
_DAMAGED = re.compile(
    r"not a valid DuckDB database|newer version|[Cc]hecksum|[Ss]erializ|[Cc]orrupt|[Cc]ould not read enough bytes"
    r"|INTERNAL"
)


def says_damaged(error: duckdb.Error) -> bool:
    """Return whether an error is of a database file that will not be readable later either."""
    import duckdb

    # Errors of a question may quote any word of it.
    is_of_a_question = isinstance(error, duckdb.ProgrammingError | duckdb.DataError | duckdb.IntegrityError)
    return not is_of_a_question and bool(_DAMAGED.search(str(error)))


@contextmanager
def attached(connection: duckdb.DuckDBPyConnection, published: Path | None) -> Iterator[str | None]:
    """Attach the published file as ``published_before`` for the block; give why not, or null where it is there.

    A file that somebody's notebook holds for writing is read from a copy; one that is damaged counts as none. A
    damage that is met only while reading ends the block, and what follows it goes on as without a published file.
    """
    import duckdb

    if published is None or not published.exists():
        yield "nothing was published before"
        return
    with ExitStack() as aside:
        try:
            _attach(connection, published)
        except duckdb.Error:
            # DuckDB refuses a file that a writer has open; the bytes can be read all the same. Nothing lies beside it
            # before that: a run that is killed here would leave it.
            folder = TemporaryDirectory(prefix=COPY, dir=published.parent)
            copy = Path(aside.enter_context(folder)) / published.name
            try:
                shutil.copyfile(published, copy)
                _attach(connection, copy)
            except (duckdb.Error, OSError) as error:
                yield f"{published} cannot be read and counts as none: {error}"
                return
        try:
            yield None
        except duckdb.Error as error:
            if not says_damaged(error):
                raise
        finally:
            connection.execute(f"detach {CATALOG}")


def remove_left_copies(published: Path) -> None:
    """Remove what runs that were killed while they read a copy have left beside the published file."""
    for left in published.parent.glob(f"{COPY}*"):
        shutil.rmtree(left, ignore_errors=True)


def _attach(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    quoted = str(path).replace("'", "''")
    connection.execute(f"attach '{quoted}' as {CATALOG} (read_only)")
