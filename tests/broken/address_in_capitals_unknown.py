from __future__ import annotations

from sqlalchemy import select

from reference.accounts import api
from reference.accounts.records import Person
from tests.broken._starting import replace, start

RULE = "An e-mail address is the same in capitals. This platform does not know it."
REQUIREMENTS = ("ACC-002",)
SCENARIOS = ("An e-mail address may be written in capitals",)

def person_by_email(session, email):
    return session.scalar(select(Person).where(Person.email == email))


if __name__ == "__main__":
    replace(api, "_person_by_email", person_by_email)
    start()
