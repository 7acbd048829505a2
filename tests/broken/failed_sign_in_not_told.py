from __future__ import annotations

from reference.accounts import api
from tests.broken._starting import replace, start

RULE = "Each sign-in that fails stands in the trail. This platform only counts them."
REQUIREMENTS = ("AUD-005",)
SCENARIOS = ("Wrong passwords are told, and the lock that they bring",
             "That somebody unknown tried to sign in is told, and not what was typed")


if __name__ == "__main__":
    replace(api, "tell_failure", lambda session, person: None)
    start()
