"""Every change of a mission: each in the caller's transaction, guarded by the mission's locked row.

The order of locks is mission, tenant, topics (those at the commit), so that no two changes wait for each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete as sql_delete
from sqlalchemy import func, select, text

from reference.core import audit, cause, clock, outbox
from reference.core.database import TenantSession
from reference.core.errors import Problem, wrong_state
from reference.core.stores import keys
from reference.missions import rules
from reference.missions.records import Approval, Finding, KnowledgeRule, Mission, Target
from reference.missions.shapes import ApprovalAnswer, FindingAnswer, MissionAnswer, Statistics, TargetAnswer
from reference.tenancy.records import Tenant, current_month
from reference.tenancy.service import cache_key

CACHE_LIFE_SECONDS = 24 * 3600

# What other areas add to a new mission, in its own transaction: (session, mission) -> None.
at_creation: list[Callable[[TenantSession, Mission], None]] = []


def lock(session: TenantSession, mission_id: UUID) -> Mission | None:
    """The mission, with its row locked until the transaction ends."""
    return session.scalar(select(Mission).where(Mission.id == mission_id).with_for_update(of=Mission))


def topic(mission_id: UUID) -> str:
    return f"mission:{mission_id}"


def count_creation(session: TenantSession) -> None:
    """Count one more mission this month, in one atomic statement; 403 beyond the quota."""
    month = current_month()
    counted = session.execute(
        text("UPDATE tenants SET counted_month = :month,"
             " missions_this_month = CASE WHEN counted_month = :month THEN missions_this_month ELSE 0 END + 1"
             " WHERE id = :id AND missions_per_month >"
             " CASE WHEN counted_month = :month THEN missions_this_month ELSE 0 END"),
        {"month": month, "id": session.tenant_id}).rowcount
    if not counted:
        raise Problem(403, "Mission quota reached", "The tenant has made all its missions of this month.")
    outbox.forget(session, cache_key(session.tenant_id))


def refuse_too_many_running(session: TenantSession) -> None:
    """409 where one more running mission is too many. The tenant's row is locked: parallel starts count one by one."""
    limit = session.scalar(select(Tenant.missions_running).where(Tenant.id == session.tenant_id)
                           .with_for_update(key_share=True))
    running = session.scalar(select(func.count()).select_from(Mission)
                             .where(Mission.status.in_(rules.COUNTED_AS_RUNNING)))
    if running >= limit:
        raise Problem(409, "Too many running missions", "The tenant has as many running missions as it may have.")


def stored(fields: dict[str, Any]) -> dict[str, Any]:
    """What was sent of a mission, as it is stored: goals are names as yet, and begin pending."""
    goals = {"goals": [{"name": goal, "status": "pending"} for goal in fields["goals"]]} if "goals" in fields else {}
    return fields | goals


def create(session: TenantSession, mission: Mission, targets: Sequence[rules.TargetAddress]) -> None:
    """Store a new mission with its targets and its chat."""
    count_creation(session)
    mission.conversation_id = uuid4()
    session.add(mission)
    session.flush()
    add_targets(session, mission, targets)
    for add in at_creation:
        add(session, mission)
    announce_status(session, mission, None)


def set_status(session: TenantSession, mission: Mission, status: str, reason: str | None = None) -> None:
    """Move the mission along its table of states and announce it; 409 where the table has no such move."""
    old, moment = mission.status, clock.now()
    if status not in rules.TRANSITIONS[old]:
        raise wrong_state(old, rules.TRANSITIONS[old])
    if old == "running" and mission.running_since is not None:
        mission.ran_seconds += (moment - mission.running_since).total_seconds()
        mission.running_since = None
    mission.status, mission.status_reason = status, reason
    if status == "running":
        mission.running_since, mission.paused_at, mission.completed_at = moment, None, None
    if status == "paused":
        mission.paused_at = moment
    if status in rules.ENDED:
        mission.completed_at, mission.phase = moment, None
        expire_pending(session, mission)
    if status == "failed":
        lay_down(session, mission)
    announce_status(session, mission, old)


def fail_over_time(session: TenantSession, mission: Mission) -> None:
    """The mission's time is over, whoever notices it."""
    set_status(session, mission, "failed", "time_limit")
    audit.by_time(session, mission)


