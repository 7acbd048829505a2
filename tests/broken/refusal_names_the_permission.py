from __future__ import annotations

from reference.core import calls
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "Who may not do something is not told which permission it takes. This platform names it."
REQUIREMENTS = ("ACC-031",)
SCENARIOS = ("A role may do what its permissions contain, and nothing else",)

is_allowed = calls.may
asked = {}


def may(role, permission, *more):
    asked["for"] = permission
    return is_allowed(role, permission, *more)


def not_allowed():
    return Problem(403, detail=f"This takes the permission {asked['for']} .")


if __name__ == "__main__":
    replace(calls, "may", may)
    replace(calls, "not_allowed", not_allowed)
    start()
