from __future__ import annotations

from dataclasses import replace as changed

from reference.accounts.records import Person
from tests.broken._starting import replace, start

RULE = "Another role and a deactivation are of the level security. This platform takes them for changes like any other."
REQUIREMENTS = ("AUD-005",)
SCENARIOS = ("Another role is told, with the one before",
             "Who is shut out stands in the trail, and each sign-in that this ended")


if __name__ == "__main__":
    replace(Person, "trail", changed(Person.trail, security=frozenset()))
    start()
