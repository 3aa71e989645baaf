"""What starts the job by the clock."""

from __future__ import annotations

from dagster import DefaultScheduleStatus, ScheduleDefinition

from orchestration.automation.jobs import WAREHOUSE_JOB
from orchestration.storage.settings import automation_is_on


def every_morning() -> ScheduleDefinition:
    """Return the daily schedule, 06:00 in China."""
    return ScheduleDefinition(
        name="every_morning",
        job=WAREHOUSE_JOB,
        cron_schedule="0 6 * * *",
        execution_timezone="Asia/Shanghai",
        description="Daily at 06:00, China time.",
        default_status=DefaultScheduleStatus.RUNNING if automation_is_on() else DefaultScheduleStatus.STOPPED,
    )
