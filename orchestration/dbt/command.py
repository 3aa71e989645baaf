"""dbt's command line as a process that ends with the one that started it: what is parsed, documented or done by hand."""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import Any

from orchestration.processes.imports import end_now


def end_with_parent() -> None:
    """End this process as soon as the one that started it is gone."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def main(arguments: list[str]) -> int:
    """Run dbt with these arguments in the folder of the database; return its exit code."""
    end_with_parent()
    os.chdir(os.environ["ZHIBIAO_DBT_FOLDER"])
    from dbt.cli.main import cli

    sys.argv = ["dbt", *arguments]
    try:
        cli(prog_name="dbt")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        close_database()
    return 0


def close_database() -> None:
    """Have the database that dbt holds open written out whole, before the process ends in haste."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    try:
        database: Any = DuckDBConnectionManager.env()
    except Exception:
        # A bare one, where the command has opened none.
        return
    database.close()


if __name__ == "__main__":
    end_now(main(sys.argv[1:]))
