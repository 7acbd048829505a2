from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A required answer is needed to complete. This platform does without."
REQUIREMENTS = ("TSK-015",)
SCENARIOS = ("Completing names each required answer and photo that is missing",)

missing = rules.missing


def missing_photos(questions, answered, photos, photos_required):
    return missing([], answered, photos, photos_required)


if __name__ == "__main__":
    replace(rules, "missing", missing_photos)
    start()
