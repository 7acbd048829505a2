"""One run of a job: what its work may do while it is wanted, each time in a transaction of its own.

Whatever the work writes, it writes under the job's row lock, and only while the job runs and this attempt is its last: so
a job can be cancelled, deleted, or lose its worker at any moment, and nothing that comes later counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select

from reference.core.database import TenantSession, transaction
from reference.core.runs import LOOK_SECONDS
from reference.jobs import changes
from reference.jobs.records import Job
from reference.projects.records import Project


class NotWanted(Exception):
    """The job has ended, or somebody else goes on with it."""


class OverTime(Exception):
    """The job has run longer than it may."""


class Impossible(Exception):
    """What is to be done cannot be: why is one of rules.FAILURES."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Run:
    """What the work of a job is given. ``done``: how much of a batch was done before."""

    def __init__(self, job: Job, must_leave: Callable[[], bool]) -> None:
        self.tenant_id, self.job_id, self.project_id = job.tenant_id, job.id, job.project_id
        self.job_type, self.attempt, self.done = job.job_type, job.attempt, len(job.entries)
        self.parameters: dict[str, Any] = job.parameters
        self._must_leave = must_leave

    @contextmanager
    def reading(self) -> Iterator[TenantSession]:
        """A transaction that holds up nobody: the job can be cancelled meanwhile."""
        with transaction(self.tenant_id) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[tuple[TenantSession, Job]]:
        """A transaction with the job's locked row; raises NotWanted or OverTime. The project stays meanwhile."""
        with transaction(self.tenant_id) as session:
            session.scalar(select(Project.id).where(Project.id == self.project_id)
                           .with_for_update(read=True, key_share=True))
            job = self.locked(session)
            if job is None:
                raise NotWanted
            if changes.is_over_time(job):
                raise OverTime
            yield session, job

    def locked(self, session: TenantSession) -> Job | None:
        """The job, for this transaction alone; None where it has ended, or another attempt has begun."""
        job = changes.lock(session, self.job_id)
        return job if job is not None and (job.status, job.attempt) == ("running", self.attempt) else None

    def step(self, progress: int, words: str) -> None:
        """So far it is now."""
        with self.writing() as (session, job):
            changes.set_progress(session, job, progress, words)

    def wait(self, seconds: float) -> None:
        """Wait between two parts of the work; raises NotWanted or OverTime as soon as it is so."""
        deadline = time.monotonic() + seconds
        while True:
            if self._must_leave():
                raise NotWanted
            with self.writing():
                pass
            left = deadline - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, LOOK_SECONDS))
