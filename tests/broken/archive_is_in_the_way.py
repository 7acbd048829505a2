from __future__ import annotations

from reference.conversations import api
from tests.broken._starting import replace, start

RULE = "What is laid aside is listed only where it is asked for. This platform lists it always."
REQUIREMENTS = ("CON-010",)
SCENARIOS = ("What is laid aside is not in the way, and can be taken up again",)


def laid_aside(are_wanted):
    return []


if __name__ == "__main__":
    replace(api, "laid_aside", laid_aside)
    start()
