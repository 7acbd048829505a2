from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "Each operation needs its own permission. On this platform who may read missions may also run them."
REQUIREMENTS = ("ACC-031",)
SCENARIOS = ("A role may do what its permissions contain, and nothing else",)

is_allowed = calls.may


def may(role, permission, *more):
    return is_allowed(role, "missions.read" if permission == "missions.run" else permission, *more)


if __name__ == "__main__":
    replace(calls, "may", may)
    start()
