from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "Many devices are suspicious. This platform looks only at the present one."
REQUIREMENTS = ("ATT-028", "ATT-025")
SCENARIOS = (
    "Who comes and goes with ever other devices",
    "What is just enough is blocked, and nothing of it is kept but the alert",
)


if __name__ == "__main__":
    replace(fraud, "MANY_DEVICES", 1000)
    start()
