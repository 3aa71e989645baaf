"""A file's bytes → its text, in a process of its own where a library takes a form apart.

A page, a document or a PDF file made to hang or to fill the machine costs its own process and no more.
"""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import cast

from orchestration.processes.workers import end_with_parent
from zhibiao.forms import Converted, Unconvertible, convert
from zhibiao.forms.parts import Columns, Part, rows_of
from zhibiao.media_types import CSV, MARKDOWN, TEXT, media_type_of

# A report of sixty pages takes half a second and some 200 MB; the memory is what comes on top of a process at rest.
MOST_SECONDS = 60.0
MOST_BYTES = 2_000_000_000


# What takes a form apart: bytes and a name in, a text out. Named at the top of a module, for another process calls it.
Work = Callable[[bytes, str], Converted]


class Converter:
    """Converts files; use it as a context manager. Its process starts with the first file that needs it."""

    def __init__(
        self, seconds: float = MOST_SECONDS, most_bytes: int = MOST_BYTES, work: Work = convert
    ) -> None:
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._work = work
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Converter:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def convert(self, data: bytes, file_name: str) -> Converted:
        """Return a file's text; raises ``Unconvertible`` where there is none to be had, or not in reason."""
        if media_type_of(data, file_name) in (TEXT, MARKDOWN):
            return convert(data, file_name)
        return cast("Converted", self._ask(self._work, data, file_name))

    def rows_of(self, data: bytes, file_name: str, columns: Columns) -> Sequence[Part]:
        """Return the texts of a table's rows; raises ``Unconvertible`` where there are none, or not in reason."""
        if media_type_of(data, file_name) == CSV:
            return rows_of(data, file_name, columns)
        return cast("Sequence[Part]", self._ask(rows_of, data, file_name, columns))

    def _ask(self, work: Callable[..., object], *given: object) -> object:
        """Return what a function of a module comes to in the other process; raises ``Unconvertible`` as it does."""
        connection = self._connected()
        try:
            connection.send((work, given))
            answer = connection.recv() if connection.poll(self._seconds) else None
        except (EOFError, OSError) as error:
            self._end()
            raise Unconvertible(
                f"taking it apart broke off: it may need more than {self._most_bytes / 1e9:.0f} GB of memory"
            ) from error
        if answer is None:
            self._end()
            raise Unconvertible(f"taking it apart took longer than {self._seconds:.0f} seconds")
        done, refusal = answer
        if refusal:
            raise Unconvertible(refusal)
        return done

    def _connected(self) -> Connection:
        if self._connection is None or self._process is None or not self._process.is_alive():
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._most_bytes), daemon=True)
            self._process.start()
            theirs.close()
        return self._connection

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


def _serve(connection: Connection, most_bytes: int) -> None:
    """Do what is asked, until nothing more comes; what goes wrong is an answer too, as words."""
    end_with_parent()
    most_address_space = _address_space() + most_bytes
    resource.setrlimit(resource.RLIMIT_AS, (most_address_space, most_address_space))
    while True:
        try:
            work, given = connection.recv()
        except EOFError:
            return
        answer: tuple[object, str]
        try:
            answer = work(*given), ""
        except Unconvertible as refusal:
            answer = None, refusal.reason
        except MemoryError:
            answer = None, f"taking it apart needs more than {most_bytes / 1e9:.0f} GB of memory"
        except Exception as error:
            answer = None, f"taking it apart failed: {type(error).__name__}: {error}"
        connection.send(answer)


def _address_space() -> int:
    """Return the bytes of address space that this process has mapped; 0 where the system does not say.

    The limit counts these, used or not: without them, what a process starts with would eat up what a file may need.
    """
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * resource.getpagesize()
