from __future__ import annotations

from reference.core.calls import Visit
from tests.broken._starting import replace, start

RULE = "What has changed meanwhile is not overwritten. This platform looks at no version."
REQUIREMENTS = ("API-053",)
SCENARIOS = ("Of two changes at the same moment one is made, and the other one is told",
             "Whoever has seen an older version changes nothing",
             "A change of what has changed meanwhile is refused")


def look_at_nothing(visit, record):
    pass


if __name__ == "__main__":
    replace(Visit, "check_version", look_at_nothing)
    start()
