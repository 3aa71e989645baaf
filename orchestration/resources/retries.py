"""Steps that are tried again where they fail, and not where they are told to end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dagster import DagsterError, RetryRequested

TIMES = 2
SECONDS_BETWEEN = 2.0


@contextmanager
def tried_again(seconds: float = SECONDS_BETWEEN) -> Iterator[None]:
    """Have Dagster try a step again, twice at most, whose work in this context raises.

    Dagster's ``RetryPolicy`` does so too, but also after Ctrl+C and SIGTERM: whoever ends such a step would have to
    do it three times over. Those are no ``Exception`` and pass here. What Dagster itself raises is passed on as well.
    """
    try:
        yield
    except DagsterError:
        raise
    except Exception as error:
        raise RetryRequested(max_retries=TIMES, seconds_to_wait=seconds) from error
