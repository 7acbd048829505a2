from __future__ import annotations

from typing import Literal

from reference.sales import payments_api, rules
from tests.broken._starting import replace, start

RULE = "No payment is rejected without a reason. This platform supposes one."
REQUIREMENTS = ("SAL-042",)
SCENARIOS = ("No payment is rejected without one of the reasons",)


class Rejection(payments_api.Rejection):
    failure_reason: Literal[rules.FAILURES] = "bank_decline"


if __name__ == "__main__":
    replace(payments_api, "Rejection", Rejection)
    start()
