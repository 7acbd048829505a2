"""The rules of conversations, apart from HTTP and SQL: who may what, titles, when a budget counts anew."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Protocol
from uuid import UUID

from reference.core.permissions import may, scope_of

VISIBILITIES = ("private", "shared", "mission")
CHOSEN = VISIBILITIES[:2]  # by people; the third is the platform's
STATES = ("answered", "unanswered")

TITLE = 80  # characters of a first message that become the title
LONGEST_MESSAGE = 32_000
HISTORY = 20  # messages that are sent along with a question
MOST_TOKENS = 1_000_000_000


class Caller(Protocol):
    """Who calls."""

    person_id: UUID
    role: str
    modules: list[str] | None


class Talk(Protocol):
    """A conversation."""

    owner_id: UUID
    visibility: str


def sees_all(person: Caller) -> bool:
    """Whether the person's role shows all conversations of the tenant, and not only the own and the shared."""
    return scope_of(person.role, "conversations.read") == "all"


def may_read(person: Caller, talk: Talk) -> bool:
    if talk.visibility == "mission":
        return may(person.role, "missions.read", person.modules)
    return talk.visibility == "shared" or may_change(person, talk)


def may_change(person: Caller, talk: Talk) -> bool:
    """Whether the person may change and delete it: nobody does that to the chat of a mission."""
    return talk.visibility != "mission" and (sees_all(person) or talk.owner_id == person.person_id)


def may_ask(person: Caller, talk: Talk) -> bool:
    if talk.visibility == "mission":
        return may(person.role, "missions.decide", person.modules)
    return may_change(person, talk)


def title_of(message: str) -> str:
    """What a conversation is called that begins with this message."""
    return message.strip()[:TITLE].strip()


def day_after(moment: datetime) -> datetime:
    """The midnight with which the next day begins, UTC."""
    return _midnight(moment) + timedelta(days=1)


def month_after(moment: datetime) -> datetime:
    """The midnight with which the next month begins, UTC."""
    return (_midnight(moment).replace(day=1) + timedelta(days=32)).replace(day=1)


def _midnight(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def seconds_until(moment: datetime, now: datetime) -> int:
    """Whole seconds, after which the moment has surely come."""
    return max(1, math.ceil((moment - now).total_seconds()))
