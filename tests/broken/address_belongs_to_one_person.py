from __future__ import annotations

from sqlalchemy import select

from reference.accounts import sessions
from reference.accounts.records import Person
from reference.core.database import EVERY_TENANT, transaction
from tests.broken._starting import replace, start

RULE = "One address may belong to two people at two tenants. This platform signs in whoever had it first."
REQUIREMENTS = ("TEN-003",)
SCENARIOS = ("The same address belongs to two different people at two tenants",)

begin = sessions.open_session


def open_session(session, person, address, user_agent, cookie=None):
    with transaction(EVERY_TENANT) as every:
        first = every.scalars(select(Person).where(Person.email == person.email).order_by(Person.created_at)).first()
        if first is not None and first.id != person.id:
            return begin(every, first, address, user_agent, cookie)
    return begin(session, person, address, user_agent, cookie)


if __name__ == "__main__":
    replace(sessions, "open_session", open_session)
    start()
