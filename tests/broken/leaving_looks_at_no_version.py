from __future__ import annotations

from reference.core.calls import Visit
from tests.broken._starting import replace, start

RULE = "Who leaves as of an outdated state is told so. This platform does not look at it."
REQUIREMENTS = ("ATT-040",)
SCENARIOS = ("Who leaves as of an outdated state is told so",)


def check_version(visit, record):
    pass


if __name__ == "__main__":
    replace(Visit, "check_version", check_version)
    start()
