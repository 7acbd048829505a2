from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A check for a status finds that status alone. This platform finds every status of the same hundred."
REQUIREMENTS = ("MIS-009",)
SCENARIOS = ("Each kind of check finds what it is for, and nothing else",)

look = rules.evidence


def evidence(check, status, headers, body):
    is_alike = check["kind"] == "status_is" and check["value"] // 100 == status // 100
    return look(check, check["value"] if is_alike else status, headers, body)


if __name__ == "__main__":
    replace(rules, "evidence", evidence)
    start()
