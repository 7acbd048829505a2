"""Missions over HTTP: make, read, run, delete; their targets, findings and numbers; the knowledge rules."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import Field, PlainValidator, WithJsonSchema
from sqlalchemy import Select, case, or_, select

from reference.accounts.records import Person
from reference.core import inputs, lock, stores
from reference.core.answers import Answer, Listed, listed, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import Fault, faulty, not_found, unavailable
from reference.core.inputs import Body, Change, Identifier, OneOrMore, Page, Query, Search, Text
from reference.core.settings import settings
from reference.missions import changes, rules
from reference.missions.records import Finding, KnowledgeRule, Mission, Target
from reference.missions.shapes import FindingAnswer, KnowledgeRuleAnswer, MissionAnswer, Statistics, TargetAnswer

Wanted = TypeVar("Wanted", bound=Change)

router = APIRouter(prefix="/api/v2", tags=["missions"])

MayRead = Annotated[Call, needs("missions.read")]
MayRun = Annotated[Call, needs("missions.run")]


def check_scope(value: Any) -> list[str]:
    """The scope's entries, trimmed; raises all faults at once, each at its entry."""
    if not isinstance(value, list):
        raise inputs.fault("type")
    if not 1 <= len(value) <= 100:
        raise inputs.fault("too_short" if not value else "too_long")
    entries, faults, seen, targets = [], [], set(), set()
    for number, entry in enumerate(value):
        try:
            text = check_scope_entry(entry)
            if text.lower() in seen:
                raise rules.ScopeFault("not_allowed", "This entry was given before.")
            seen.add(text.lower())
            targets |= {target.url for target in rules.targets_of(text, settings().allowed_networks)}
            if len(targets) > rules.MOST_TARGETS:
                raise rules.ScopeFault("out_of_range", f"A mission has at most {rules.MOST_TARGETS} targets.")
            entries.append(text)
        except rules.ScopeFault as error:
            faults.append(((number,), error.code, error.message))
    if faults:
        raise inputs.several(faults)
    return entries


def check_scope_entry(entry: Any) -> str:
    if not isinstance(entry, str):
        raise rules.ScopeFault("type", "A scope entry is text.")
    if "\x00" in entry or not entry.isprintable():
        raise rules.ScopeFault("format", "This is not well formed.")
    if not entry.strip():
        raise rules.ScopeFault("too_short", "A scope entry is not empty.")
    if len(entry.strip()) > 1000:
        raise rules.ScopeFault("too_long", "A scope entry has at most 1000 characters.")
    return entry.strip()


def check_goals(value: Any) -> list[str]:
    """The goals' names; raises all faults at once, each at its entry."""
    if not isinstance(value, list):
        raise inputs.fault("type")
    if not 1 <= len(value) <= 20:
        raise inputs.fault("too_short" if not value else "too_long")
    faults = []
    for number, goal in enumerate(value):
        if not isinstance(goal, str):
            faults.append(((number,), "type", "A goal is text."))
        elif goal not in rules.GOALS:
            faults.append(((number,), "not_allowed", f"Allowed: {', '.join(rules.GOALS)}."))
        elif goal in value[:number]:
            faults.append(((number,), "not_allowed", "This goal was given before."))
    if faults:
        raise inputs.several(faults)
    return value


def _list_schema(most: int, items: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"type": "array", "minItems": 1, "maxItems": most, "uniqueItems": True, "items": items})


class Constraints(Body):
    """How gently and how long a mission runs."""

    pause_ms: Annotated[int, Field(ge=0, le=5000)] = 0
    max_duration_minutes: Annotated[int, Field(ge=1, le=1440)] = 60
    approval_timeout_seconds: Annotated[int, Field(ge=60, le=86400)] = 86400


class NewMission(Body):
    """A mission to be made."""

    name: Text(1, 255)
    description: Text(0, 5000) = ""
    scope: Annotated[list[str], PlainValidator(check_scope), _list_schema(100, {"type": "string"})]
    goals: Annotated[list[str], PlainValidator(check_goals),
                     _list_schema(20, {"type": "string", "enum": list(rules.GOALS)})]
    constraints: Constraints = Constraints()
    rule_ids: Annotated[list[Identifier], Field(min_length=1, max_length=1000)] | None = None


