from __future__ import annotations

from reference.tenancy import rules
from tests.broken._starting import replace, start

RULE = "A suspended tenant cannot be suspended. This platform suspends it again, for the newer reason."
REQUIREMENTS = ("TEN-023",)
SCENARIOS = ("A suspended tenant cannot be suspended, nor an active one activated",)


if __name__ == "__main__":
    replace(rules.STATUS_CHANGES, "suspended", ("active", "suspended"))
    start()
