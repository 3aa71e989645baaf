"""The folder in which Dagster keeps its runs and events."""

from __future__ import annotations

import os
import shutil

from orchestration.storage.marker import claim
from orchestration.storage.settings import PROJECT, Settings


def prepare_home(settings: Settings) -> None:
    """Make DATA/state/dagster with the project's settings in it, and name it to Dagster.

    Raises ``FolderRefusedError`` where DATA holds what no run has made and one would replace.
    """
    claim(settings.data)
    settings.dagster_home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(
        PROJECT / "orchestration" / "runtime" / "dagster.yaml", settings.dagster_home / "dagster.yaml"
    )
    os.environ["DAGSTER_HOME"] = str(settings.dagster_home)
    os.environ["ZHIBIAO_RAW"] = str(settings.raw)
    os.environ["ZHIBIAO_DATA"] = str(settings.data)