class MissionChange(Change):
    """What is to be different. Only the name and the description can change once the mission was started."""

    name: Text(1, 255) = None
    description: Text(0, 5000) = None
    scope: Annotated[list[str], PlainValidator(check_scope), _list_schema(100, {"type": "string"})] = None
    goals: Annotated[list[str], PlainValidator(check_goals),
                     _list_schema(20, {"type": "string", "enum": list(rules.GOALS)})] = None
    constraints: Constraints = None
    rule_ids: Annotated[list[Identifier], Field(min_length=1, max_length=1000)] | None = None


class MissionFilter(Page):
    status: OneOrMore(*rules.STATUSES) | None = None
    q: Search | None = None


class TargetFilter(Page):
    status: OneOrMore(*rules.TARGET_STATUSES) | None = None


class FindingFilter(Page):
    severity: OneOrMore(*rules.SEVERITIES) | None = None
    min_severity: Literal[rules.SEVERITIES] | None = None
    status: OneOrMore(*rules.FINDING_STATUSES) | None = None
    target_id: Identifier | None = None


class RuleFilter(Page):
    severity: OneOrMore(*rules.SEVERITIES) | None = None
    category: Text(1, 50) | None = None
    enabled: Literal["true", "false"] | None = None
    q: Search | None = None


@router.post("/missions", status_code=201, response_model=MissionAnswer, openapi_extra=takes(NewMission))
def create(call: MayRun) -> Response:
    """Make a mission; nothing is asked before its start."""
    wanted = call.body(NewMission)
    with call.transaction() as session:
        refuse_unknown_rules(session, wanted.rule_ids)
        mission = Mission(
            name=wanted.name, description=wanted.description, scope=wanted.scope,
            goals=[{"name": goal, "status": "pending"} for goal in wanted.goals],
            constraints=wanted.constraints.model_dump(), request_id=call.request_id,
            rule_ids=None if wanted.rule_ids is None else [str(rule_id) for rule_id in wanted.rule_ids],
            created_by=session.get_one(Person, call.person.person_id))
        changes.create(session, mission, rules.all_targets(wanted.scope, settings().allowed_networks))
        answer = changes.described(session, mission)
    return call.answer(answer, 201)


def refuse_unknown_rules(session: TenantSession, rule_ids: list[UUID] | None) -> None:
    if rule_ids is None:
        return
    known = set(session.scalars(select(KnowledgeRule.id).where(KnowledgeRule.id.in_(rule_ids))))
    faults = [Fault(f"rule_ids.{number}", "unknown", "There is no such rule.")
              for number, rule_id in enumerate(rule_ids) if rule_id not in known]
    if faults:
        raise faulty(faults)


@router.get("/missions", response_model=Listed[MissionAnswer], openapi_extra=takes(query=MissionFilter))
def missions(call: MayRead) -> Response:
    """The missions of the tenant."""
    wanted = call.query(MissionFilter)
    query = select(Mission).order_by(Mission.created_at.desc(), Mission.id)
    if wanted.status:
        query = query.where(Mission.status.in_(wanted.status))
    if wanted.q:
        query = query.where(or_(Mission.name.icontains(wanted.q, autoescape=True),
                                Mission.description.icontains(wanted.q, autoescape=True)))
    return _list(call, query, wanted, MissionAnswer)


@router.get("/missions/{mission_id}", response_model=MissionAnswer)
def mission(call: MayRead, mission_id: str) -> Response:
    """One mission. The record kept in Redis is filled again where it is missing."""
    with call.transaction() as session:
        found = visible(session, mission_id)
        call.query(Query)
        answer = changes.described(session, found)
        outcome = _fill_cache(session, found, "no-cache" in call.header("cache-control").lower())
    return call.answer(answer, headers={"X-Cache": outcome})


