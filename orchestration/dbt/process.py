"""dbt as a process that ends with the run that started it, and that may be started before it is needed.

A run that is killed cannot stop its children, and a dbt left behind would go on writing into the working
database under the next run.

Importing dbt takes seconds of a core. ``make warehouse`` lets a process do so in advance, on the second core:
it waits at a socket for the one command it will run, and for the output that this command writes to.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
import time
from typing import Any

from orchestration.processes.imports import end_now, many_imports

STANDBY = "ZHIBIAO_DBT_STANDBY"


def end_with_parent() -> None:
    """End this process as soon as the one that started it is gone."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def run(arguments: list[str]) -> int:
    """Run dbt in this process and return its exit code."""
    from dbt.cli.main import cli

    sys.argv = ["dbt", *arguments]
    try:
        cli(prog_name="dbt")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        _close_database()
    return 0


def _close_database() -> None:
    """Let go of the database, written out whole, before the run is told that dbt has ended."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    try:
        database: Any = DuckDBConnectionManager.env()
    except Exception:
        # A bare one, where the command has opened none.
        return
    database.close()


def stand_by(address: str) -> None:
    """Import dbt, then wait for one command; take over its environment and output, run it, tell the end.

    The address is a name in the present folder: a whole path may be longer than a socket's name can be.
    """
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(1)
        with many_imports():
            import dbt.adapters.duckdb
            import dbt.cli.main
            import dbt.task.build  # noqa: F401

        connection, _ = listener.accept()
    with connection:
        message, outputs, _, _ = socket.recv_fds(connection, 65_536, 2)
        while more := connection.recv(65_536):
            message += more
        for number, output in enumerate(outputs, start=1):
            os.dup2(output, number)
        command = json.loads(message)
        os.environ.clear()
        os.environ.update(command["environment"])
        code = run(command["arguments"])
        sys.stdout.flush()
        connection.send(bytes([code]))


def hand_over(address: str, arguments: list[str]) -> int | None:
    """Let the process that stands by run the command; None where there is none."""
    command = {"arguments": arguments, "environment": dict(os.environ)}
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(address)
            message = json.dumps(command).encode()
            sent = socket.send_fds(connection, [message], [1, 2])
            connection.sendall(message[sent:])
            connection.shutdown(socket.SHUT_WR)
            answer = connection.recv(1)
    except OSError:
        return None
    return answer[0] if answer else 1


def main(arguments: list[str]) -> int:
    """Run dbt with these arguments, here or in the process that stands by, in the folder of the database."""
    end_with_parent()
    os.chdir(os.environ["ZHIBIAO_DBT_FOLDER"])
    if arguments[:1] == ["--stand-by"]:
        stand_by(arguments[1])
        return 0
    if address := os.environ.get(STANDBY):
        code = hand_over(address, arguments)
        if code is not None:
            return code
    return run(arguments)


if __name__ == "__main__":
    end_now(main(sys.argv[1:]))
