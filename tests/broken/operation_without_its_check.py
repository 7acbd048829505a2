from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "A person's role decides about every operation. This platform does not look at it where sites are changed."
REQUIREMENTS = ("ACC-031",)
SCENARIOS = ("A role may do what its permissions contain, and nothing else",)

is_allowed = calls.may


def may(role, permission, *more):
    return permission == "sites.manage" or is_allowed(role, permission, *more)


if __name__ == "__main__":
    replace(calls, "may", may)
    start()
