"""How work orders are answered: to the people of the tenant, and to the vendor of a link."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from reference.core.answers import Answer, Moment, NamedSite, VersionedAnswer
from reference.work_orders.rules import DECISIONS, KINDS, PARTS, PERMIT_STATUSES, PERMITS, PRIORITIES, STATUSES

Number = Annotated[float, Field(allow_inf_nan=False)]


class Vendor(Answer):
    name: str
    email: str


class Doer(Answer):
    """Who did something: a person, the vendor, or the platform by itself."""

    kind: Literal["person", "vendor", "system"]
    id: UUID | None
    full_name: str | None


class Decision(Answer):
    person_id: UUID
    part: Literal[PARTS]
    decision: Literal[DECISIONS]
    comment: str
    at: Moment | None
    round: int


class LineItem(Answer):
    id: UUID
    text: str
    kind: Literal[KINDS]
    required: bool
    low: Number | None
    high: Number | None
    answer: bool | Number | str | None
    flagged: bool
    answered_by: Doer | None
    answered_at: Moment | None


class Step(Answer):
    """One line of a work order's history."""

    at: Moment
    by: Doer
    from_: Annotated[Literal[STATUSES] | None, Field(alias="from")]
    to: Literal[STATUSES]
    comment: str


class WorkOrderAnswer(VersionedAnswer):
    number: str | None
    title: str
    description: str
    site_id: UUID | None
    priority: Literal[PRIORITIES]
    status: Literal[STATUSES]
    author_id: UUID
    assignee_id: UUID | None
    vendor: Vendor | None
    planned_start: Moment | None
    due_at: Moment | None
    started_at: Moment | None
    completed_at: Moment | None
    declined: bool
    decline_reason: str | None
    permit_type: Literal[PERMITS] | None
    permit_status: Literal[PERMIT_STATUSES]
    verifiers: list[UUID]
    approvers: list[UUID]
    decisions: list[Decision]
    line_items: list[LineItem]
    overdue: bool
    history: list[Step]


class VendorsWorkOrder(Answer):
    """What a vendor sees of a work order: what is to be done where and when, and nothing of who decided."""

    number: str
    title: str
    description: str
    site: NamedSite | None
    priority: Literal[PRIORITIES]
    status: Literal[STATUSES]
    vendor: Vendor | None
    planned_start: Moment | None
    due_at: Moment | None
    started_at: Moment | None
    completed_at: Moment | None
    declined: bool
    decline_reason: str | None
    permit_type: Literal[PERMITS] | None
    permit_status: Literal[PERMIT_STATUSES]
    line_items: list[LineItem]