def _fill_cache(session: TenantSession, found: Mission, bypass: bool) -> str:
    if bypass:
        return "bypass"
    try:
        if stores.keys().exists(changes.cache_name(found.id)):
            return "hit"
        stores.keys().set(changes.cache_name(found.id), changes.cached_record(session, found), nx=True,
                          ex=changes.CACHE_LIFE_SECONDS)
        return "miss"
    except stores.RedisError:
        return "bypass"


@router.patch("/missions/{mission_id}", response_model=MissionAnswer, openapi_extra=takes(MissionChange))
def change(call: MayRun, mission_id: str) -> Response:
    """Change what was sent; 409 for what only a mission that was not started yet can change."""
    wanted = _visible_to(call, mission_id, MissionChange)
    fields = wanted.model_dump(exclude_unset=True, exclude={"version"})
    with lock.held(changes.topic(record_id(mission_id)), needed=False), call.transaction() as session:
        found = _locked(call, session, mission_id)
        refuse_unknown_rules(session, wanted.rule_ids)
        changes.change(session, found, fields, rules.all_targets(wanted.scope or [], settings().allowed_networks))
        answer = changes.described(session, found)
    return call.answer(answer)


@router.delete("/missions/{mission_id}", status_code=204, openapi_extra=takes(Change))
def delete(call: MayRun, mission_id: str) -> Response:
    """Remove a mission that does not run, with all that belongs to it."""
    _visible_to(call, mission_id)
    with lock.held(changes.topic(record_id(mission_id)), needed=False), call.transaction() as session:
        changes.delete(session, _locked(call, session, mission_id))
    return call.answer(None)


@router.post("/missions/{mission_id}/start", response_model=MissionAnswer, openapi_extra=takes(Change))
def start(call: MayRun, mission_id: str) -> Response:
    """Begin the survey."""
    return do_verb(call, mission_id, "start", needs_queue=True)


@router.post("/missions/{mission_id}/pause", response_model=MissionAnswer, openapi_extra=takes(Change))
def pause(call: MayRun, mission_id: str) -> Response:
    """Hold the survey after the step in hand."""
    return do_verb(call, mission_id, "pause")


@router.post("/missions/{mission_id}/resume", response_model=MissionAnswer, openapi_extra=takes(Change))
def resume(call: MayRun, mission_id: str) -> Response:
    """Go on with the next undone step."""
    return do_verb(call, mission_id, "resume", needs_queue=True)


@router.post("/missions/{mission_id}/stop", response_model=MissionAnswer, openapi_extra=takes(Change))
def stop(call: MayRun, mission_id: str) -> Response:
    """End the survey for good."""
    return do_verb(call, mission_id, "stop")


def do_verb(call: Call, mission_id: str, verb: str, *, needs_queue: bool = False) -> Response:
    """One verb: 503 where it needs the queue and Redis is down, 409 where the status does not allow it."""
    _visible_to(call, mission_id)
    if needs_queue and not stores.queue_is_up():
        raise unavailable("redis")
    with lock.held(changes.topic(record_id(mission_id)), needed=needs_queue), call.transaction() as session:
        found = _locked(call, session, mission_id)
        changes.do_verb(session, found, verb, call.request_id)
        answer = changes.described(session, found)
    return call.answer(answer)


def visible(session: TenantSession, mission_id: str) -> Mission:
    """The mission of an address; 404 where the tenant has none of that id."""
    found = session.get(Mission, record_id(mission_id))
    if found is None:
        raise not_found()
    return found


def _visible_to(call: Call, mission_id: str, model: type[Wanted] = Change) -> Wanted:
    """404 before the body is read, and before anything waits for a lock; then the body, which is checked too."""
    with call.transaction() as session:
        visible(session, mission_id)
    return call.change(model)


def _locked(call: Call, session: TenantSession, mission_id: str) -> Mission:
    found = changes.lock(session, record_id(mission_id))
    if found is None:
        raise not_found()
    call.check_version(found)
    return found


