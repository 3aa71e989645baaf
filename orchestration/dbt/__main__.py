"""``python -m orchestration.dbt build -s marts`` runs dbt by hand on the working database; without arguments
the project is parsed if need be.
"""

from __future__ import annotations

import os
import sys

from orchestration.dbt.project import DBT_COMMAND, environment, manifest
from orchestration.storage.marker import ForeignFolderError
from orchestration.storage.settings import Settings


def main(arguments: list[str]) -> None:
    """Become dbt with these arguments; without any, only see to it that the project is parsed."""
    settings = Settings.from_environment()
    if not arguments:
        try:
            manifest(settings)
        except ForeignFolderError as refusal:
            print(refusal, file=sys.stderr)
            sys.exit(2)
        return
    os.execve(sys.executable, [*DBT_COMMAND, *arguments], os.environ | environment(settings))


if __name__ == "__main__":
    main(sys.argv[1:])
