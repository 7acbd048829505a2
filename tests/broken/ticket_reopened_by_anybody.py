from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = ("A resolved ticket is reopened by its reporter or those above. This platform lets everybody who "
        "works on tickets do it.")
REQUIREMENTS = ("TKT-013",)
SCENARIOS = ("Of others a supervisor takes a resolved ticket up again, and nobody below",)


def is_settling(status, to):
    return to in rules.FINAL


if __name__ == "__main__":
    replace(rules, "is_settling", is_settling)
    start()
