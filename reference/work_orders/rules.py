"""The rules of work orders, apart from HTTP and SQL: states, verbs, decisions, what is needed when, answers."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from reference.core import inputs
from reference.core.errors import Fault

# status -> what it can change to
TRANSITIONS = {
    "draft": ("submitted", "cancelled"),
    "submitted": ("approved", "draft", "cancelled"),
    "approved": ("in_progress", "cancelled"),
    "in_progress": ("completed", "cancelled"),
    "completed": ("closed", "in_progress"),
    "closed": (),
    "cancelled": (),
}
STATUSES = tuple(TRANSITIONS)

# verb -> the statuses in which it can be done, and the one that it leads to
VERBS = {
    "submit": (("draft",), "submitted"),
    "verify": (("submitted",), "submitted"),
    "approve": (("submitted",), "approved"),
    "reject": (("submitted",), "draft"),
    "start": (("approved",), "in_progress"),
    "complete": (("in_progress",), "completed"),
    "close": (("completed",), "closed"),
    "reopen": (("completed",), "in_progress"),
    "cancel": (("draft", "submitted", "approved", "in_progress"), "cancelled"),
}
NEEDS_COMMENT = ("reject", "complete", "close", "cancel", "reopen")

OPEN = ("draft", "submitted", "approved", "in_progress", "completed")  # what holds a site
WAITING = ("submitted", "approved", "in_progress")  # what can be overdue
MAILABLE = ("approved", "in_progress")  # when the vendor has a link
AUTHOR_CANCELS = ("draft", "submitted")
WHILE_OPEN = frozenset(("assignee_id", "vendor"))  # the fields that change after the draft, too
ASSIGNABLE = ("submitted", "approved", "in_progress")  # until when they do

PRIORITIES = ("high", "medium", "low")
PERMITS = ("cold", "hot", "confined_space", "electrical", "height", "entry")
PERMIT_STATUSES = ("none", "pending_verification", "pending_approval", "approved", "rejected")
PARTS = ("verifier", "approver")
DECISIONS = ("pending", "approved", "rejected")
KINDS = ("text", "number", "yes_no")
DECIDES = ("supervisor", "admin")  # the roles of verifiers and approvers
WORKS = "worker"  # the role of an assignee
NEEDED_TO_SUBMIT = ("site_id", "planned_start", "due_at")
MOST_PEOPLE, MOST_ITEMS = 10, 100
LARGEST = 1e12  # of a number in a checklist

LINK_TIME = timedelta(hours=72)

Decision = dict[str, Any]
Item = dict[str, Any]


def number(count: int) -> str:
    """The number of a tenant's order of this count."""
    return f"WO-{count:05d}"


def new_token() -> str:
    """What opens a vendor's link."""
    return secrets.token_urlsafe(32)


def is_overdue(status: str, due_at: datetime | None, moment: datetime) -> bool:
    return status in WAITING and due_at is not None and due_at < moment


# What an order may be


def faults_of(fields: Mapping[str, Any]) -> list[Fault]:
    """What does not fit together in an order of these fields."""
    faults = []
    start, due = fields.get("planned_start"), fields.get("due_at")
    if start is not None and due is not None and due <= start:
        faults.append(Fault("due_at", "out_of_range", "This must be after the planned start."))
    has_permit, verifiers = fields.get("permit_type") is not None, fields.get("verifiers")
    if has_permit and not verifiers:
        faults.append(Fault("verifiers", "required", "A permit needs somebody who verifies it."))
    if verifiers and not has_permit:
        faults.append(Fault("verifiers", "not_allowed", "There is no permit to verify."))
    return faults


def missing_to_submit(fields: Mapping[str, Any]) -> list[Fault]:
    return [Fault(name, "required", "This is needed before it can be submitted.") for name in NEEDED_TO_SUBMIT
            if fields.get(name) is None]


def changeable(status: str, *, is_author: bool, may_approve: bool) -> Collection[str] | None:
    """The fields that a person may change in this status; None: any."""
    if status == "draft" and is_author:
        return None
    return WHILE_OPEN if may_approve and status in ASSIGNABLE else ()


# Decisions


def asked(round_: int, verifiers: Iterable[str], approvers: Iterable[str]) -> list[Decision]:
    """What is to be decided in a new round."""
    people = {"verifier": verifiers, "approver": approvers}
    return [{"person_id": person, "part": part, "decision": "pending", "comment": "", "at": None, "round": round_}
            for part in PARTS for person in people[part]]


def of_round(decisions: Iterable[Decision], round_: int, part: str) -> list[Decision]:
    return [each for each in decisions if (each["round"], each["part"]) == (round_, part)]


def own_decision(decisions: Sequence[Decision], round_: int, part: str, person_id: str) -> Decision | None:
    """What the person has decided, or is to decide, in this round."""
    return next((each for each in of_round(decisions, round_, part) if each["person_id"] == person_id), None)


def may_decide(part: str, person_id: str, author_id: str, named: Collection[str]) -> bool:
    """Whether it is the person's to decide: one of those named; where no approver is, whoever may approve at all."""
    if person_id == author_id:
        return False
    return person_id in named or (part == "approver" and not named)


def all_approve(decisions: Sequence[Decision], round_: int, part: str) -> bool:
    return all(each["decision"] == "approved" for each in of_round(decisions, round_, part))


# The checklist


def answer_fault(item: Item, answer: Any, field: str) -> Fault | None:
    """What is wrong with an answer of the item."""
    if item["kind"] == "yes_no":
        return None if isinstance(answer, bool) else Fault(field, "type", "The answer is true or false.")
    if item["kind"] == "number":
        if isinstance(answer, bool) or not isinstance(answer, (int, float)):
            return Fault(field, "type", "The answer is a number.")
        return None if abs(answer) <= LARGEST else Fault(field, "out_of_range", "This is out of range.")
    if not isinstance(answer, str):
        return Fault(field, "type", "The answer is a text.")
    if not inputs.is_storable(answer):
        return Fault(field, "format", "This is not well formed.")
    if not 1 <= len(answer.strip()) <= 2000:
        return Fault(field, "too_long" if answer.strip() else "too_short", "An answer has 1 to 2000 characters.")
    return None


def is_out_of_range(item: Item, answer: Any) -> bool:
    if item["kind"] != "number":
        return False
    return (item["low"] is not None and answer < item["low"]) or (item["high"] is not None and answer > item["high"])


def answered(item: Item, answer: Any, by: Mapping[str, Any], at: str) -> Item:
    """The item with its answer."""
    kept = answer.strip() if isinstance(answer, str) else answer
    return {**item, "answer": kept, "flagged": is_out_of_range(item, kept), "answered_by": dict(by), "answered_at": at}


def unanswered(items: Iterable[Item]) -> list[Fault]:
    """The required items that lack an answer."""
    return [Fault(f"line_items.{item['id']}", "required", "This is to be answered first.")
            for item in items if item["required"] and item["answer"] is None]
