from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "A viewer takes no figures along. This platform lets viewers download them."
REQUIREMENTS = ("ANA-019",)
SCENARIOS = ("A viewer looks at all figures, and takes none along",)


if __name__ == "__main__":
    replace(PERMISSIONS, "analytics.export", "AAA---A")
    start()
