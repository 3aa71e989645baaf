"""What a run says in the terminal: a line for each thing worth knowing, without Dagster's own chatter."""

from __future__ import annotations

import logging
import sys

from dagster import InitLoggerContext, logger


class _Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        facts = getattr(record, "dagster_meta", {}) or {}
        step = facts.get("step_key") or ""
        message = facts.get("orig_message") or record.getMessage()
        line = f"{self.formatTime(record, '%H:%M:%S')}  {step:<12} {message}"
        return f"{line}\n{record.exc_text}" if record.exc_text else line


@logger({})
def console(context: InitLoggerContext) -> logging.Logger:
    """Return the logger that runs write to the terminal with."""
    terminal = logging.Logger("zhibiao", logging.INFO)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Line())
    terminal.addHandler(handler)
    return terminal
