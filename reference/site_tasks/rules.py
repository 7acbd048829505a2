"""The rules of tasks at sites, apart from HTTP and SQL."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from reference.core.errors import Fault

STATUSES = ("assigned", "in_progress", "standby", "partially_completed", "completed", "auto_closed")
KINDS = ("task", "ppm")
PRIORITIES = ("high", "medium", "low")
SCAN_TYPES = ("QR", "NFC", "entered", "skip")
ANSWER_KINDS = ("text", "number", "yes_no")
MOST_QUESTIONS = 50
MOST_PHOTOS = 20
PHOTO_BYTES = 5 * 1024 * 1024
LONGEST_ANSWER = 2000
LARGEST_NUMBER = 1e15
LONGEST_PLAN = 1440  # minutes
LONGEST_EXPIRY = 365 * 1440

TRANSITIONS: dict[str, tuple[str, ...]] = {
    "assigned": ("in_progress", "standby", "auto_closed"),
    "in_progress": ("completed", "partially_completed", "standby", "assigned", "auto_closed"),
    "standby": ("in_progress", "assigned", "auto_closed"),
    "partially_completed": ("in_progress", "completed", "auto_closed"),
    "completed": ("in_progress",),
    "auto_closed": (),
}
OPEN = tuple(status for status in STATUSES if "auto_closed" in TRANSITIONS[status])
ANSWERABLE = ("in_progress", "partially_completed")

# verb -> from which statuses, and to which it leads
VERBS: dict[str, tuple[tuple[str, ...], str]] = {
    "start": (("assigned",), "in_progress"),
    "standby": (("assigned", "in_progress"), "standby"),
    "resume": (("standby", "partially_completed"), "in_progress"),
    "hand_back": (("in_progress", "standby"), "assigned"),
    "partial": (("in_progress",), "partially_completed"),
    "complete": (("in_progress", "partially_completed"), "completed"),
    "reopen": (("completed",), "in_progress"),
}

# kind of template -> for how long its tasks are made ahead
AHEAD = {"task": timedelta(hours=24), "ppm": timedelta(days=7)}


def after(verb: str, has_begun: bool) -> str:
    """Where a verb leads. What was held before anybody began it goes back to where it was: it is still to be scanned."""
    return "assigned" if verb == "resume" and not has_begun else VERBS[verb][1]


def is_overdue(planned_at: datetime, minutes: int, moment: datetime) -> bool:
    """Whether a task that is to take so many minutes, with its grace, is late at the moment."""
    return moment > planned_at + timedelta(minutes=minutes)


def is_flagged(question: Mapping[str, Any], answer: Any) -> bool:
    """Whether a number is outside the question's range."""
    low, high = question["low"], question["high"]
    return question["kind"] == "number" and ((low is not None and answer < low) or (high is not None and answer > high))


def fits(question: Mapping[str, Any], answer: Any) -> bool:
    """Whether the answer is of the kind that the question asks for."""
    kinds: dict[str, Any] = {"text": str, "number": (int, float), "yes_no": bool}
    return isinstance(answer, kinds[question["kind"]]) and isinstance(answer, bool) == (question["kind"] == "yes_no")


def missing(questions: Iterable[Mapping[str, Any]], answered: Collection[str], photos: int,
            photos_required: int) -> list[str]:
    """What completing still needs, by the names of fields."""
    fields = [f"answers.{each['id']}" for each in questions if each["required"] and each["id"] not in answered]
    return [*fields, *(["photos"] if photos < photos_required else [])]


def faults_of(template: Mapping[str, Any]) -> Iterable[Fault]:
    """What of a template does not go together."""
    if template["expiry_minutes"] < template["plan_minutes"] + template["grace_minutes"]:
        yield Fault("expiry_minutes", "out_of_range", "This is shorter than the time to do it, with its grace.")
    if template["scan_type"] != "skip" and template["scan_code"] is None:
        yield Fault("scan_code", "required", "What is to be scanned?")
    if template["scan_type"] == "skip" and template["scan_code"] is not None:
        yield Fault("scan_code", "not_allowed", "Nothing is scanned.")
    if None not in (template["valid_from"], template["valid_until"]) and template["valid_until"] < template["valid_from"]:
        yield Fault("valid_until", "out_of_range", "This is before its first day.")
    asked: set[str] = set()
    for number, question in enumerate(template["questions"]):
        if question["id"] in asked:
            yield Fault(f"questions.{number}.id", "not_allowed", "This was given before.")
        asked.add(question["id"])
        limits = (question["low"], question["high"])
        if question["kind"] != "number" and limits != (None, None):
            yield Fault(f"questions.{number}.kind", "not_allowed", "Only a number has a range.")
        elif None not in limits and limits[0] > limits[1]:
            yield Fault(f"questions.{number}.high", "out_of_range", "This is below the lowest.")
