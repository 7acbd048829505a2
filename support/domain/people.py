"""Who acts in a scenario: people and their tenants."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic


@dataclass
class Tenant:
    """A tenant as a scenario knows it. ``administrator`` is who registered it, ``viewer`` who may only look there."""

    name: str
    slug: str
    id: str
    administrator: Person | None = None
    viewer: Person | None = None


@dataclass
class Person:
    """Somebody who acts in a scenario. Tokens are those of the latest sign-in."""

    name: str
    email: str
    password: str
    role: str
    tenant: Tenant
    full_name: str
    id: str = ""
    access_token: str | None = None
    refresh_token: str | None = None
    signed_in_at: float = 0.0  # on the monotonic clock
    passwords: set[str] = field(default_factory=set, repr=False)  # that were the person's, or were tried to be made so
    answers: list[dict] = field(default_factory=list, repr=False)  # what each sign-in answered

    def keep_tokens(self, answer: dict) -> None:
        self.access_token, self.refresh_token = answer["access_token"], answer["refresh_token"]
        self.signed_in_at = monotonic()
        self.answers.append(answer)
