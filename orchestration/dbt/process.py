"""dbt in a process of its own, which a run may start before it needs it, and which ends with the run.

Importing dbt and loading the parsed project takes two seconds of a core; ``make warehouse`` has it done on the second
one meanwhile. A run that is killed cannot stop its children, and a dbt left behind would go on writing into the working
database under the next run: so the process watches the one that started it. dbt is called by its own interface for
programs, ``dbtRunner``.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orchestration.dbt.command import close_database
from orchestration.processes.imports import end_now, many_imports
from orchestration.processes.workers import end_with_parent

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

SKIPPED = "skipped"
PARTIAL = "partial_parse.msgpack"
# A fresh interpreter: it must inherit neither the lock nor open databases.
_CONTEXT = multiprocessing.get_context("spawn")
_ready: list[DbtProcess] = []


@dataclass(frozen=True, slots=True)
class NodeResult:
    """What came of a node of the project: dbt's own words and seconds.

    ``failures`` is the number that a test counted, and ``sql`` its query, where it did not pass.
    """

    unique_id: str
    status: str
    seconds: float
    failures: int = 0
    message: str = ""
    sql: str = ""


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a command: whether all went well, the nodes, and dbt's words where it came to none."""

    succeeded: bool
    results: tuple[NodeResult, ...] = ()
    error: str = ""


class DbtProcess:
    """A process with dbt imported and the project loaded, for one command.

    ``environment`` is what dbt is told (``project.environment``), ``parsed`` the folder where the project lies parsed.
    ``at_once`` says whether it lies there already; else it is loaded when the command comes.
    """

    def __init__(self, environment: Mapping[str, str], parsed: Path, at_once: bool) -> None:
        self._pipe, other = _CONTEXT.Pipe()
        arguments = (other, dict(environment), parsed, at_once)
        self._process = _CONTEXT.Process(target=_serve, args=arguments, name="dbt", daemon=True)
        self._process.start()
        other.close()

    def run(self, environment: Mapping[str, str], arguments: Sequence[str]) -> Iterator[str | Build]:
        """Run a command: give each line that dbt says, and at last what came of it.

        Raises ``RuntimeError`` where the process ends before that.
        """
        try:
            self._pipe.send((dict(environment), list(arguments)))
            while not isinstance(told := self._pipe.recv(), Build):
                yield told
        except (EOFError, OSError) as error:
            raise RuntimeError("dbt's process ended before its command did") from error
        # The database is free when the process is gone, and not before.
        self._process.join()
        yield told

    def end(self) -> None:
        """End the process, whatever it does and whichever signals it holds back."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


@contextmanager
def standing_by(process: DbtProcess) -> Iterator[None]:
    """Have this process at hand for whoever needs dbt; end it afterwards."""
    _ready.append(process)
    try:
        yield
    finally:
        if process in _ready:
            _ready.remove(process)
        process.end()


def process_at_hand() -> DbtProcess | None:
    """Take the process that stands by, if there is one: it runs one command."""
    return _ready.pop() if _ready else None


def _serve(pipe: Connection, environment: dict[str, str], parsed: Path, at_once: bool) -> None:
    """Make ready, then run the one command that comes, telling its lines and its end."""
    end_with_parent()
    _be_told(environment)
    with many_imports():
        import dbt.adapters.duckdb
        import dbt.task.build  # noqa: F401
        from dbt.cli.main import dbtRunner

        manifest = _load(parsed) if at_once else None
    try:
        environment, arguments = pipe.recv()
    except EOFError:
        return  # The run is gone.
    _be_told(environment)
    manifest = manifest or _load(parsed)
    speaking = threading.Lock()

    def tell(event: Any) -> None:
        if event.info.level in ("info", "warn", "error") and event.info.msg:
            with speaking:
                pipe.send(event.info.msg)

    # What dbt would print is told; its threads print nothing beside it.
    outcome = dbtRunner(manifest, callbacks=[tell]).invoke(
        ["--log-level", "none", "--no-write-json", *arguments]
    )
    error = str(outcome.exception) if outcome.exception else ""
    results = tuple(_result(each) for each in getattr(outcome.result, "results", ()))
    close_database()
    pipe.send(Build(outcome.success, results, error))
    end_now(0)


def _be_told(environment: Mapping[str, str]) -> None:
    """Take over what dbt is to be told; what the caller has set for a dbt of his own is not ours."""
    for name in [name for name in os.environ if name.startswith("DBT_")]:
        del os.environ[name]
    os.environ.update(environment)
    os.chdir(environment["ZHIBIAO_DBT_FOLDER"])


def _load(parsed: Path) -> Manifest | None:
    """Return the project as it was parsed last, brought in line with the profile; None where dbt cannot."""
    from dbt.cli.main import dbtRunner

    # dbt keeps what it parses in the target path: a run's own, so that no two runs write there.
    target = Path(os.environ["DBT_TARGET_PATH"])
    target.mkdir(parents=True, exist_ok=True)
    if (parsed / PARTIAL).is_file():
        shutil.copyfile(parsed / PARTIAL, target / PARTIAL)
    manifest: Manifest | None = (
        dbtRunner().invoke(["--log-level", "none", "--no-write-json", "parse"]).result  # type: ignore[assignment]
    )
    return manifest


def _result(result: Any) -> NodeResult:
    status = str(result.status)
    told = status not in ("success", "pass", SKIPPED)
    return NodeResult(
        result.node.unique_id,
        status,
        float(result.execution_time),
        int(result.failures or 0),
        str(result.message or "") if told else "",
        str(getattr(result.node, "compiled_code", "") or "") if told else "",
    )
