from __future__ import annotations

from dataclasses import replace as with_other

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "A browser's cookie is worth nothing while the tenant is suspended. This platform refuses tokens alone."
REQUIREMENTS = ("TEN-020",)
SCENARIOS = ("A browser's cookie is worth nothing while the tenant is suspended",)

identify = calls._identify


def identify_browsers_gladly(visit):
    person = identify(visit)
    return person if visit.header("authorization") else with_other(person, tenant_status="active")


if __name__ == "__main__":
    replace(calls, "_identify", identify_browsers_gladly)
    start()
