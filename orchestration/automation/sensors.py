"""What starts the job when the raw folder is not as the last run that came through has left it."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from dagster import (
    DagsterInstance,
    DagsterRunStatus,
    DefaultSensorStatus,
    RunRequest,
    RunsFilter,
    SensorDefinition,
    SensorEvaluationContext,
    SensorResult,
    SkipReason,
    sensor,
)

from orchestration.automation.jobs import WAREHOUSE_JOB
from orchestration.ingest.folder_state import Entry, carried_through, entries
from orchestration.resources.runs import UNFINISHED, close_dead_runs
from orchestration.storage.settings import Settings, automation_is_on

LOOK_EVERY_SECONDS = 15
# Somebody who copies forty files into the folder wants one run, not forty.
REST_SECONDS = 20.0
# But a file that keeps growing holds up those beside it no longer than this.
MOST_WAIT_SECONDS = 60.0
# A run that did not come through is tried again, later each time.
FIRST_PAUSE_SECONDS = 120.0
LONGEST_PAUSE_SECONDS = 6 * 3600.0


@dataclass(frozen=True, slots=True)
class Watch:
    """What the sensor remembers: since when the folder differs, and what a run was last asked for, and when."""

    since: float = 0.0
    asked_for: str = ""
    asked_at: float = 0.0
    tries: int = 0

    @property
    def next_try(self) -> float:
        """When what a run was last asked for may be asked for again."""
        pause: float = min(FIRST_PAUSE_SECONDS * 4.0 ** (self.tries - 1), LONGEST_PAUSE_SECONDS)
        return self.asked_at + pause


def raw_folder() -> SensorDefinition:
    """Return the sensor on the raw folder: new, changed and removed files, once they are at rest."""

    @sensor(
        name="raw_folder",
        job=WAREHOUSE_JOB,
        minimum_interval_seconds=LOOK_EVERY_SECONDS,
        description="Starts a run when files of the raw folder came, changed or went, and are at rest.",
        default_status=DefaultSensorStatus.RUNNING if automation_is_on() else DefaultSensorStatus.STOPPED,
    )
    def watch(context: SensorEvaluationContext) -> SensorResult | SkipReason:
        settings = Settings.from_environment()
        # A run that died would hold its place in the queue for ever; nothing else looks after it.
        close_dead_runs(context.instance, settings)
        return evaluate(context, settings, time.time())

    return watch


def evaluate(context: SensorEvaluationContext, settings: Settings, now: float) -> SensorResult | SkipReason:
    """Look at the folder once; ``now`` is the time in seconds since 1970."""
    try:
        present = entries(settings.raw)
    except NotADirectoryError as error:
        return SkipReason(str(error))
    watch = _remembered(context.cursor)
    before = carried_through(settings.carried_through)
    resting, moving = _differences(present, before, now)
    if not resting and not moving:
        return _wait(Watch(), "nothing changed")
    watch = watch if watch.since else Watch(since=now)
    if _is_busy(context.instance):
        return _wait(watch, "a run is under way")
    key = hashlib.sha256(json.dumps(sorted(resting.items())).encode()).hexdigest()[:16]
    if not resting or now - watch.since < (MOST_WAIT_SECONDS if moving else REST_SECONDS):
        return _wait(watch, "waiting for the folder to rest")
    if key == watch.asked_for and now < watch.next_try:
        again = datetime.fromtimestamp(watch.next_try, UTC).astimezone()
        return _wait(watch, f"the last run on this did not come through; the next try is at {again:%H:%M:%S}")
    tries = watch.tries + 1 if key == watch.asked_for else 1
    asked = Watch(watch.since, key, now, tries)
    return SensorResult(
        run_requests=[RunRequest(run_key=f"{key}-{now:.0f}")], cursor=json.dumps(asdict(asked))
    )


def _differences(
    present: Mapping[str, Entry], before: Mapping[str, str], now: float
) -> tuple[dict[str, str], list[str]]:
    """Return the entries that differ from what was carried through and are at rest, and those that still move."""
    resting = {name: "gone" for name in before if name not in present}
    moving = []
    for name, entry in present.items():
        if before.get(name) == entry.state:
            continue
        # A change to come is a clock that was set back: nothing to wait for.
        if 0 <= now - entry.changed < REST_SECONDS:
            moving.append(name)
        else:
            resting[name] = entry.state
    return resting, moving


def _is_busy(instance: DagsterInstance) -> bool:
    statuses = [*UNFINISHED, DagsterRunStatus.QUEUED, DagsterRunStatus.NOT_STARTED]
    return instance.get_runs_count(RunsFilter(job_name=WAREHOUSE_JOB.name, statuses=statuses)) > 0


def _remembered(cursor: str | None) -> Watch:
    try:
        return Watch(**json.loads(cursor)) if cursor else Watch()
    except (ValueError, TypeError):
        return Watch()


def _wait(watch: Watch, reason: str) -> SensorResult:
    return SensorResult(cursor=json.dumps(asdict(watch)), skip_reason=reason)
