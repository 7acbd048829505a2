from __future__ import annotations

import time

from sqlalchemy import select

from reference.accounts import people
from reference.accounts.records import Person
from tests.broken._starting import replace, start

RULE = "Two administrators who demote each other at once do not both succeed. This platform looks before it locks."
REQUIREMENTS = ("ACC-039",)
SCENARIOS = ("Two administrators who demote each other at once do not both succeed",)

UNTIL_THE_CHANGE_SECONDS = 0.3  # makes sure that both have looked before one changes


def locked_admins(session):
    found = session.scalars(select(Person).where(Person.role == "admin")).all()
    time.sleep(UNTIL_THE_CHANGE_SECONDS)
    return found


if __name__ == "__main__":
    replace(people, "locked_admins", locked_admins)
    start()
