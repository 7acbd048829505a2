"""A mission's findings over HTTP: read them, and decide what they are."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from fastapi import Response
from pydantic import ValidationError, model_validator
from pydantic_core import InitErrorDetails
from sqlalchemy import select

from reference.accounts.records import Person
from reference.core import clock, inputs, lock, outbox
from reference.core.answers import Listed, equals, one_of, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import existing, wrong_state
from reference.core.inputs import Change, Identifier, OneOrMore, Page, Query, Text
from reference.core.routes import Router
from reference.missions import api, changes, lists, rules
from reference.missions.records import Finding, Mission
from reference.missions.shapes import FindingAnswer

router = Router(prefix="/api/v2", tags=["missions"])

MayDecide = Annotated[Call, needs("missions.decide")]


class FindingFilter(Page):
    severity: OneOrMore(*rules.SEVERITIES) | None = None
    min_severity: Literal[rules.SEVERITIES] | None = None
    status: OneOrMore(*rules.FINDING_STATUSES) | None = None
    target_id: Identifier | None = None


class FindingDecision(Change):
    """What a finding is taken for. Who says that it is none says why."""

    status: Literal[rules.FINDING_STATUSES]
    comment: Text(0, 1000) = ""

    @model_validator(mode="after")
    def _needs_comment(self) -> Self:
        if self.status == "false_positive" and not self.comment:
            missing = inputs.fault("required", "Say why this is no finding.")
            raise ValidationError.from_exception_data("input", [
                InitErrorDetails(type=missing, loc=("comment",), input=None)])
        return self


@router.get("/missions/{mission_id}/findings", response_model=Listed[FindingAnswer],
            openapi_extra=takes(query=FindingFilter))
def findings(call: api.MayRead, mission_id: str) -> Response:
    """The mission's findings, most severe first."""
    with call.transaction() as session:
        found = api.visible(session, mission_id)
    wanted = call.query(FindingFilter)
    query = lists.findings_of(found).where(
        *one_of(Finding.severity, wanted.severity), *one_of(Finding.status, wanted.status),
        *equals(Finding.target_id, wanted.target_id))
    if wanted.min_severity:
        query = query.where(lists.rank_of_severity() <= rules.SEVERITIES.index(wanted.min_severity))
    return api.list_page(call, query, wanted, FindingAnswer)


@router.get("/missions/{mission_id}/findings/{finding_id}", response_model=FindingAnswer)
def finding(call: api.MayRead, mission_id: str, finding_id: str) -> Response:
    """One finding of the mission."""
    with call.transaction() as session:
        found = finding_of(session, mission_id, finding_id)
        call.query(Query)
        answer = FindingAnswer.model_validate(found)
    return call.answer(answer)


@router.patch("/missions/{mission_id}/findings/{finding_id}", response_model=FindingAnswer,
              openapi_extra=takes(FindingDecision))
def decide(call: MayDecide, mission_id: str, finding_id: str) -> Response:
    """Decide what a finding is, and count the mission's risk anew; 409 where its status does not allow it."""
    with call.transaction() as session:
        finding_of(session, mission_id, finding_id)
    wanted = call.change(FindingDecision)
    with lock.held(changes.topic(record_id(mission_id)), needed=False), call.transaction() as session:
        mission = existing(changes.lock(session, record_id(mission_id)))
        found = finding_of(session, mission_id, finding_id)
        call.check_version(found)
        decide_finding(session, mission, found, session.get_one(Person, call.person.person_id), wanted)
        answer = FindingAnswer.model_validate(found)
    return call.answer(answer)


def finding_of(session: TenantSession, mission_id: str, finding_id: str) -> Finding:
    """The finding of an address; 404 where the mission has none of that id."""
    mission = api.visible(session, mission_id)
    return existing(session.scalar(select(Finding).where(Finding.id == record_id(finding_id),
                                                         Finding.mission_id == mission.id)))


def decide_finding(session: TenantSession, mission: Mission, finding: Finding, person: Person,
                   wanted: FindingDecision) -> None:
    """Store a decision, with who made it; 409 where the finding's status does not allow it."""
    if wanted.status not in rules.FINDING_TRANSITIONS[finding.status]:
        raise wrong_state(finding.status, rules.FINDING_TRANSITIONS[finding.status])
    finding.status, finding.comment = wanted.status, wanted.comment
    finding.decided_by, finding.decided_at = person, clock.now()
    changes.announce_finding(session, finding)
    changes.recount_risk(session, mission)
    outbox.refresh(session, "mission", mission.id)
