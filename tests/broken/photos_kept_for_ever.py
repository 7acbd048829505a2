from __future__ import annotations

from datetime import timedelta

from reference.attendance import photos
from tests.broken._starting import replace, start

RULE = "Photos are removed 90 days after the punch. This platform keeps them for ten years."
REQUIREMENTS = ("ATT-038",)
SCENARIOS = ("Photos are removed ninety days after the punch",)


if __name__ == "__main__":
    replace(photos, "KEPT", timedelta(days=3650))
    start()
