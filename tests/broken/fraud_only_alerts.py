from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "What surely is fraud is not let in. This platform only alerts."
REQUIREMENTS = ("ATT-025",)
SCENARIOS = ("What is just enough is blocked, and nothing of it is kept but the alert",)


if __name__ == "__main__":
    replace(fraud, "BLOCKED", "never")
    start()
