from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Only administrators invite. This platform lets everybody."
REQUIREMENTS = ("ACC-035",)
SCENARIOS = ("Only administrators invite",)


if __name__ == "__main__":
    replace(PERMISSIONS, "people.manage", "AAAAAAA")
    start()
