"""How a target's steps are counted: done, skipped because it does not answer, skipped because nobody allowed them."""

from __future__ import annotations

from reference.core import clock
from reference.core.database import TenantSession
from reference.missions import changes, probe
from reference.missions.records import Mission, Target


def finish(session: TenantSession, target: Target, response: probe.TargetResponse | None) -> None:
    """All steps of the target are done."""
    target.status, target.surveyed_at = "surveyed", clock.now()
    if response is not None:
        target.http_status, target.response_ms = response.status, response.milliseconds
    changes.announce_target(session, target)


def give_up(session: TenantSession, mission: Mission, target: Target) -> None:
    """The target does not answer: what is left of its steps is skipped."""
    target.steps_skipped = len(mission.rules) - target.steps_done
    target.status = "unreachable"
    changes.announce_target(session, target)


def leave_out(session: TenantSession, mission: Mission, target: Target) -> None:
    """The target's next step was not allowed: it is skipped, and stays so when the mission is retried."""
    target.steps_skipped += 1
    target.steps_refused += 1
    if is_done(mission, target):
        finish(session, target, None)
    changes.count_progress(session, mission)


def is_done(mission: Mission, target: Target) -> bool:
    """Whether none of the target's steps is left."""
    return target.steps_done + target.steps_skipped >= len(mission.rules)
