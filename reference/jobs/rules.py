"""The rules of jobs, apart from HTTP and SQL: states, types, limits, times."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

STATUSES = ("pending", "running", "completed", "failed", "cancelled")
RUNNERS = ("platform", "external")

# from each status, where it can go
TRANSITIONS: dict[str, tuple[str, ...]] = {
    "pending": ("running", "cancelled"),
    "running": ("completed", "failed", "cancelled"),
    "completed": (),
    "failed": (),
    "cancelled": (),
}
ACTIVE = ("pending", "running")
FINAL = ("completed", "failed", "cancelled")
REPORTED = ("running", "completed", "failed")  # what an outside runner can say of its job


@dataclass(frozen=True)
class JobType:
    """A kind of work: on which queue it waits, and whether it makes a file."""

    queue: str
    makes_file: bool = False


TYPES: dict[str, JobType] = {
    "analysis": JobType("default"),
    "export": JobType("reports", makes_file=True),
    "batch_analysis": JobType("bulk"),
    "batch_export": JobType("bulk", makes_file=True),
}

MOST_BYTES = 64 * 1024  # of parameters, and of what an outside runner brings, as JSON
MOST_LEVELS = 100  # lists and objects within each other
MOST_TAGS = 20
MOST_IN_A_BATCH = 100
LONGEST_PAUSE_MS = 5000
LONGEST_DELAY = 3600
TIMEOUT_SECONDS = 600
LONGEST_TIMEOUT = 7200
# Of files, with what the interface description calls what is in them.
MEDIA_TYPES = {"application/json": "object", "text/html": "string", "text/csv": "string", "application/zip": "string",
               "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "string"}
FILES_KEPT = timedelta(days=7)

# What a task of the queue would say of a job's, by the job's status: it is dispatched, else nothing is queued.
QUEUE_STATES = {"pending": "queued", "running": "started", "completed": "succeeded", "failed": "failed",
                "cancelled": "revoked"}
NOT_QUEUED = "not_queued"

# Why a job failed, in words for people.
FAILURES = {
    "timeout": "The job ran longer than its time limit.",
    "unreadable_manifest": "The package.json of the repository cannot be read.",
    "repository_deleted": "The repository was deleted before it could be analysed.",
    "analysis_deleted": "An analysis was deleted before it could be exported.",
    "all_failed": "None of the repositories could be analysed.",
    "unforeseen": "The job could not be done.",
}


def is_over(status: str) -> bool:
    return status in FINAL


def makes_file(job_type: str, runner: str) -> bool:
    """Whether such a job has a file when it is completed: an outside runner brings a result, and no file."""
    return runner == "platform" and TYPES[job_type].makes_file


def queue_state(status: str, is_dispatched: bool) -> str:
    return QUEUE_STATES[status] if is_dispatched else NOT_QUEUED


def can_be_deleted(status: str, is_dispatched: bool) -> bool:
    """What has ended, or was never begun and waits nowhere."""
    return is_over(status) or (status == "pending" and not is_dispatched)


def is_over_time(started_at: datetime, timeout_seconds: int, moment: datetime) -> bool:
    return moment - started_at > timedelta(seconds=timeout_seconds)


def duration(started_at: datetime | None, completed_at: datetime) -> float | None:
    """In seconds, with three decimals; None for what never began."""
    return None if started_at is None else round((completed_at - started_at).total_seconds(), 3)


def is_file_over(completed_at: datetime, moment: datetime) -> bool:
    return moment >= completed_at + FILES_KEPT


def share(done: int, total: int) -> int:
    """Percent of a batch, rounded down."""
    return 100 * done // total


def success_rate(by_status: Mapping[str, int]) -> float | None:
    """Percent of the completed among those that ended by themselves, half up; None where there are none."""
    ended = by_status["completed"] + by_status["failed"]
    return math.floor(1000 * by_status["completed"] / ended + 0.5) / 10 if ended else None


def mean_duration(means: Mapping[str, float | None]) -> float | None:
    """Of the mean of each state that which counts: how long the completed took."""
    return means.get("completed")


def error(code: str) -> dict[str, Any]:
    """What a failed job says of its failure."""
    return {"code": code, "message": FAILURES[code]}
