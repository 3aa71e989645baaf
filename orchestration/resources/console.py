"""What a run says: to the screen where ``make warehouse`` has opened one, else as lines in the run's log."""

from __future__ import annotations

import logging
import sys
from typing import Any

from dagster import DagsterEvent, DagsterEventType, InitLoggerContext, logger

from orchestration.resources.screen import Screen, present_screen
from zhibiao.printable import printable

# What ends a run as it was meant to: its message says all, and the place in the code nothing.
FORESEEN = {"DagsterAssetCheckFailedError", "Failure", "LockRefusedError"}
# Dagster's own errors around the one that matters.
WRAPPERS = {"DagsterExecutionStepExecutionError", "DagsterResourceFunctionError"}
# Dagster on itself.
CHATTER = ("Dependencies for step ",)


class _ToScreen(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        screen = present_screen()
        try:
            if screen is None:
                _to_log(record)
            else:
                _to_screen(screen, record)
        except Exception:
            self.handleError(record)


def _to_screen(screen: Screen, record: logging.LogRecord) -> None:
    facts = _facts(record)
    event, step = facts.get("dagster_event"), str(facts.get("step_key") or "")
    message = str(facts.get("orig_message") or record.getMessage())
    if event is None:
        if screen.verbose or (record.levelno >= logging.INFO and not message.startswith(CHATTER)):
            screen.tell(step, message, loud=record.levelno >= logging.WARNING)
    elif event.event_type is DagsterEventType.STEP_START:
        if "start" not in screen.seconds:
            screen.end("start")
        screen.begin(step)
    elif event.event_type is DagsterEventType.STEP_SUCCESS:
        screen.end(step)
    elif event.event_type is DagsterEventType.STEP_FAILURE:
        screen.end(step, failed=True)
        screen.tell(step, reason(event, screen.verbose), loud=True)
    elif event.event_type is DagsterEventType.STEP_UP_FOR_RETRY:
        screen.tell(step, f"{message}; it is tried again", loud=True)
    elif event.event_type is DagsterEventType.RUN_FAILURE and not screen.failed:
        # Without a step to blame: what the steps share could not be had.
        error = event.job_failure_data.error
        screen.tell(step, _words(error, screen.verbose) if error else message, loud=True)


def _to_log(record: logging.LogRecord) -> None:
    facts = _facts(record)
    event = facts.get("dagster_event")
    message = str(facts.get("orig_message") or record.getMessage())
    if event is not None and event.event_type is DagsterEventType.STEP_FAILURE:
        message = f"{message}\n{reason(event, verbose=True)}"
    elif event is not None or record.levelno < logging.INFO or message.startswith("Dependencies for step "):
        return
    print(printable(f"{facts.get('step_key') or '':<20}  {message}", keep="\n\t"), file=sys.stderr)


def reason(event: DagsterEvent, verbose: bool) -> str:
    """Return why a step failed: what it says itself, and the place in the code where that is of use."""
    error = event.step_failure_data.error
    return _words(error, verbose) if error else event.message or "no reason given"


def _words(error: Any, verbose: bool) -> str:
    # Dagster's record of an error, whose type it does not export.
    while error.cls_name in WRAPPERS and error.cause is not None:
        error = error.cause
    if verbose:
        return str(error.to_string())
    if error.cls_name == "DbtBuildFailedError":
        return "dbt failed; what it said stands above"
    if error.cls_name in FORESEEN:
        return str(error.message).split(": ", 1)[-1].strip()
    return str(error.to_string())


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    return getattr(record, "dagster_meta", None) or {}


@logger({})
def console(context: InitLoggerContext) -> logging.Logger:
    """Return the logger that runs tell of themselves with."""
    # Dagster tells of steps that begin and end at the level of debugging.
    terminal = logging.Logger("zhibiao", logging.DEBUG)
    terminal.addHandler(_ToScreen())
    return terminal
