"""The run of a mission, step by step, and the watch over running missions.

One runner a mission: it holds an advisory lock of the database, which its death frees. Each step's result is one
transaction that looks at the mission's status under its row lock. So a mission can be paused, stopped, or lose its
worker at any moment, and the next runner goes on with the first undone step.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from celery import Task
from celery.exceptions import Reject
from sqlalchemy import select

from reference.core import clock
from reference.core.database import EVERY_TENANT, TenantSession, transaction
from reference.core.runs import (
    LOOK_SECONDS,
    MOST_BROKEN_RUNS,
    WAIT_AFTER_A_BROKEN_RUN,
    Locks,
    Turn,
    is_outage,
    is_untold,
    look_at_each,
)
from reference.core.settings import settings
from reference.core.tasks import celery
from reference.missions import approvals, changes, probe, rules
from reference.missions.records import Finding, Mission, Target
from reference.missions.steps import finish, give_up, is_done
from reference.tenancy.records import Tenant

LOCKS = Locks(7_301_100)
is_being_run, only_runner = LOCKS.is_held, LOCKS.held
log = logging.getLogger(__name__)


class NotWanted(Exception):
    """The mission was paused or ended while a step waited for its next try; the step stays undone."""


@dataclass(frozen=True)
class Step:
    """What is to be done next: one rule on one target."""

    target_id: UUID
    url: str
    rule: dict[str, Any]
    pause_seconds: float


@celery.task(bind=True, name="missions.run")
def run(task: Task, tenant_id: str, mission_id: str, request_id: str) -> None:
    """Take a mission up where it stands and go on until it ends, is held, or somebody else runs it."""
    runner = Runner(UUID(tenant_id), UUID(mission_id), request_id)
    while runner.is_wanted():
        with only_runner(runner.mission_id) as is_only:
            if not is_only:
                return  # the one who runs it looks again before it leaves
            try:
                runner.run()
            except Exception as error:
                if is_outage(error) or is_untold(error):
                    raise  # missions.watch takes the mission up again
                log.exception("mission %s met something unforeseen, request %s", mission_id, request_id)
                runner.count_broken_run()
        if runner.must_leave():
            raise Reject("the worker is shutting down, or the runner's turn is over", requeue=True)


@celery.task(name="missions.watch")
def watch() -> None:
    """End missions that are over their time, and approvals that are; queue running missions that nobody runs."""
    with transaction(EVERY_TENANT) as session:
        watched = session.execute(select(Mission.tenant_id, Mission.id).join(Tenant, Tenant.id == Mission.tenant_id)
                                  .where(Mission.status.in_(rules.COUNTED_AS_RUNNING), Tenant.status == "active")).all()
    look_at_each(watched, look_at, "the look at mission %s met something unforeseen")


def look_at(session: TenantSession, mission_id: UUID) -> None:
    """What is to be done about one that was found, if it still is there."""
    mission = changes.lock(session, mission_id)
    if mission is not None and mission.status in rules.COUNTED_AS_RUNNING:
        look_after(session, mission)


def look_after(session: TenantSession, mission: Mission) -> None:
    """What time and lost workers have done to a mission that runs or waits for approval."""
    if is_over_time(mission):
        changes.fail_over_time(session, mission)
    elif mission.status == "awaiting_approval":
        approvals.expire(session, mission)
    elif not is_being_run(session, mission.id):
        log.info("mission %s is taken up again", mission.id)
        changes.queue_run(session, mission, mission.request_id)


def is_over_time(mission: Mission) -> bool:
    """Whether the mission has run longer than it may. Pauses do not count."""
    running = (clock.now() - mission.running_since).total_seconds() if mission.running_since else 0.0
    return mission.ran_seconds + running > mission.constraints["max_duration_minutes"] * 60


class Runner:
    """Runs one mission. ``run`` returns when there is nothing to do for it now."""

    def __init__(self, tenant_id: UUID, mission_id: UUID, request_id: str) -> None:
        self.tenant_id = tenant_id
        self.mission_id = mission_id
        self.request_id = request_id
        self.must_leave = Turn().is_over

    def count_broken_run(self) -> None:
        """Wait a little before the next run; after some in a row that broke the mission has failed."""
        with transaction(self.tenant_id) as session:
            mission = changes.lock(session, self.mission_id)
            if mission is None or mission.status != "running":
                return
            mission.broken_runs += 1
            if mission.broken_runs >= MOST_BROKEN_RUNS:
                changes.set_status(session, mission, "failed", "run_broken")
        self._wait(WAIT_AFTER_A_BROKEN_RUN)

    def is_wanted(self) -> bool:
        """Whether the mission runs, in a tenant that is not suspended."""
        with transaction(self.tenant_id) as session:
            found = session.execute(select(Mission.status, Tenant.status)
                                    .join(Tenant, Tenant.id == Mission.tenant_id)
                                    .where(Mission.id == self.mission_id)).one_or_none()
        return found is not None and tuple(found) == ("running", "active")

    def run(self) -> None:
        log.info("mission %s runs, request %s", self.mission_id, self.request_id)
        try:
            step = self._next_step()
            while step is not None and not self.must_leave():
                if step.pause_seconds and not self._wait(step.pause_seconds):
                    break
                step = self._record(step, self._ask(step))
            while step is None and not self.must_leave() and self._next_phase():
                pass
        except NotWanted:
            pass
        log.info("mission %s is left, request %s", self.mission_id, self.request_id)

    @contextmanager
    def _while_running(self) -> Iterator[tuple[TenantSession, Mission | None]]:
        """A transaction with the mission's locked row; None where it does not run any more."""
        with transaction(self.tenant_id) as session:
            mission = changes.lock(session, self.mission_id)
            if mission is not None and mission.status == "running" and is_over_time(mission):
                changes.fail_over_time(session, mission)
            yield session, mission if mission is not None and mission.status == "running" else None

    def _next_step(self) -> Step | None:
        with self._while_running() as (session, mission):
            return self._choose(session, mission) if mission is not None else None

    def _choose(self, session: TenantSession, mission: Mission) -> Step | None:
        """The first undone step; its target is being surveyed from now on. None also where it is asked for first."""
        if mission.phase != "surveying":
            return None
        for target in session.scalars(select(Target).where(Target.mission_id == mission.id,
                                                           Target.status.in_(("pending", "surveying")))
                                      .order_by(Target.position)):
            if target.status == "pending":
                target.status = "surveying"
                changes.announce_target(session, target)
            if is_done(mission, target):  # a mission without rules: nothing to ask
                finish(session, target, None)
                continue
            rule = mission.rules[target.steps_done + target.steps_skipped]
            if not approvals.is_needed(session, mission, target, rule):
                return Step(target.id, target.url, rule, mission.constraints["pause_ms"] / 1000)
            approvals.ask(session, mission, target, rule)
            return None
        return None

    def _wait(self, seconds: float) -> bool:
        """Wait before a step; False as soon as the mission is not wanted any more."""
        deadline = time.monotonic() + seconds
        while True:
            if self.must_leave() or not self.is_wanted():
                return False
            left = deadline - time.monotonic()
            if left <= 0:
                return True
            time.sleep(min(left, LOOK_SECONDS))

    def _ask(self, step: Step) -> probe.TargetResponse | None:
        """The target's answer, None after three tries without one; NotWanted between tries ends them."""
        url = rules.address_of_step(step.url, step.rule["check"])
        for attempt in range(probe.TRIES):
            if attempt and not self._wait(probe.WAITS_SECONDS[attempt - 1]):
                raise NotWanted
            try:
                return probe.ask(url, self.request_id, settings().allowed_networks)
            except probe.NoAnswer as error:
                log.info("mission %s: no answer from a target (%s), try %s", self.mission_id, error, attempt + 1)
        return None

    def _record(self, step: Step, response: probe.TargetResponse | None) -> Step | None:
        """Store what a step brought; answers the next. A pause meanwhile loses nothing, an end keeps the record."""
        with transaction(self.tenant_id) as session:
            mission = changes.lock(session, self.mission_id)
            if mission is None or mission.status not in ("running", "paused"):
                return None
            target = session.get_one(Target, step.target_id)
            if response is None:
                give_up(session, mission, target)
            else:
                target.steps_done += 1
                store_finding(session, target, step.rule, response)
                if is_done(mission, target):
                    finish(session, target, response)
            mission.broken_runs = 0
            changes.count_progress(session, mission)
            return self._choose(session, mission) if mission.status == "running" else None

    def _next_phase(self) -> bool:
        """One phase further, when every target is done; False where the mission has ended or is not running."""
        with self._while_running() as (session, mission):
            if mission is None:
                return False
            if mission.phase == "surveying":
                return not has_undone_targets(session, mission) and begin_analysing(session, mission)
            if mission.phase == "analysing":
                mission.phase, mission.progress = "reporting", rules.PROGRESS_OF_PHASE["reporting"]
                changes.judge(session, mission, ("report",), changes.announce_progress(session, mission))
                return True
            mission.phase, mission.progress = None, 100
            changes.announce_progress(session, mission)
            changes.set_status(session, mission, "completed")
            return False


