"""The knowledge rules over HTTP: what surveys look for."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Response
from pydantic import AfterValidator, Field, PlainValidator, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails
from sqlalchemy import select

from reference.core import inputs
from reference.core.answers import Listed, equals, one_of, says, takes
from reference.core.calls import record_id
from reference.core.database import TenantSession
from reference.core.errors import Problem, existing
from reference.core.inputs import Body, Change, OneOrMore, Page, Query, Search, Text
from reference.core.routes import Router
from reference.missions import api, changes, patterns, rules
from reference.missions.records import Finding, KnowledgeRule
from reference.missions.shapes import KnowledgeRuleAnswer

router = Router(prefix="/api/v2", tags=["missions"])

Path = Annotated[Text(1, 1000), Field(pattern=r"^/[^\s#\x00-\x1f\x7f]*$")]
HeaderName = Annotated[Text(1, 100), Field(pattern=r"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")]


def check_pattern(text: str) -> str:
    if not patterns.is_pattern(text):
        raise inputs.fault("format", "This is no regular expression of RE2.")
    return text


class StatusIs(Body):
    kind: Literal["status_is"]
    path: Path
    value: Annotated[int, Field(ge=100, le=599)]


class HeaderMissing(Body):
    kind: Literal["header_missing"]
    path: Path
    name: HeaderName


class HeaderMatches(Body):
    kind: Literal["header_matches"]
    path: Path
    name: HeaderName
    pattern: Annotated[Text(1, 200), AfterValidator(check_pattern)]


class BodyContains(Body):
    kind: Literal["body_contains"]
    path: Path
    text: Text(1, 200)


CHECKS: dict[str, type[Body]] = {"status_is": StatusIs, "header_missing": HeaderMissing,
                                 "header_matches": HeaderMatches, "body_contains": BodyContains}


def check_of(value: Any) -> dict[str, Any]:
    """A check of one of the four kinds; raises all faults at once, each at its member."""
    if not isinstance(value, dict):
        raise inputs.fault("type")
    kind = value.get("kind")
    if not isinstance(kind, str) or kind not in CHECKS:
        code = "not_allowed" if isinstance(kind, str) else "type" if "kind" in value else "required"
        words = f"Allowed: {', '.join(CHECKS)}." if code == "not_allowed" else ""
        raise ValidationError.from_exception_data("input", [
            InitErrorDetails(type=inputs.fault(code, words), loc=("kind",), input=None)])
    return CHECKS[kind].model_validate(value).model_dump()


Check = Annotated[dict[str, Any], PlainValidator(check_of),
                  WithJsonSchema({"oneOf": [kind.model_json_schema() for kind in CHECKS.values()]})]


class NewRule(Body):
    """A rule to be added."""

    title: Text(1, 200)
    category: Text(1, 50)
    severity: Literal[rules.SEVERITIES]
    description: Text(0, 2000) = ""
    recommendation: Text(0, 2000) = ""
    check: Check
    risk: Literal[rules.RISKS] = "low"
    enabled: bool = True


class RuleChange(Change):
    """What is to be different; running missions keep the rule as it was."""

    title: Text(1, 200) = None
    category: Text(1, 50) = None
    severity: Literal[rules.SEVERITIES] = None
    description: Text(0, 2000) = None
    recommendation: Text(0, 2000) = None
    check: Check = None
    risk: Literal[rules.RISKS] = None
    enabled: bool = None


class RuleFilter(Page):
    severity: OneOrMore(*rules.SEVERITIES) | None = None
    category: Text(1, 50) | None = None
    enabled: Literal["true", "false"] | None = None
    q: Search | None = None


@router.post("/knowledge/rules", status_code=201, response_model=KnowledgeRuleAnswer, openapi_extra=takes(NewRule))
def add(call: api.MayRun) -> Response:
    """Add a rule; missions that start from now on apply it."""
    wanted = call.body(NewRule)
    with call.transaction() as session:
        rule = KnowledgeRule(code=changes.take_code(session, call.person.tenant_id), **wanted.model_dump())
        session.add(rule)
        session.flush()
        answer = KnowledgeRuleAnswer.model_validate(rule)
    return call.answer(answer, 201)


@router.get("/knowledge/rules", response_model=Listed[KnowledgeRuleAnswer], openapi_extra=takes(query=RuleFilter))
def knowledge_rules(call: api.MayRead) -> Response:
    """What surveys look for."""
    wanted = call.query(RuleFilter)
    is_enabled = None if wanted.enabled is None else wanted.enabled == "true"
    query = select(KnowledgeRule).where(
        *one_of(KnowledgeRule.severity, wanted.severity), *equals(KnowledgeRule.category, wanted.category),
        *equals(KnowledgeRule.enabled, is_enabled),
        *says(wanted.q, KnowledgeRule.title, KnowledgeRule.category, KnowledgeRule.description))
    query = query.order_by(KnowledgeRule.created_at.desc(), KnowledgeRule.id)
    return api.list_page(call, query, wanted, KnowledgeRuleAnswer)


@router.get("/knowledge/rules/{rule_id}", response_model=KnowledgeRuleAnswer)
def knowledge_rule(call: api.MayRead, rule_id: str) -> Response:
    """One rule."""
    with call.transaction() as session:
        found = rule_of(session, rule_id)
        call.query(Query)
        answer = KnowledgeRuleAnswer.model_validate(found)
    return call.answer(answer)


@router.patch("/knowledge/rules/{rule_id}", response_model=KnowledgeRuleAnswer, openapi_extra=takes(RuleChange))
def change(call: api.MayRun, rule_id: str) -> Response:
    """Change what was sent."""
    with call.transaction() as session:
        rule_of(session, rule_id)
    wanted = call.change(RuleChange)
    with call.transaction() as session:
        rule = rule_of(session, rule_id, locked=True)
        call.check_version(rule)
        for name, value in wanted.model_dump(exclude_unset=True, exclude={"version"}).items():
            setattr(rule, name, value)
        session.flush()
        answer = KnowledgeRuleAnswer.model_validate(rule)
    return call.answer(answer)


@router.delete("/knowledge/rules/{rule_id}", status_code=204, openapi_extra=takes(Change))
def delete(call: api.MayRun, rule_id: str) -> Response:
    """Remove a rule with which nothing was found; 409 for others, which can be switched off."""
    with call.transaction() as session:
        rule_of(session, rule_id)
    call.change(Change)
    with call.transaction() as session:
        rule = rule_of(session, rule_id, locked=True)
        call.check_version(rule)
        delete_rule(session, rule)
    return call.answer(None)


def rule_of(session: TenantSession, rule_id: str, *, locked: bool = False) -> KnowledgeRule:
    """The rule of an address; 404 where the tenant has none of that id."""
    query = select(KnowledgeRule).where(KnowledgeRule.id == record_id(rule_id))
    return existing(session.scalar(query.with_for_update() if locked else query))


def delete_rule(session: TenantSession, rule: KnowledgeRule) -> None:
    """Remove the rule; 409 where a finding refers to it."""
    if session.scalar(select(Finding.id).where(Finding.rule_id == rule.id).limit(1)) is not None:
        raise Problem(409, "Rule in use", "Findings refer to this rule. It can be switched off.")
    session.delete(rule)
