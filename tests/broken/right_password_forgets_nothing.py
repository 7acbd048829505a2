from __future__ import annotations

from reference.accounts import api
from tests.broken._starting import replace, start

RULE = "The right password clears the count of wrong ones. This platform goes on counting."
REQUIREMENTS = ("ACC-019",)
SCENARIOS = ("Four wrong passwords lock nobody out, and the right one forgets them",)

try_it = api.try_password


def try_password(person, is_right):
    counted = person.wrong_passwords
    refusal = try_it(person, is_right)
    if refusal is None:
        person.wrong_passwords = counted
    return refusal


if __name__ == "__main__":
    replace(api, "try_password", try_password)
    start()
