"""The rules of the trail, apart from HTTP and SQL: its kinds, how long it is kept, how its events hang together."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from reference.core import clock

EVENT_TYPES = ("created", "updated", "deleted", "state_changed", "bulk_operation", "permission_denied", "data_accessed",
               "export_executed", "signed_in", "sign_in_failed")
LEVELS = ("info", "warning", "error", "security")
ALWAYS_SECURITY = ("permission_denied", "signed_in", "sign_in_failed")

GENERAL, ATTENDANCE = "general", "attendance"
KEPT_DAYS = 90
KEPT_YEARS = 6  # of attendance
ATTENDANCE_OBJECTS = ("attendance_record", "attendance_day", "shift", "pay_rate")

NOTHING_BEFORE = "0" * 64
HIDDEN = "***"
SECRET_NAME = re.compile(r"password|(?<!total_)token|secret|photo|api_key", re.IGNORECASE)  # total_tokens is a count

# What the hash is made of, besides the previous one.
HASHED = ("id", "tenant_id", "at", "person_id", "role", "action", "event_type", "level", "object_type", "object_id",
          "changes", "metadata", "ip", "user_agent", "request_id", "task_id", "retention_until", "chain", "sequence",
          "previous_hash")


def chain_of(object_type: str | None) -> str:
    return ATTENDANCE if object_type in ATTENDANCE_OBJECTS else GENERAL


def kept_until(chain: str, at: datetime) -> datetime:
    """When an event may be purged. Of the 29th of February it is the 28th, where that year has no other."""
    if chain != ATTENDANCE:
        return at + timedelta(days=KEPT_DAYS)
    day = 28 if (at.month, at.day) == (2, 29) else at.day
    return at.replace(year=at.year + KEPT_YEARS, day=day)


def plain(value: Any) -> Any:
    """A value as it stands in an event: what JSON knows, and text."""
    if isinstance(value, datetime):
        return clock.text(value)
    if isinstance(value, Mapping):
        return {str(name): HIDDEN if member is not None and SECRET_NAME.search(str(name)) else plain(member)
                for name, member in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(member) for member in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return HIDDEN
    return value if value is None or isinstance(value, (str, bool, int, float)) else str(value)


def change(field: str, before: Any, after: Any, *, secret: bool) -> dict[str, Any]:
    """One field's change. Of a secret one it is told that there was and is something, and not what."""
    if secret or SECRET_NAME.search(field):
        before, after = (None if value is None else HIDDEN for value in (before, after))
    return {"field": field, "before": plain(before), "after": plain(after)}


def canonical(event: Mapping[str, Any]) -> str:
    """The event's one spelling: keys sorted, no spaces, without its hash."""
    return json.dumps({name: plain_member(event[name]) for name in HASHED}, sort_keys=True, separators=(",", ":"),
                      ensure_ascii=False)


def as_cell(changes: Iterable[Mapping[str, Any]]) -> str:
    """The changes as they stand in a cell of a table."""
    return json.dumps(list(changes), ensure_ascii=False)


def plain_member(value: Any) -> Any:
    """A member of an event; what is JSON in it stays as it is."""
    if isinstance(value, datetime):
        return clock.text(value)
    return str(value) if isinstance(value, UUID) else value


def hash_of(event: Mapping[str, Any]) -> str:
    """SHA-256 of the previous hash and the event."""
    return hashlib.sha256((event["previous_hash"] + canonical(event)).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Head:
    """Where a chain ends, and with which number it begins since the last purge."""

    first: int
    sequence: int
    hash: str


@dataclass(frozen=True)
class Break:
    """The first event that is not as it was written; without an id where it is gone."""

    sequence: int
    id: UUID | None


def first_break(head: Head | None, events: Iterable[Mapping[str, Any]]) -> tuple[int, Break | None]:
    """How many events of a chain are as they were written, oldest first, and where that ends.

    The previous hash of the oldest is taken as given: what it was made of may have been purged.
    """
    checked, last = 0, None
    for event in events:
        expected = last["sequence"] + 1 if last else head.first if head else 1
        if event["sequence"] > expected:
            return checked, Break(expected, None)
        hangs_on = last is None or event["previous_hash"] == last["hash"]
        if head is None or event["sequence"] < expected or not hangs_on or hash_of(event) != event["hash"]:
            return checked, Break(event["sequence"], event["id"])
        checked, last = checked + 1, event
    if head is None:
        return checked, None
    end = last["sequence"] if last else head.first - 1
    if end < head.sequence:
        return checked, Break(end + 1, None)
    if last and (end > head.sequence or last["hash"] != head.hash):
        return checked - 1, Break(end, last["id"])
    return checked, None
