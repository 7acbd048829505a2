from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "Open and confirmed findings make the risk. This platform counts the open ones only."
REQUIREMENTS = ("MIS-020",)
SCENARIOS = ("Each decision counts the risk of the mission anew",)


if __name__ == "__main__":
    replace(rules, "RISKY_FINDINGS", ("open",))
    start()
