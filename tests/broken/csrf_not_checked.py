from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "Who writes by cookie shows that the platform's own page asked. This platform takes the cookie alone."
REQUIREMENTS = ("ACC-030",)
SCENARIOS = ("A browser writes only from the platform's own pages",)

def refuse_forged(visit, person):
    """Nothing is."""


if __name__ == "__main__":
    replace(calls, "refuse_forged", refuse_forged)
    start()