def has_undone_targets(session: TenantSession, mission: Mission) -> bool:
    """Whether something is left to survey: so after a pause that was over before its runner had left."""
    undone = select(Target.id).where(Target.mission_id == mission.id, Target.status.in_(("pending", "surveying")))
    return session.scalar(undone.limit(1)) is not None


def begin_analysing(session: TenantSession, mission: Mission) -> bool:
    """Settle risk and goals; a mission of which no target was reached has failed (False)."""
    numbers = changes.statistics(session, mission)
    if numbers.targets_surveyed == 0:
        changes.set_status(session, mission, "failed", "no_target_reachable")
        return False
    mission.phase, mission.progress = "analysing", rules.PROGRESS_OF_PHASE["analysing"]
    changes.recount_risk(session, mission)
    changes.announce_progress(session, mission)
    changes.judge(session, mission, tuple(goal for goal in rules.GOALS if goal != "report"), numbers)
    return True


def store_finding(session: TenantSession, target: Target, rule: dict[str, Any], response: probe.TargetResponse) -> None:
    """Store what the rule's check shows; one finding for each target and rule, however often it is seen."""
    evidence = rules.evidence(rule["check"], response.status, response.headers, response.body)
    if evidence is None:
        return
    moment = clock.now()
    which = {"mission_id": target.mission_id, "target_id": target.id, "rule_id": UUID(rule["id"])}
    known = session.scalar(select(Finding).filter_by(**which))
    if known is not None:
        known.last_seen_at = moment
        return
    finding = Finding(**which, code=rule["code"], title=rule["title"], category=rule["category"],
                      severity=rule["severity"], recommendation=rule["recommendation"], evidence=evidence,
                      first_seen_at=moment, last_seen_at=moment)
    session.add(finding)
    changes.announce_finding(session, finding)
