"""What starts the job when the raw folder has changed and come to rest."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from dagster import (
    DefaultSensorStatus,
    RunRequest,
    SensorDefinition,
    SensorEvaluationContext,
    SensorResult,
    SkipReason,
    sensor,
)

from orchestration.automation.jobs import WAREHOUSE_JOB
from orchestration.ingest.folder import signature
from orchestration.storage.settings import Settings, automation_is_on

# Somebody who copies forty files into the folder wants one run, not forty.
REST_SECONDS = 20.0
LOOK_EVERY_SECONDS = 15


@dataclass(frozen=True, slots=True)
class Watch:
    """What the sensor remembers: the folder's state, since when it is so, and which state was last run on."""

    state: str = ""
    since: float = 0.0
    run_on: str = ""

    def look(self, state: str, now: float) -> tuple[Watch, bool]:
        """Return what to remember after seeing the folder in a state, and whether a run is due now."""
        if state != self.state:
            return Watch(state, now, self.run_on), False
        if state == self.run_on or now - self.since < REST_SECONDS:
            return self, False
        return Watch(state, self.since, state), True


def raw_folder() -> SensorDefinition:
    """Return the sensor on the raw folder: new, changed and removed files, once the folder is at rest."""

    @sensor(
        name="raw_folder",
        job=WAREHOUSE_JOB,
        minimum_interval_seconds=LOOK_EVERY_SECONDS,
        description="Starts a run when files of the raw folder came, changed or went, and it is at rest.",
        default_status=DefaultSensorStatus.RUNNING if automation_is_on() else DefaultSensorStatus.STOPPED,
    )
    def watch(context: SensorEvaluationContext) -> SensorResult | SkipReason:
        return evaluate(context, Settings.from_environment().raw, time.time())

    return watch


def evaluate(context: SensorEvaluationContext, folder: Path, now: float) -> SensorResult | SkipReason:
    """Look at the folder once; ``now`` is the time in seconds."""
    if not folder.is_dir():
        return SkipReason(f"there is no folder {folder}")
    before = Watch(**json.loads(context.cursor)) if context.cursor else Watch()
    after, due = before.look(signature(folder), now)
    # The time makes the key new when the folder returns to a state that it once had.
    requests = [RunRequest(run_key=f"{after.state}-{after.since:.0f}")] if due else []
    reason = (
        None
        if due
        else ("nothing changed" if after.state == after.run_on else "waiting for the folder to rest")
    )
    return SensorResult(run_requests=requests, cursor=json.dumps(asdict(after)), skip_reason=reason)
