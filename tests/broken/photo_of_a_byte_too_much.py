from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A photo has at most 5 MB. This platform takes a byte more."
REQUIREMENTS = ("TSK-017",)
SCENARIOS = ("Another file, or a larger one, is refused and not kept",)


if __name__ == "__main__":
    replace(rules, "PHOTO_BYTES", 5 * 1024 * 1024 + 1)
    start()
