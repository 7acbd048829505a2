from __future__ import annotations

from reference.core import money
from tests.broken._starting import replace, start

RULE = "A currency is one of ISO 4217. This platform takes any three letters."
REQUIREMENTS = ("SAL-036",)
SCENARIOS = ("What a deal cannot be is refused, with the field that is wrong",)


class EveryCode:
    def __contains__(self, code):
        return len(code) == 3


if __name__ == "__main__":
    replace(money, "currencies", EveryCode)
    start()
