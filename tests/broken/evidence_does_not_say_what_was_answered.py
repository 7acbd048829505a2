from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A finding's evidence tells what was answered. This platform's names only what was asked."
REQUIREMENTS = ("MIS-006",)
SCENARIOS = ("A finding is open at first, is confirmed and then fixed",)

look = rules.evidence


def evidence(check, status, headers, body):
    return f"GET {check['path']}" if look(check, status, headers, body) else None


if __name__ == "__main__":
    replace(rules, "evidence", evidence)
    start()
