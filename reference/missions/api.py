"""Missions over HTTP: make, read, run, delete; their targets and numbers. What else belongs to them has own rooms."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import Response
from pydantic import Field, PlainValidator, WithJsonSchema
from sqlalchemy import Select, select

from reference.accounts.records import Person
from reference.core import cache, inputs, lock, stores
from reference.core.answers import Answer, Listed, listed, one_of, says, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import Fault, existing, faulty, unavailable
from reference.core.inputs import Body, Change, Identifier, OneOrMore, Page, Query, Search, Text
from reference.core.routes import Router
from reference.core.settings import settings
from reference.missions import changes, lists, rules
from reference.missions.records import KnowledgeRule, Mission, Target
from reference.missions.shapes import MissionAnswer, Statistics, TargetAnswer

Wanted = TypeVar("Wanted", bound=Change)

router = Router(prefix="/api/v2", tags=["missions"])

MayRead = Annotated[Call, needs("missions.read")]
MayRun = Annotated[Call, needs("missions.run")]


def check_scope(value: Any) -> list[str]:
    """The scope's entries, trimmed; raises all faults at once, each at its entry."""
    targets: set[str] = set()

    def check(entry: Any) -> str:
        text = check_scope_entry(entry)
        try:
            targets.update(target.url for target in rules.targets_of(text, settings().allowed_networks))
        except rules.ScopeFault as error:
            raise inputs.fault(error.code, error.message) from None
        if len(targets) > rules.MOST_TARGETS:
            raise inputs.fault("out_of_range", f"A mission has at most {rules.MOST_TARGETS} targets.")
        return text

    return inputs.distinct(value, 100, check)


def check_scope_entry(entry: Any) -> str:
    if not isinstance(entry, str):
        raise inputs.fault("type")
    if "\x00" in entry or not entry.isprintable():
        raise inputs.fault("format")
    if not 1 <= len(entry.strip()) <= 1000:
        raise inputs.fault("too_long" if entry.strip() else "too_short")
    return entry.strip()


def check_goal(goal: Any) -> str:
    if not isinstance(goal, str):
        raise inputs.fault("type")
    if goal not in rules.GOALS:
        raise inputs.fault("not_allowed", f"Allowed: {', '.join(rules.GOALS)}.")
    return goal


def _list_schema(most: int, items: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"type": "array", "minItems": 1, "maxItems": most, "uniqueItems": True, "items": items})


Scope = Annotated[list[str], PlainValidator(check_scope), _list_schema(100, {"type": "string"})]
Goals = Annotated[list[str], PlainValidator(lambda value: inputs.distinct(value, 20, check_goal)),
                  _list_schema(20, {"type": "string", "enum": list(rules.GOALS)})]
RuleIds = Annotated[list[Identifier], Field(min_length=1, max_length=1000)]


class Constraints(Body):
    """How gently and how long a mission runs."""

    pause_ms: Annotated[int, Field(ge=0, le=5000)] = 0
    max_duration_minutes: Annotated[int, Field(ge=1, le=1440)] = 60
    approval_timeout_seconds: Annotated[int, Field(ge=60, le=86400)] = 86400


class NewMission(Body):
    """A mission to be made."""

    name: Text(1, 255)
    description: Text(0, 5000) = ""
    scope: Scope
    goals: Goals
    constraints: Constraints = Constraints()
    rule_ids: RuleIds | None = None


class MissionChange(Change):
    """What is to be different. Only the name and the description can change once the mission was started."""

    name: Text(1, 255) = None
    description: Text(0, 5000) = None
    scope: Scope = None
    goals: Goals = None
    constraints: Constraints = None
    rule_ids: RuleIds | None = None


class MissionFilter(Page):
    status: OneOrMore(*rules.STATUSES) | None = None
    q: Search | None = None


class TargetFilter(Page):
    status: OneOrMore(*rules.TARGET_STATUSES) | None = None


@router.post("/missions", status_code=201, response_model=MissionAnswer, openapi_extra=takes(NewMission))
def create(call: MayRun) -> Response:
    """Make a mission; nothing is asked before its start."""
    wanted = call.body(NewMission)
    with call.transaction() as session:
        refuse_unknown_rules(session, wanted.rule_ids)
        mission = Mission(**changes.stored(wanted.model_dump(mode="json")), request_id=call.request_id,
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
    query = select(Mission).where(*one_of(Mission.status, wanted.status),
                                  *says(wanted.q, Mission.name, Mission.description))
    return list_page(call, query.order_by(Mission.created_at.desc(), Mission.id), wanted, MissionAnswer)


@router.get("/missions/{mission_id}", response_model=MissionAnswer)
def mission(call: MayRead, mission_id: str) -> Response:
    """One mission. The record kept in Redis is filled again where it is missing."""
    with call.transaction() as session:
        found = visible(session, mission_id)
        call.query(Query)
        answer = changes.described(session, found)
        outcome = "bypass" if call.wants_no_cache else _fill_cache(session, found.id)
    return call.answer(answer, headers={"X-Cache": outcome})


def _fill_cache(session: TenantSession, mission_id: UUID) -> cache.Outcome:
    try:
        if stores.keys().exists(changes.cache_name(mission_id)):
            return "hit"
        changes.rewrite_cache(session, mission_id, only_if_absent=True)
        return "miss"
    except stores.RedisError:
        return "bypass"


@router.patch("/missions/{mission_id}", response_model=MissionAnswer, openapi_extra=takes(MissionChange))
def change(call: MayRun, mission_id: str) -> Response:
    """Change what was sent; 409 for what only a mission that was not started yet can change."""
    wanted = _visible_to(call, mission_id, MissionChange)
    fields = wanted.model_dump(mode="json", exclude_unset=True, exclude={"version"})
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


def _offer(verb: str, purpose: str, *, needs_queue: bool = False) -> None:
    """The endpoint of one verb."""
    @router.post(f"/missions/{{mission_id}}/{verb}", name=verb, description=purpose, response_model=MissionAnswer,
                 openapi_extra=takes(Change))
    def endpoint(call: MayRun, mission_id: str) -> Response:
        return do_verb(call, mission_id, verb, needs_queue=needs_queue)


_offer("start", "Begin the survey.", needs_queue=True)
_offer("pause", "Hold the survey after the step in hand.")
_offer("resume", "Go on with the next undone step.", needs_queue=True)
_offer("stop", "End the survey for good.")
_offer("retry", "Survey again what was not surveyed.", needs_queue=True)


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
    return existing(session.get(Mission, record_id(mission_id)))


def _visible_to(call: Call, mission_id: str, model: type[Wanted] = Change) -> Wanted:
    """404 before the body is read, and before anything waits for a lock; then the body, which is checked too."""
    with call.transaction() as session:
        visible(session, mission_id)
    return call.change(model)


def _locked(call: Call, session: TenantSession, mission_id: str) -> Mission:
    found = existing(changes.lock(session, record_id(mission_id)))
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
    query = lists.targets_of(found).where(*one_of(Target.status, wanted.status))
    return list_page(call, query, wanted, TargetAnswer)


def list_page(call: Call, query: Select[Any], page: Page, shape: type[Answer]) -> Response:
    """Answer the page of a list, as the database is at one moment."""
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, page, shape)
    return call.answer(answer)
