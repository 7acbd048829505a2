from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Only administrators touch plugins. This platform lets operators and viewers do it too."
REQUIREMENTS = ("PLG-016",)
SCENARIOS = ("Who is no administrator sees which plugins are on, and touches none",)


if __name__ == "__main__":
    replace(PERMISSIONS, "plugins.manage", "A-A---A")
    start()
