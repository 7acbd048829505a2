from __future__ import annotations

from reference.tenancy import rules
from tests.broken._starting import replace, start

RULE = "An active tenant cannot be activated. This platform does as if it were."
REQUIREMENTS = ("TEN-023",)
SCENARIOS = ("A suspended tenant cannot be suspended, nor an active one activated",)


if __name__ == "__main__":
    replace(rules.STATUS_CHANGES, "active", ("suspended", "active"))
    start()
