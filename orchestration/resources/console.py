"""What a run says in the terminal: a line for each thing worth knowing, without Dagster's own chatter."""

from __future__ import annotations

import logging
import sys
from typing import Any

from dagster import DagsterEventType, InitLoggerContext, logger

TOLD = {DagsterEventType.STEP_FAILURE, DagsterEventType.STEP_UP_FOR_RETRY}


def _worth_telling(record: logging.LogRecord) -> bool:
    """Keep what the assets say themselves, and failures; which step begins and ends is for the UI."""
    facts = _facts(record)
    event = facts.get("dagster_event")
    if event is not None:
        return event.event_type in TOLD
    return not str(facts.get("orig_message")).startswith("Dependencies for step ")


class _Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        facts = _facts(record)
        message = facts.get("orig_message") or record.getMessage()
        line = f"{self.formatTime(record, '%H:%M:%S')}  {facts.get('step_key') or '':<10} {message}"
        event = facts.get("dagster_event")
        if event is not None and event.is_step_failure and event.step_failure_data.error:
            line += f"\n{event.step_failure_data.error.to_string()}"
        return line


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    return getattr(record, "dagster_meta", None) or {}


@logger({})
def console(context: InitLoggerContext) -> logging.Logger:
    """Return the logger that runs write to the terminal with."""
    terminal = logging.Logger("zhibiao", logging.INFO)
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_worth_telling)
    handler.setFormatter(_Line())
    terminal.addHandler(handler)
    return terminal
