"""What reaches the screen of a run's events: steps, warnings, and of a failure the reason, once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dagster import Failure, OpExecutionContext, job, op, resource

from orchestration.resources.console import console
from orchestration.resources.screen import on_screen
from orchestration.storage.lock import LockRefusedError
from orchestration.storage.settings import Settings


@pytest.fixture
def said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Run a job of one step that does something, on a screen; return what it said."""
    monkeypatch.delenv("VERBOSE", raising=False)

    def run(act: Callable[[OpExecutionContext], None], broken_resource: Exception | None = None) -> str:
        @resource
        def needed() -> None:
            if broken_resource:
                raise broken_resource

        @op(required_resource_keys={"needed"})
        def landing(context: OpExecutionContext) -> None:
            act(context)

        @job(logger_defs={"console": console}, resource_defs={"needed": needed})
        def tried() -> None:
            landing()

        with on_screen(Settings(tmp_path / "raw", tmp_path / "data")):
            tried.execute_in_process(run_config={"loggers": {"console": {}}}, raise_on_error=False)
        return capsys.readouterr().err

    return run


def test_a_good_step_is_two_lines_with_the_start(said: Callable[..., str]) -> None:
    lines = said(lambda context: None).splitlines()
    assert [line.split()[1] for line in lines] == ["start", "landing"]


def test_what_an_asset_says_is_told_and_chatter_is_not(said: Callable[..., str]) -> None:
    def talk(context: OpExecutionContext) -> None:
        context.log.info("landed 5 of 5 files")
        context.log.debug("a detail")
        context.log.info("Dependencies for step dbt")

    told = said(talk)
    assert "landed 5 of 5 files" in told
    assert "a detail" not in told
    assert "Dependencies for step" not in told


def test_with_verbose_chatter_is_told(said: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBOSE", "1")
    assert "Dependencies for" in said(lambda context: context.log.info("Dependencies for step dbt"))


def test_a_foreseen_failure_gives_its_reason_once_and_no_stack(said: Callable[..., str]) -> None:
    def fail(context: OpExecutionContext) -> None:
        raise Failure("checks that could not run: spans")

    told = said(fail)
    assert told.count("checks that could not run: spans") == 1
    assert "Stack Trace" not in told
    assert "landing" in told


def test_an_unforeseen_failure_shows_where_it_was(said: Callable[..., str]) -> None:
    def fail(context: OpExecutionContext) -> None:
        raise ValueError("no such thing")

    told = said(fail)
    assert told.count("ValueError: no such thing") == 1
    assert "test_console.py" in told


def test_what_no_step_is_to_blame_for_is_told_too(said: Callable[..., str]) -> None:
    told = said(lambda context: None, broken_resource=MemoryError("too little"))
    assert "MemoryError: too little" in told


def test_a_lock_that_is_refused_is_told_in_a_sentence(said: Callable[..., str]) -> None:
    told = said(lambda context: None, broken_resource=LockRefusedError("the lock is another user's"))
    assert told.count("the lock is another user's") == 1
    assert "Traceback" not in told
    assert "Stack Trace" not in told
