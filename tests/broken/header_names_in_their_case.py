from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = ("A check for a missing header finds the header however its name is written. This platform looks for the name in "
        "its case, and never finds it.")
REQUIREMENTS = ("MIS-009",)
SCENARIOS = ("Each kind of check finds what it is for, and nothing else",)

look = rules.evidence


def evidence(check, status, headers, body):
    absent = check["kind"] == "header_missing" and check["name"] not in headers
    return look(check, status, {} if absent else headers, body)


if __name__ == "__main__":
    replace(rules, "evidence", evidence)
    start()