def expire_pending(session: TenantSession, mission: Mission) -> None:
    """Nobody is to decide any more what is still asked."""
    approval = session.scalar(select(Approval).where(Approval.mission_id == mission.id, Approval.status == "pending"))
    if approval is not None:
        approval.status = "expired"
        announce_approval(session, approval)


def lay_down(session: TenantSession, mission: Mission) -> None:
    """Nobody surveys the target any more that was being surveyed; a retry goes on with it."""
    for target in session.scalars(select(Target).where(Target.mission_id == mission.id, Target.status == "surveying")):
        target.status = "pending"
        announce_target(session, target)


def start(session: TenantSession, mission: Mission, request_id: str) -> None:
    """Freeze the rules, and hand the mission to a worker."""
    refuse_too_many_running(session)
    mission.attempt += 1
    mission.request_id = request_id
    mission.started_at = mission.started_at or clock.now()
    mission.phase, mission.rules = "surveying", frozen_rules(session, mission)
    set_status(session, mission, "running")
    announce_progress(session, mission)
    queue_run(session, mission, request_id)


def pause(session: TenantSession, mission: Mission, request_id: str) -> None:
    set_status(session, mission, "paused")


def resume(session: TenantSession, mission: Mission, request_id: str) -> None:
    refuse_too_many_running(session)
    set_status(session, mission, "running")
    queue_run(session, mission, request_id)


def stop(session: TenantSession, mission: Mission, request_id: str) -> None:
    """End the mission; what was not surveyed is skipped, what was found stays."""
    for target in session.scalars(select(Target).where(Target.mission_id == mission.id,
                                                       Target.status.in_(("pending", "surveying")))
                                  .order_by(Target.position)):
        target.status = "skipped"
        announce_target(session, target)
    set_status(session, mission, "stopped")


def retry(session: TenantSession, mission: Mission, request_id: str) -> None:
    """Survey again what was not surveyed, by the same rules and with the whole time; steps that are done stay done."""
    refuse_too_many_running(session)
    mission.attempt += 1
    mission.request_id = request_id
    mission.phase, mission.ran_seconds, mission.broken_runs = "surveying", 0.0, 0
    for target in session.scalars(select(Target).where(Target.mission_id == mission.id, Target.status == "unreachable")
                                  .order_by(Target.position)):
        target.status, target.steps_skipped = "pending", target.steps_refused
        announce_target(session, target)
    set_goals(session, mission, {goal["name"]: "pending" for goal in mission.goals})
    set_status(session, mission, "running")
    count_progress(session, mission)
    queue_run(session, mission, request_id)


VERBS = {"start": start, "pause": pause, "resume": resume, "stop": stop, "retry": retry}


def do_verb(session: TenantSession, mission: Mission, verb: str, request_id: str) -> None:
    """Start, pause, resume, stop or retry; 409 where the mission's status does not allow it."""
    allowed_from, _ = rules.VERBS[verb]
    if mission.status not in allowed_from:
        raise wrong_state(mission.status, rules.TRANSITIONS[mission.status])
    VERBS[verb](session, mission, request_id)


def change(session: TenantSession, mission: Mission, fields: dict[str, Any],
           targets: Sequence[rules.TargetAddress]) -> None:
    """Set these fields; 409 where the mission was started and one of them is not of those that can always change."""
    if mission.status != "created" and not fields.keys() <= set(rules.ALWAYS_CHANGEABLE):
        raise wrong_state(mission.status, rules.TRANSITIONS[mission.status])
    if "scope" in fields:
        session.execute(sql_delete(Target).where(Target.mission_id == mission.id))
        add_targets(session, mission, targets)
    for name, value in stored(fields).items():
        setattr(mission, name, value)
    outbox.refresh(session, "mission", mission.id)


def add_targets(session: TenantSession, mission: Mission, targets: Sequence[rules.TargetAddress]) -> None:
    session.add_all(Target(mission_id=mission.id, position=position, address=target.address, url=target.url)
                    for position, target in enumerate(targets))


