from __future__ import annotations

from reference.attendance import api, check_outs
from tests.broken._starting import replace, start

RULE = "Who works finds the own records alone. This platform shows everybody's."
REQUIREMENTS = ("ATT-038",)
SCENARIOS = ("Whoever works finds the own records alone, and who reviews finds all",)


def scope_of(role, permission):
    return "all"


if __name__ == "__main__":
    replace(api, "scope_of", scope_of)
    replace(check_outs, "scope_of", scope_of)
    start()
