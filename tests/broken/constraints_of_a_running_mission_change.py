from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = ("Once a mission was started only its name and its description can be changed. This platform changes its "
        "constraints, too.")
REQUIREMENTS = ("MIS-025",)
SCENARIOS = ("Once started, only the name and the description can be changed",)


if __name__ == "__main__":
    replace(rules, "ALWAYS_CHANGEABLE", ("name", "description", "constraints"))
    start()