def delete(session: TenantSession, mission: Mission) -> None:
    if mission.status not in rules.DELETABLE:
        raise wrong_state(mission.status, rules.TRANSITIONS[mission.status])
    outbox.emit(session, topic(mission.id), "mission.deleted", {"id": str(mission.id)})
    outbox.refresh(session, "mission", mission.id)
    audit.add_details(session, mission, **what_goes_with(session, mission))
    session.delete(mission)


def what_goes_with(session: TenantSession, mission: Mission) -> dict[str, int]:
    """How many records the database removes together with the mission's."""
    return {kind.__tablename__: session.scalar(select(func.count(kind.id)).where(kind.mission_id == mission.id))
            for kind in (Target, Finding, Approval)}


def queue_run(session: TenantSession, mission: Mission, request_id: str) -> None:
    """Have a worker take the mission up, after the commit. What it does is done for whoever wanted it to run last."""
    if cause.present().person_id is not None:
        mission.cause = cause.present().handed_on()
    outbox.send_task(session, "missions.run", {"tenant_id": str(mission.tenant_id), "mission_id": str(mission.id),
                                               "request_id": request_id}, caused_by=mission.cause)


def frozen_rules(session: TenantSession, mission: Mission) -> list[dict[str, Any]]:
    """The rules that the mission will apply, by code, as they are now."""
    query = select(KnowledgeRule).where(KnowledgeRule.enabled).order_by(func.length(KnowledgeRule.code), KnowledgeRule.code)
    if mission.rule_ids is not None:
        query = query.where(KnowledgeRule.id.in_([UUID(rule_id) for rule_id in mission.rule_ids]))
    return [{"id": str(rule.id), "code": rule.code, "title": rule.title, "category": rule.category,
             "severity": rule.severity, "recommendation": rule.recommendation, "check": rule.check, "risk": rule.risk}
            for rule in session.scalars(query)]


def statistics(session: TenantSession, mission: Mission) -> Statistics:
    """The mission's numbers, counted from its targets, findings and approvals."""
    session.flush()
    targets = session.execute(select(Target.status, func.count(), func.sum(Target.steps_done),
                                     func.sum(Target.steps_skipped))
                              .where(Target.mission_id == mission.id).group_by(Target.status)).all()
    by_status = {status: count for status, count, _, _ in targets}
    found = dict(session.execute(select(Finding.severity, func.count()).where(Finding.mission_id == mission.id)
                                 .group_by(Finding.severity)).all())
    total = sum(by_status.values())
    pending = select(func.count(Approval.id)).where(Approval.mission_id == mission.id, Approval.status == "pending")
    return Statistics(
        targets_total=total, targets_surveyed=by_status.get("surveyed", 0),
        targets_unreachable=by_status.get("unreachable", 0), steps_total=total * len(mission.rules),
        steps_done=sum(done for _, _, done, _ in targets), steps_skipped=sum(skipped for *_, skipped in targets),
        findings_total=sum(found.values()),
        findings_by_severity={severity: found.get(severity, 0) for severity in rules.SEVERITIES},
        approvals_pending=session.scalar(pending) or 0,
        goals_achieved=sum(goal["status"] == "achieved" for goal in mission.goals))


def announce_status(session: TenantSession, mission: Mission, old_status: str | None) -> None:
    data = {"old_status": old_status, "new_status": mission.status, "status_reason": mission.status_reason}
    outbox.emit(session, topic(mission.id), "mission.status", dict(data))
    outbox.emit(session, "tenant", "mission.status", {"mission_id": str(mission.id), **data})
    outbox.refresh(session, "mission", mission.id)


def announce_progress(session: TenantSession, mission: Mission) -> Statistics:
    numbers = statistics(session, mission)
    outbox.emit(session, topic(mission.id), "mission.progress",
                {"phase": mission.phase, "progress": mission.progress, "statistics": numbers.model_dump()})
    outbox.refresh(session, "mission", mission.id)
    return numbers


def count_progress(session: TenantSession, mission: Mission) -> None:
    """Set the progress of a mission that is surveying, and announce it."""
    session.flush()
    done, skipped, targets = session.execute(
        select(func.sum(Target.steps_done), func.sum(Target.steps_skipped), func.count(Target.id))
        .where(Target.mission_id == mission.id)).one()
    mission.progress = rules.progress(done, skipped, targets * len(mission.rules))
    announce_progress(session, mission)


