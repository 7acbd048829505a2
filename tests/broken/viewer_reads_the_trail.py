from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Only administrators and verifiers read the trail. This platform shows it to viewers, too."
REQUIREMENTS = ("AUD-015",)
SCENARIOS = ("To who may not read the trail it is refused, and that is told",)


if __name__ == "__main__":
    replace(PERMISSIONS, "audit.read", "A----AA")
    start()
