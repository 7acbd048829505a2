from __future__ import annotations

from typing import Literal

from reference.attendance import alerts_api, rules
from reference.core.inputs import Change, Text
from tests.broken._starting import replace, start

RULE = "Who settles an alert notes why. This platform takes an outcome without a note."
REQUIREMENTS = ("ATT-030",)
SCENARIOS = ("Who settles an alert notes why",)


class Transition(Change):
    to: Literal[tuple(rules.ALERT_STATES)]
    note: Text(0, 1000) = ""


if __name__ == "__main__":
    replace(alerts_api, "Transition", Transition)
    start()