@router.get("/missions/{mission_id}/statistics", response_model=Statistics)
def statistics(call: MayRead, mission_id: str) -> Response:
    """The mission's numbers; they agree with its lists."""
    with call.transaction(snapshot=True) as session:
        found = visible(session, mission_id)
        call.query(Query)
        answer = changes.statistics(session, found)
    return call.answer(answer)


@router.get("/missions/{mission_id}/targets", response_model=Listed[TargetAnswer],
            openapi_extra=takes(query=TargetFilter))
def targets(call: MayRead, mission_id: str) -> Response:
    """The mission's targets, in declared order."""
    with call.transaction() as session:
        found = visible(session, mission_id)
    wanted = call.query(TargetFilter)
    query = select(Target).where(Target.mission_id == found.id).order_by(Target.position)
    if wanted.status:
        query = query.where(Target.status.in_(wanted.status))
    return _list(call, query, wanted, TargetAnswer)


@router.get("/missions/{mission_id}/findings", response_model=Listed[FindingAnswer],
            openapi_extra=takes(query=FindingFilter))
def findings(call: MayRead, mission_id: str) -> Response:
    """The mission's findings, most severe first."""
    with call.transaction() as session:
        found = visible(session, mission_id)
    wanted = call.query(FindingFilter)
    severity = case({word: rank for rank, word in enumerate(rules.SEVERITIES)}, value=Finding.severity)
    query = (select(Finding).where(Finding.mission_id == found.id)
             .order_by(severity, Finding.created_at.desc(), Finding.id))
    if wanted.severity:
        query = query.where(Finding.severity.in_(wanted.severity))
    if wanted.min_severity:
        query = query.where(severity <= rules.SEVERITIES.index(wanted.min_severity))
    if wanted.status:
        query = query.where(Finding.status.in_(wanted.status))
    if wanted.target_id:
        query = query.where(Finding.target_id == wanted.target_id)
    return _list(call, query, wanted, FindingAnswer)


@router.get("/missions/{mission_id}/findings/{finding_id}", response_model=FindingAnswer)
def finding(call: MayRead, mission_id: str, finding_id: str) -> Response:
    """One finding of the mission."""
    with call.transaction() as session:
        found = session.scalar(select(Finding).where(Finding.id == record_id(finding_id),
                                                     Finding.mission_id == record_id(mission_id)))
        if found is None:
            raise not_found()
        call.query(Query)
        answer = FindingAnswer.model_validate(found)
    return call.answer(answer)


@router.get("/knowledge/rules", response_model=Listed[KnowledgeRuleAnswer], openapi_extra=takes(query=RuleFilter))
def knowledge_rules(call: MayRead) -> Response:
    """What surveys look for."""
    wanted = call.query(RuleFilter)
    query = select(KnowledgeRule).order_by(KnowledgeRule.created_at.desc(), KnowledgeRule.id)
    if wanted.severity:
        query = query.where(KnowledgeRule.severity.in_(wanted.severity))
    if wanted.category:
        query = query.where(KnowledgeRule.category == wanted.category)
    if wanted.enabled:
        query = query.where(KnowledgeRule.enabled.is_(wanted.enabled == "true"))
    if wanted.q:
        query = query.where(or_(*(column.icontains(wanted.q, autoescape=True) for column in
                                  (KnowledgeRule.title, KnowledgeRule.category, KnowledgeRule.description))))
    return _list(call, query, wanted, KnowledgeRuleAnswer)


@router.get("/knowledge/rules/{rule_id}", response_model=KnowledgeRuleAnswer)
def knowledge_rule(call: MayRead, rule_id: str) -> Response:
    """One rule."""
    with call.transaction() as session:
        found = session.get(KnowledgeRule, record_id(rule_id))
        if found is None:
            raise not_found()
        call.query(Query)
        answer = KnowledgeRuleAnswer.model_validate(found)
    return call.answer(answer)


def _list(call: Call, query: Select[Any], page: Page, shape: type[Answer]) -> Response:
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, page, shape)
    return call.answer(answer)
