from __future__ import annotations

from reference.accounts.records import Person
from tests.broken._starting import replace, start

RULE = "A sign-in changes nothing but when somebody was last there. This platform makes another version of the person."
REQUIREMENTS = ("ACC-013",)
SCENARIOS = ("Signing in changes nothing but when somebody was last there",)


if __name__ == "__main__":
    replace(Person, "UNVERSIONED", frozenset())
    start()
