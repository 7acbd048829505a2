"""Why this process does what it does at the moment: the call or the task behind it, else nobody (the system).

A call's cause is made when it arrives and learns who calls when that is known. A task's cause travels with its message
(core.outbox): so what a worker changes is told of the person who asked for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass
class Cause:
    """Who acts, from where, and by which request or task. ``method``, ``route`` and ``path_ids`` are a call's address."""

    tenant_id: UUID | None = None
    person_id: UUID | None = None
    role: str | None = None
    ip: str | None = None
    user_agent: str | None = None
    request_id: str | None = None
    task_id: str | None = None
    method: str = ""
    route: str = ""
    path_ids: Mapping[str, str] = field(default_factory=dict)

    def is_now(self, person: Any) -> None:
        """The call turns out to be this person's: a record, or an identity."""
        self.tenant_id, self.role = person.tenant_id, person.role
        self.person_id = getattr(person, "person_id", None) or person.id

    def without_person(self) -> Cause:
        """The same call or task, in which something happened that is nobody's doing."""
        return Cause(request_id=self.request_id, task_id=self.task_id)

    def handed_on(self) -> dict[str, Any]:
        """What a task keeps of its cause."""
        return {"person_id": str(self.person_id) if self.person_id else None, "role": self.role,
                "request_id": self.request_id}

    @classmethod
    def of_task(cls, handed_on: Mapping[str, Any] | None, task_id: str) -> Cause:
        """The cause of what a task does. What recurs has nobody behind it, and its own request id."""
        given = handed_on or {}
        person_id = given.get("person_id")
        return cls(person_id=UUID(person_id) if person_id else None, role=given.get("role"),
                   request_id=given.get("request_id") or task_id, task_id=task_id)


_present: ContextVar[Cause | None] = ContextVar("cause", default=None)


def present() -> Cause:
    """The cause of what happens now; one that names nobody where there is none."""
    return _present.get() or Cause()


def begin(cause: Cause | None) -> None:
    """From now on, in this call or task, this is the cause."""
    _present.set(cause)


@contextmanager
def because_of(cause: Cause) -> Iterator[None]:
    """For a while this is the cause."""
    token = _present.set(cause)
    try:
        yield
    finally:
        _present.reset(token)
