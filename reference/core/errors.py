"""Refusals as problem documents (RFC 9457), and the few that every area uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any, TypeVar

Record = TypeVar("Record")


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with what was sent: which field, a code, and words."""

    field: str
    code: str
    message: str


class Problem(Exception):
    """A refusal. ``extra`` are further members of the problem document, ``headers`` those of the answer."""

    def __init__(self, status: int, title: str = "", detail: str = "", *, errors: Iterable[Fault] = (),
                 headers: Mapping[str, str] | None = None, **extra: Any) -> None:
        self.status = status
        self.title = title or HTTPStatus(status).phrase
        self.detail = detail or self.title
        self.errors = list(errors)
        self.headers = dict(headers or {})
        self.extra = extra
        super().__init__(f"{status} {self.title}")

    def document(self, request_id: str) -> dict[str, Any]:
        """The members of the answer's body."""
        document = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail,
                    "instance": request_id, **self.extra}
        if self.errors:
            document["errors"] = [asdict(fault) for fault in self.errors]
        return document


def not_signed_in() -> Problem:
    return Problem(401, detail="Sign in first.", headers={"WWW-Authenticate": "Bearer"})


def not_allowed() -> Problem:
    return Problem(403, detail="This action is not allowed.")


def not_found() -> Problem:
    return Problem(404, detail="There is no such record.")


def existing(record: Record | None) -> Record:
    """The record that was looked up; 404 where there is none."""
    if record is None:
        raise not_found()
    return record


def faulty(faults: Iterable[Fault]) -> Problem:
    return Problem(422, "Validation failed", "What was sent cannot be accepted.", errors=faults)


def taken(field: str) -> Problem:
    return Problem(409, detail="This value is taken.", errors=[Fault(field, "taken", "This value is taken.")])


def wrong_state(state: str, allowed: Iterable[str]) -> Problem:
    return Problem(409, detail=f"This cannot be done while the record is {state}.", state=state, allowed=list(allowed))


def stale(current_version: int) -> Problem:
    return Problem(409, detail="The record has changed since it was read.", current_version=current_version)


def unavailable(component: str) -> Problem:
    return Problem(503, "Service unavailable", f"{component} is not available.", headers={"Retry-After": "5"})


def tenant_suspended() -> Problem:
    return Problem(410, "Tenant suspended", "The tenant is suspended.")
