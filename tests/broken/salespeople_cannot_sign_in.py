from __future__ import annotations

from reference.accounts import api
from tests.broken._starting import replace, start

RULE = "Everybody signs in in the same way. This platform refuses salespeople."
REQUIREMENTS = ("ACC-005", "SUI-022")
SCENARIOS = ("Everybody signs in at the same place in the same way, whatever the role",)

try_it = api.try_password


def try_password(person, is_right):
    return try_it(person, is_right and person.role != "sales")


if __name__ == "__main__":
    replace(api, "try_password", try_password)
    start()
