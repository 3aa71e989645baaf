"""dbt as a process that ends with the run that started it.

A run that is killed cannot stop its children, and a dbt left behind would go on writing into the working
database under the next run.
"""

from __future__ import annotations

import os
import sys
import threading
import time


def end_with_parent() -> None:
    """End this process as soon as the one that started it is gone."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    end_with_parent()
    os.chdir(os.environ["ZHIBIAO_DBT_FOLDER"])
    from dbt.cli.main import cli

    sys.argv[0] = "dbt"
    cli()
