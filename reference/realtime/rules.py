"""The rules of live updates, apart from sockets: frames, refusals, limits, topics."""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from reference.core import clock, inputs
from reference.core.identity import Identity
from reference.core.inputs import UUID_FORM
from reference.core.permissions import HasRights, may, scope_of
from reference.jobs import rules as jobs
from reference.missions import rules as missions
from reference.tickets import rules as tickets

MOST_TOPICS_A_FRAME = 50
MOST_TOPICS_A_SOCKET = 100
MOST_SOCKETS_A_PERSON = 20
FLOOD_WINDOW_SECONDS = 60.0
FLOOD_FRAMES = 100  # within the window; the next two are answered with an error, the third closes
FLOOD_WARNINGS = 2
IDLE_SECONDS = 300.0

FAULTY, NOT_SIGNED_IN, FORBIDDEN, IDLE, SUSPENDED, TOO_MUCH = 4400, 4401, 4403, 4408, 4410, 4429
LEAVING, UNFORESEEN = 1001, 1011

DEVICE_ID_FORM = re.compile(r"[A-Za-z0-9_-]{1,255}")

# Kinds of records, in topics and in the types of frames -> what it takes to see them.
KINDS = {"mission": "missions.read", "job": "jobs.read", "ticket": "tickets.read"}

# The same for what is told of records on ``tenant`` alone.
TOLD = KINDS | {"attendance": "attendance.review", "work_order": "work_orders.read", "task": "tasks.read"}

# States after which a record does not change any more.
FINAL = {"mission": missions.FINAL, "job": jobs.FINAL, "ticket": tickets.FINAL}

# Changes that say their record's status, after which it may not change any more.
STATUS_TOLD = ("ticket.changed", "job.completed", "job.failed", "job.cancelled")

# in-frames: their members, beside type
MEMBERS = {"subscribe": {"topics"}, "unsubscribe": {"topics"}, "ping": {"client_time"}}


@dataclass(frozen=True)
class Refusal(Exception):
    """An error frame. ``closes``: the socket is closed with the code after it."""

    code: int
    reason: str
    message: str
    field: str | None = None
    closes: bool = True

    @property
    def data(self) -> dict[str, Any]:
        data = {"code": self.code, "reason": self.reason, "message": self.message}
        return data if self.field is None else {**data, "field": self.field}


def not_signed_in() -> Refusal:
    return Refusal(NOT_SIGNED_IN, "not_signed_in", "Sign in first.")


def forbidden() -> Refusal:
    return Refusal(FORBIDDEN, "forbidden", "This topic does not exist or is not for you.", "topics")


def tenant_suspended() -> Refusal:
    return Refusal(SUSPENDED, "tenant_suspended", "The tenant is suspended.")


def device_inactive() -> Refusal:
    return Refusal(FORBIDDEN, "device_inactive", "This device was deactivated.")


def unavailable() -> Refusal:
    return Refusal(UNFORESEEN, "unavailable", "The platform cannot answer now.")


def invalid(message: str, field: str | None = None, *, closes: bool = False) -> Refusal:
    return Refusal(FAULTY, "invalid_frame", message, field, closes)


def frame(type_: str, topic: str | None, data: dict[str, Any], at: str | None = None) -> dict[str, Any]:
    """An out-frame: exactly these four members."""
    return {"type": type_, "topic": topic, "at": at or clock.text(clock.now()), "data": data}


def channel_of(topic: str, person_id: UUID) -> str:
    """The name under which the platform counts a topic: the own one carries the person's id."""
    return f"me:{person_id}" if topic == "me" else topic


def topic_of(channel: str) -> str:
    """The topic as people know it."""
    return "me" if channel.startswith("me:") else channel


def record_of(topic: str) -> tuple[str, UUID | None]:
    """A topic's kind and record; raises the refusal that closes where the topic is ill-formed."""
    if topic in ("me", "tenant"):
        return topic, None
    kind, _, record_id = topic.partition(":")
    if kind not in KINDS or not UUID_FORM.fullmatch(record_id):
        raise invalid("This is no topic.", "topics", closes=True)
    return kind, UUID(record_id)


def may_watch(person: HasRights, channel: str) -> bool:
    """Whether the person may subscribe; whether the record exists is another question."""
    kind = topic_of(channel).partition(":")[0]
    return kind in ("me", "tenant") or may(person.role, KINDS[kind], person.modules)


def may_see(person: Identity, channel: str, event: Mapping[str, Any]) -> bool:
    """Whether an event of a topic that the person watches is for the person: who sees the own only sees those ``whose``."""
    needed, whose = TOLD.get(event["type"].partition(".")[0]), event.get("whose")
    if needed is None or (channel != "tenant" and whose is None):
        return True
    is_own = whose is None or scope_of(person.role, needed) == "all" or str(person.person_id) in whose
    return is_own and may(person.role, needed, person.modules)


def ends_with(event: dict[str, Any]) -> str | None:
    """Why a subscription ends after this event, None where it goes on."""
    if event["topic"] == "tenant":
        return None
    if event["type"].endswith(".deleted"):
        return "deleted"
    status = {"mission.status": "new_status", **dict.fromkeys(STATUS_TOLD, "status")}.get(event["type"], "")
    return "final" if event["data"].get(status) in FINAL.get(event["type"].partition(".")[0], ()) else None


def read_topics(message: dict[str, Any]) -> list[str]:
    """The topics of a subscribe or unsubscribe frame, each once; raises Refusal."""
    topics = message.get("topics")
    if not isinstance(topics, list) or not 1 <= len(topics) <= MOST_TOPICS_A_FRAME:
        raise invalid(f"topics must be a list of 1 to {MOST_TOPICS_A_FRAME}.", "topics")
    for topic in topics:
        if not isinstance(topic, str):
            raise invalid("This is no topic.", "topics", closes=True)
        record_of(topic)
    return list(dict.fromkeys(topic.lower() for topic in topics))


def read_message(text: str) -> dict[str, Any]:
    """An in-frame of a known type with no unknown member and a time that can be sent back; raises Refusal."""
    try:
        message = inputs.read_json(text)
    except ValueError:
        raise Refusal(FAULTY, "bad_json", "A frame is JSON.", closes=False) from None
    if not isinstance(message, dict):
        raise Refusal(FAULTY, "not_an_object", "A frame is a JSON object.", closes=False)
    type_ = message.get("type")
    if not isinstance(type_, str) or type_ not in MEMBERS:
        raise Refusal(FAULTY, "unknown_type", "This type of frame is not known.", "type", closes=False)
    unknown = sorted(set(message) - MEMBERS[type_] - {"type"})
    if unknown:
        raise invalid("This member is not known.", inputs.printable(unknown[0]))
    if "client_time" in message and not _can_be_sent_back(message["client_time"]):
        raise invalid("client_time must be text or a number.", "client_time")
    return message


def _can_be_sent_back(value: Any) -> bool:
    if isinstance(value, str):
        return inputs.is_storable(value)
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) != math.inf


class Flood:
    """Counts a socket's frames in a sliding window."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()

    def count(self, moment: float) -> Refusal | None:
        """One more frame; answers the refusal where it is too much."""
        while self._times and moment - self._times[0] >= FLOOD_WINDOW_SECONDS:
            self._times.popleft()
        self._times.append(moment)
        excess = len(self._times) - FLOOD_FRAMES
        if excess <= 0:
            return None
        return Refusal(TOO_MUCH, "rate_limited", "Too many frames.", closes=excess > FLOOD_WARNINGS)
