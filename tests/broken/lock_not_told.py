from __future__ import annotations

from dataclasses import replace as changed

from reference.accounts.records import Person
from tests.broken._starting import replace, start

RULE = "Who is locked or shut out stands in the trail. This platform takes a person's status for a counter."
REQUIREMENTS = ("AUD-005",)
SCENARIOS = ("Wrong passwords are told, and the lock that they bring",
             "Who is shut out stands in the trail, and each sign-in that this ended")


if __name__ == "__main__":
    replace(Person, "trail", changed(Person.trail, silent=Person.trail.silent | {"status", "locked_until"}))
    start()