def announce_target(session: TenantSession, target: Target) -> None:
    session.flush()
    outbox.emit(session, topic(target.mission_id), "mission.target",
                TargetAnswer.model_validate(target).model_dump(mode="json"))


def announce_finding(session: TenantSession, finding: Finding) -> None:
    session.flush()
    outbox.emit(session, topic(finding.mission_id), "mission.finding",
                FindingAnswer.model_validate(finding).model_dump(mode="json"))


def announce_approval(session: TenantSession, approval: Approval) -> None:
    session.flush()
    outbox.emit(session, topic(approval.mission_id), "mission.approval",
                ApprovalAnswer.model_validate(approval).model_dump(mode="json"))


def described(session: TenantSession, mission: Mission) -> MissionAnswer:
    """The mission as it is answered, with the version that it has after this transaction."""
    session.flush()
    return MissionAnswer.model_validate(mission)


def cache_name(mission_id: UUID) -> str:
    return f"cache:mission:{mission_id}"


def cached_record(session: TenantSession, mission: Mission) -> str:
    """The JSON that is kept in Redis for each mission."""
    session.flush()
    findings = select(func.count(Finding.id)).where(Finding.mission_id == mission.id).scalar_subquery()
    targets, surveyed, found = session.execute(
        select(func.count(Target.id), func.count(Target.id).filter(Target.status == "surveyed"), findings)
        .where(Target.mission_id == mission.id)).one()
    return json.dumps({
        "status": mission.status, "phase": mission.phase, "progress": mission.progress,
        "targets_total": targets, "targets_surveyed": surveyed, "findings_total": found,
        "updated_at": clock.text(mission.updated_at)})


def rewrite_cache(session: TenantSession, mission_id: UUID, *, only_if_absent: bool = False) -> None:
    """Write the mission's record in Redis anew, or remove it with the mission; may raise RedisError.

    Looks at the database again when it has written: a deletion meanwhile may have removed the record before.
    """
    mission = session.get(Mission, mission_id)
    if mission is not None:
        keys().set(cache_name(mission_id), cached_record(session, mission), ex=CACHE_LIFE_SECONDS, nx=only_if_absent)
    if session.scalar(select(Mission.id).where(Mission.id == mission_id)) is None:
        keys().delete(cache_name(mission_id))


def add_first_rules(session: TenantSession, tenant: Tenant) -> None:
    """What a new tenant looks for."""
    for rule in rules.FIRST_KNOWLEDGE_RULES:
        session.add(KnowledgeRule(tenant_id=tenant.id, code=take_code(session, tenant.id), **rule))


def take_code(session: TenantSession, tenant_id: UUID) -> str:
    """The next rule's code: counted in the tenant's row, so that none is given twice, nor again after a deletion."""
    return rules.code(session.execute(
        text("UPDATE tenants SET rules_numbered = rules_numbered + 1 WHERE id = :id RETURNING rules_numbered"),
        {"id": tenant_id}).scalar_one())


def judge(session: TenantSession, mission: Mission, names: Sequence[str], numbers: Statistics) -> None:
    """Settle the goals of these names that the mission has."""
    set_goals(session, mission, {
        name: "achieved" if rules.judge_goal(name, numbers.targets_unreachable, numbers.findings_by_severity) else "missed"
        for name in names})


def set_goals(session: TenantSession, mission: Mission, statuses: Mapping[str, str]) -> None:
    """Give the mission's goals of these names their statuses, and tell what has changed."""
    goals = [goal | {"status": statuses.get(goal["name"], goal["status"])} for goal in mission.goals]
    for goal, before in zip(goals, mission.goals, strict=True):
        if goal != before:
            outbox.emit(session, topic(mission.id), "mission.goal", dict(goal))
    mission.goals = goals


def recount_risk(session: TenantSession, mission: Mission) -> None:
    found = session.execute(select(Finding.severity, Finding.status).where(Finding.mission_id == mission.id)).all()
    mission.risk_score = rules.risk_score((severity, status) for severity, status in found)


outbox.refreshers["mission"] = rewrite_cache

