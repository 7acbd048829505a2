from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "After sign-in the person is counted. This platform goes on counting the address."
REQUIREMENTS = ("API-042", "API-044")
SCENARIOS = ("The call after the last is refused, does nothing, and is nobody else's matter",
             "After sign-in the person is counted, wherever the calls come from")

count = calls._count


def count_address(visit, who):
    count(visit, visit.address)


if __name__ == "__main__":
    replace(calls, "_count", count_address)
    start()
