"""What may be sent about work orders by the people of the tenant, and by vendors."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from reference.core.errors import Fault
from reference.core.inputs import Body, Change, Email, FilterId, Identifier, Moment, OneOrMore, Page, Search, Text
from reference.work_orders import rules
from reference.work_orders.shapes import WorkOrderAnswer

Number = Annotated[float, Field(ge=-rules.LARGEST, le=rules.LARGEST)]
People = Annotated[list[Identifier], Field(max_length=rules.MOST_PEOPLE)]
# What fits depends on the item: rules.answer_fault.
Given = Annotated[Any, PlainValidator(lambda value: value), WithJsonSchema({"type": ["boolean", "number", "string"]})]


class VendorForm(Body):
    name: Text(1, 200)
    email: Email


class ItemForm(Body):
    """A line of the checklist. ``low`` and ``high`` are where an answer that is a number is as it should be."""

    text: Text(1, 500)
    kind: Literal[rules.KINDS]
    required: bool = False
    low: Number | None = None
    high: Number | None = None


Items = Annotated[list[ItemForm], Field(max_length=rules.MOST_ITEMS)]


class NewWorkOrder(Body):
    """A work order to be made: a title is enough as yet."""

    title: Text(1, 200)
    description: Text(0, 5000) = ""
    site_id: Identifier | None = None
    priority: Literal[rules.PRIORITIES] = "medium"
    assignee_id: Identifier | None = None
    vendor: VendorForm | None = None
    planned_start: Moment | None = None
    due_at: Moment | None = None
    permit_type: Literal[rules.PERMITS] | None = None
    verifiers: People = Field(default_factory=list)
    approvers: People = Field(default_factory=list)
    line_items: Items = Field(default_factory=list)


class WorkOrderChange(Change):
    """What is to be different."""

    title: Text(1, 200) = None
    description: Text(0, 5000) = None
    site_id: Identifier | None = None
    priority: Literal[rules.PRIORITIES] = None
    assignee_id: Identifier | None = None
    vendor: VendorForm | None = None
    planned_start: Moment | None = None
    due_at: Moment | None = None
    permit_type: Literal[rules.PERMITS] | None = None
    verifiers: People = None
    approvers: People = None
    line_items: Items = None

    READ_ONLY = frozenset(WorkOrderAnswer.model_fields) - frozenset(NewWorkOrder.model_fields)


class WorkOrderFilter(Page):
    status: OneOrMore(*rules.STATUSES) | None = None
    site_id: FilterId | None = None
    priority: OneOrMore(*rules.PRIORITIES) | None = None
    assignee_id: FilterId | None = None
    q: Search | None = None


class Deed(Change):
    """A verb that can do without words."""

    comment: Text(0, 2000) = ""


class ExplainedDeed(Change):
    """A verb that needs words."""

    comment: Text(1, 2000)


class Judgement(Deed):
    """What a verifier says of a permit: words are needed where it is no."""

    decision: Literal["approved", "rejected"]


class AnswerForm(Change):
    answer: Given


class Reason(Body):
    reason: Text(1, 2000)


class ItemAnswer(Body):
    item_id: Identifier
    answer: Given


class Checklist(Body):
    """What a vendor has found and done: the answers, all at once."""

    answers: Annotated[list[ItemAnswer], Field(max_length=rules.MOST_ITEMS)]


def faults_of_items(items: list[dict[str, Any]]) -> list[Fault]:
    """Where the ranges of a checklist make no sense."""
    faults = []
    for place, item in enumerate(items):
        given = [name for name in ("low", "high") if item[name] is not None]
        if item["kind"] != "number":
            faults += [Fault(f"line_items.{place}.{name}", "not_allowed", "Only a number has a range.") for name in given]
        elif len(given) == 2 and item["high"] < item["low"]:
            faults.append(Fault(f"line_items.{place}.high", "out_of_range", "This is below the low end."))
    return faults
