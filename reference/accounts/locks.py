"""Wrong passwords: how they are counted, and the lock that too many of them bring."""

from __future__ import annotations

import math
from typing import Any

from sqlalchemy import or_, select

from reference.accounts import rules
from reference.accounts.records import Person
from reference.core import audit, clock
from reference.core.database import TenantSession
from reference.core.errors import Problem


def try_password(person: Person, is_right: bool) -> Problem | None:
    """Count a wrong password or clear the count; answers the refusal. The person's row is locked."""
    moment = clock.now()
    if person.status == "locked":
        seconds = max(1, math.ceil((person.locked_until - moment).total_seconds()))
        return Problem(423, "Locked", "Too many wrong passwords.", headers={"Retry-After": str(seconds)})
    if not is_right:
        if person.status == "active":
            times = [*rules.recent_wrong_passwords(person.wrong_passwords, moment), clock.text(moment)]
            person.wrong_passwords = times
            if rules.locks(times):
                person.status, person.locked_until = "locked", moment + rules.LOCK_TIME
        return wrong_credentials()
    if person.status == "deactivated":
        return Problem(403, detail="This person is deactivated.")
    person.wrong_passwords = []
    return None


def wrong_credentials() -> Problem:
    return Problem(401, detail="E-mail or password is wrong.", headers={"WWW-Authenticate": "Bearer"})


def end_locks_that_are_over(session: TenantSession, *which: Any) -> None:
    """A lock that is over has ended, whether or not the person has come back since. Before the people are read, and with
    their rows locked: what a sign-in stores at the same moment stays."""
    is_over = or_(Person.locked_until.is_(None), Person.locked_until <= clock.now())
    for person in session.scalars(select(Person).where(Person.status == "locked", is_over, *which).order_by(Person.id)
                                  .with_for_update()):
        person.status, person.locked_until, person.wrong_passwords = "active", None, []
        audit.by_time(session, person)
    session.flush()
