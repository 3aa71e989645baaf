"""Bars on a terminal, one a step of the run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from rich.progress import Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.progress_bar import ProgressBar
from rich.table import Column
from rich.text import Text

from orchestration.resources.steps import TITLES
from zhibiao.commands.output import Console

# A bar that is guided by the clock never claims to have come to its end.
NEARLY = 0.95
WIDTH = 16
CLOCK_WIDTH = len("about 59 min left")
WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
SIGNS = {WAITING: ("·", "dim"), RUNNING: ("▸", "bold cyan"), DONE: ("✓", "green"), FAILED: ("✗", "bold red")}


class StepBars:
    """The bars of all steps; the ones to come stand there with their guess, in grey."""

    def __init__(self, expected: Mapping[str, float], output: TextIO) -> None:
        self._progress = Progress(
            _Sign(table_column=Column(no_wrap=True)),
            TextColumn("{task.description}", table_column=Column(no_wrap=True)),
            _Bar(table_column=Column(width=WIDTH)),
            _Clock(table_column=Column(no_wrap=True, min_width=CLOCK_WIDTH)),
            _Note(table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1)),
            console=Console(file=output, highlight=False),
            expand=True,
            redirect_stdout=False,
            redirect_stderr=True,
            refresh_per_second=8,
        )
        self._tasks: dict[str, TaskID] = {}
        for step, seconds in expected.items():
            self._add(step, seconds)
        self._progress.start()

    def begin(self, step: str) -> None:
        """A step begins."""
        if step not in self._tasks:
            self._add(step, 1.0)
        self._progress.start_task(self._tasks[step])
        self._progress.update(self._tasks[step], state=RUNNING)

    def count(self, step: str, done: int, total: int) -> None:
        """A step has done so many of so many; a count of one thing may follow that of another."""
        if (task := self._tasks.get(step)) is not None and total:
            self._progress.update(task, done=done / total, note=f"{done:,} of {total:,}")

    def note(self, step: str, words: str) -> None:
        """A step tells something; the last word stays beside its bar."""
        if (task := self._tasks.get(step)) is not None:
            self._progress.update(task, note=words)

    def end(self, step: str, failed: bool) -> None:
        """A step has ended."""
        self._progress.update(self._tasks[step], state=FAILED if failed else DONE)
        self._progress.stop_task(self._tasks[step])

    def write(self, text: str) -> None:
        """Write above the bars."""
        self._progress.console.print(Text(text))

    def close(self) -> None:
        """Leave the steps that were begun on the screen, and take the others away."""
        for task in list(self._progress.tasks):
            if task.fields["state"] == WAITING:
                self._progress.remove_task(task.id)
        self._progress.stop()

    def _add(self, step: str, seconds: float) -> None:
        title = TITLES.get(step, step)
        self._tasks[step] = self._progress.add_task(
            title, start=False, total=1.0, state=WAITING, expected=max(seconds, 0.1), done=0.0, note=""
        )


class _Sign(ProgressColumn):
    """Whether a step waits, runs, is done or has failed."""

    def render(self, task: Task) -> Text:
        sign, style = SIGNS[task.fields["state"]]
        return Text(sign, style=style)


class _Bar(ProgressColumn):
    """How far a step is: by what it counts, else by the clock against the guess."""

    # Moved on by the clock, so never as it was.
    max_refresh = None

    def render(self, task: Task) -> ProgressBar:
        return ProgressBar(total=1.0, completed=fraction(task), width=WIDTH)


class _Note(ProgressColumn):
    """The last word of a step, as much of it as there is room for."""

    def render(self, task: Task) -> Text:
        return Text(task.fields["note"], style="dim", no_wrap=True, overflow="ellipsis")


class _Clock(ProgressColumn):
    """The guess before a step, about what is left while it runs, the time it took behind it."""

    def render(self, task: Task) -> Text:
        state, expected = task.fields["state"], task.fields["expected"]
        elapsed = task.elapsed or 0.0
        if state == WAITING:
            return Text(f"about {_words(expected)}", style="dim")
        if state in (DONE, FAILED):
            return Text(f"{elapsed:.1f} s", style="dim")
        share = task.fields["done"]
        left = elapsed * (1 - share) / share if 0 < share < 1 else expected - elapsed
        return Text(f"about {_words(left)} left" if left >= 1 else "nearly done")


def fraction(task: Task) -> float:
    """Return the share of a step's work that is done, 0 to 1."""
    state = task.fields["state"]
    if state in (WAITING, FAILED):
        return 0.0 if state == WAITING else float(task.fields["done"])
    if state == DONE:
        return 1.0
    by_clock = min((task.elapsed or 0.0) / task.fields["expected"], NEARLY)
    return float(task.fields["done"]) or by_clock


def _words(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    return f"{round(seconds / 60)} min"
