"""What a run shows while it goes: bars on a terminal, a few plain lines anywhere else.

``make warehouse`` opens a screen around the run, and the console logger tells it what happens. What dbt prints is
kept, and shown where dbt failed or where everything was asked for (``VERBOSE=1``).
"""

from __future__ import annotations

import io
import os
import re
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from typing import TextIO

from orchestration.resources.steps import TITLES, expected_seconds
from orchestration.storage.settings import Settings
from zhibiao.printable import printable

# "read 40 of 615 documents", "12 of 147 OK created ...": how far a step is. A date behind "of" is no count.
COUNTED = re.compile(r"\b(\d+) of (\d+)\b(?!-)")
# dbt's lines on itself, on what it begins and on what went well; and what Python adds where dbt ends in haste.
_OF_NO_USE = re.compile(
    r"\b\d+ of \d+ (?:START|OK|PASS|SKIP|NO-OP|REUSED)\b|^Running with dbt=|^Registered adapter|^Found \d+ models"
    r"|^Concurrency: |^Finished running|resource_tracker|^warnings\.warn\("
)
KEPT_LINES = 500
LINES_OF_A_FAILURE = 40
SECONDS_BETWEEN_COUNTS = 30.0


class Screen:
    """Plain lines on standard error: one a step when it has ended, and what is told on the way."""

    def __init__(self, settings: Settings, output: TextIO, verbose: bool) -> None:
        # `seconds` of each step that has ended; `failed` once one has failed.
        self.settings = settings
        self.output = output
        self.verbose = verbose
        self.seconds: dict[str, float] = {}
        self.failed = False
        self._began: dict[str, float] = {}
        self._step = ""
        self._printed: deque[str] = deque(maxlen=KEPT_LINES)
        self._last_count = time.monotonic()

    def begin(self, step: str) -> None:
        """A step begins."""
        self._step = step
        self._began[step] = time.monotonic()

    def end(self, step: str, failed: bool = False) -> None:
        """A step has ended; one that failed shows what dbt or another program printed meanwhile."""
        self.seconds[step] = time.monotonic() - self._began.pop(step, time.monotonic())
        self._step = ""
        self.failed |= failed
        self._show_end(step, failed)
        if failed and self._printed:
            self.write("\n".join(f"    {line}" for line in worth_showing(list(self._printed))))
        self._printed.clear()

    def tell(self, step: str, message: str, loud: bool = False) -> None:
        """Something worth knowing happens in a step; of counting, a line now and then and the last one."""
        counted = COUNTED.search(message)
        if counted and counted[1] != counted[2] and not (loud or self.verbose):
            if time.monotonic() - self._last_count < SECONDS_BETWEEN_COUNTS:
                return
            self._last_count = time.monotonic()
        self._line(step, message)

    def printed(self, line: str) -> None:
        """A program that the run started printed a line."""
        if self.verbose:
            self.write(line)
        elif line.strip():
            self._printed.append(line)

    def close(self) -> None:
        """The run is over."""

    def write(self, text: str) -> None:
        """Write text as it is, but for what a terminal would obey."""
        # Whoever read it may have gone: the run goes on.
        with suppress(OSError):
            print(printable(text, keep="\n\t"), file=self.output, flush=True)

    def _show_end(self, step: str, failed: bool) -> None:
        title = TITLES.get(step, step)
        self._line(step, f"{title}: {'failed after' if failed else 'done in'} {self.seconds[step]:.1f} s")

    def _line(self, step: str, message: str) -> None:
        self.write(f"{time.strftime('%H:%M:%S')}  {step:<20}  {message}")


class Bars(Screen):
    """A bar for each step on a terminal, with what it does and about how long it will take."""

    def __init__(self, settings: Settings, output: TextIO) -> None:
        super().__init__(settings, output, verbose=False)
        # Only where there is a terminal.
        from orchestration.resources.bars import StepBars

        self._bars = StepBars(expected_seconds(settings), output)

    def begin(self, step: str) -> None:
        super().begin(step)
        self._bars.begin(step)

    def tell(self, step: str, message: str, loud: bool = False) -> None:
        if loud or step not in TITLES:
            self._line(step, message)
        elif counted := COUNTED.search(message):
            self._bars.count(step, int(counted[1]), int(counted[2]))
        else:
            self._bars.note(step, printable(message))

    def printed(self, line: str) -> None:
        super().printed(line)
        if (counted := COUNTED.search(line)) and self._step:
            self._bars.count(self._step, int(counted[1]), int(counted[2]))

    def close(self) -> None:
        self._bars.close()

    def write(self, text: str) -> None:
        self._bars.write(printable(text, keep="\n\t"))

    def _show_end(self, step: str, failed: bool) -> None:
        self._bars.end(step, failed)


def worth_showing(lines: list[str]) -> list[str]:
    """Return what a failed program printed, without what went well; where that is all, the last lines."""
    told = [line for line in lines if not _OF_NO_USE.search(line)]
    return (told or lines)[-LINES_OF_A_FAILURE:]


_screens: list[Screen] = []


def present_screen() -> Screen | None:
    """Return the screen that is open; None in a run that nobody started from a terminal or a script."""
    return _screens[-1] if _screens else None


@contextmanager
def on_screen(settings: Settings) -> Iterator[Screen]:
    """Open a screen for a run: bars where standard error is a terminal, else lines."""
    verbose = os.environ.get("VERBOSE", "") not in ("", "0")
    plain = verbose or not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb"
    output = _own_error_stream()
    screen = Screen(settings, output, verbose) if plain else Bars(settings, output)
    _screens.append(screen)
    screen.begin("start")
    try:
        with redirect_stdout(_Lines(screen)):
            yield screen
    finally:
        _screens.remove(screen)
        screen.close()
        if output is not sys.stderr:
            with suppress(OSError):
                output.close()


def _own_error_stream() -> TextIO:
    """Return standard error as it is now: while a step runs, Dagster turns the process's into a file."""
    try:
        descriptor = os.dup(sys.stderr.fileno())
    except (OSError, ValueError):
        return sys.stderr
    return open(descriptor, "w", encoding=sys.stderr.encoding, errors="replace", buffering=1)


class _Lines(io.TextIOBase):
    """Standard output while a screen is open: what is printed goes there, line by line."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._rest = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        *lines, self._rest = (self._rest + text).split("\n")
        for line in lines:
            self._screen.printed(line)
        return len(text)
