from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Verifiers read the trail as administrators do. This platform shows it to administrators alone."
REQUIREMENTS = ("AUD-015",)
SCENARIOS = ("Administrators and verifiers read the trail, and nobody else",)


if __name__ == "__main__":
    replace(PERMISSIONS, "audit.read", "A------")
    start()
