from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "Required photos are needed to complete. This platform does with one less."
REQUIREMENTS = ("TSK-015",)
SCENARIOS = ("One photo or answer less than is required is too few",)

missing = rules.missing


def missing_more_than_one(questions, answered, photos, photos_required):
    return missing(questions, answered, photos + 1, photos_required)


if __name__ == "__main__":
    replace(rules, "missing", missing_more_than_one)
    start()
