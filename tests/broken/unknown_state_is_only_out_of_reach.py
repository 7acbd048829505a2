from __future__ import annotations

from reference.tickets import api
from tests.broken._starting import replace, start

RULE = "A state that there is not is a fault of what was sent. This platform calls it out of reach."
REQUIREMENTS = ("TKT-004",)
SCENARIOS = ("A state that there is not is refused",)


class Transition(api.Transition):
    to: str


if __name__ == "__main__":
    replace(api, "Transition", Transition)
    start()
