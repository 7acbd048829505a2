from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A photo of 5 MB is taken. This platform refuses it."
REQUIREMENTS = ("TSK-017",)
SCENARIOS = ("A picture of a known kind is kept as it was sent",)


if __name__ == "__main__":
    replace(rules, "PHOTO_BYTES", 5 * 1024 * 1024 - 1)
    start()
