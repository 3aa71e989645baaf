"""The steps of a run as a person is told of them: what each does, and about how long it takes."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass

from orchestration.storage.settings import Settings

# How long the steps take is remembered for the next run.
_REMEMBERED = "durations.json"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the job; seconds as measured on two cores, ``each`` for a file of the raw folder."""

    key: str
    title: str
    seconds: float
    each: float = 0.0


# In the order of a run. `start` is no step of Dagster's: the imports before the first one.
STEPS = (
    Step("start", "Starting 启动", 5),
    Step("landing", "Taking up files 入库", 0.5, 0.002),
    Step("raw_checks", "Checking files 查文件", 0.5, 0.001),
    Step("vintage", "Recalling last version 上版", 0.5, 0.001),
    Step("reading", "Reading reports 读取", 1, 0.045),
    Step("extracted_checks", "Checking figures 查数量", 1.5, 0.015),
    Step("checked", "Setting aside 隔离", 0.5),
    Step("dbt", "Building tables, dbt 建表", 7, 0.01),
    Step("marts_checks", "Checking tables 查各表", 0.5, 0.005),
    Step("quality", "Quality reports 质量报告", 0.5, 0.002),
    Step("published__warehouse", "Publishing 发布", 1, 0.01),
    Step("exports_and_site", "Exports, site 导出", 1.5, 0.025),
)
TITLES = {step.key: step.title for step in STEPS}


def expected_seconds(settings: Settings) -> dict[str, float]:
    """Return about how many seconds each step will take: as in the last run here, else as elsewhere."""
    try:
        files = sum(1 for _ in os.scandir(settings.raw))
    except OSError:
        files = 0
    expected = {step.key: step.seconds + step.each * files for step in STEPS}
    try:
        remembered = json.loads((settings.state / _REMEMBERED).read_text(encoding="utf-8"))
        expected |= {key: float(seconds) for key, seconds in remembered.items() if key in expected}
    except (OSError, ValueError, TypeError, AttributeError):
        pass
    return expected


def remember_seconds(settings: Settings, seconds: Mapping[str, float]) -> None:
    """Keep how long the steps of a run took that did its work; a guess is not worth failing for."""
    try:
        text = json.dumps({key: round(value, 2) for key, value in seconds.items()}, indent=1)
        (settings.state / _REMEMBERED).write_text(text, encoding="utf-8")
    except OSError:
        pass
