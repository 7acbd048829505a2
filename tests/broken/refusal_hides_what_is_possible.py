from __future__ import annotations

from reference.core.errors import wrong_state
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Who is refused is told what the mission can become. This platform tells only where it stands."
REQUIREMENTS = ("MIS-024",)
SCENARIOS = ("What can be done next depends on where a mission stands",)


def without_what_is_possible(state, allowed):
    return wrong_state(state, ())


if __name__ == "__main__":
    replace(changes, "wrong_state", without_what_is_possible)
    start()
