"""A step that stumbles is tried again; one that is told to end, ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest
from dagster import job, op

from orchestration.definitions import defs
from orchestration.resources.retries import TIMES, tried_again


def attempts_at(work: Callable[[int], None]) -> tuple[int, bool]:
    """Run a job of one step; return how often it was begun, and whether it succeeded at last."""
    begun: list[int] = []

    @op
    def step() -> None:
        begun.append(len(begun))
        with tried_again(seconds=0):
            work(begun[-1])

    @job
    def one_step() -> None:
        step()

    succeeded = one_step.execute_in_process(raise_on_error=False).success
    return len(begun), succeeded


def stumble_once(attempt: int) -> None:
    if attempt == 0:
        raise OSError("the share is not there")


def stumble(_: int) -> None:
    raise OSError("the share is not there")


def test_a_step_that_stumbles_is_tried_again() -> None:
    assert attempts_at(stumble_once) == (2, True)


def test_a_step_that_goes_on_stumbling_fails() -> None:
    assert attempts_at(stumble) == (1 + TIMES, False)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_step_that_is_told_to_end_is_not_tried_again(told: signal.Signals) -> None:
    assert attempts_at(lambda _: os.kill(os.getpid(), told)) == (1, False)


def test_no_step_has_a_policy_that_begins_it_again_when_it_is_told_to_end() -> None:
    nodes = defs.resolve_job_def("warehouse").nodes
    assert {node.name for node in nodes} > {"landing", "published__warehouse"}
    assert not [node.name for node in nodes if node.retry_policy or node.definition.retry_policy]
