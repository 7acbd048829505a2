from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "What cannot be told is not sold. This platform keeps the deal, and does without the event."
REQUIREMENTS = ("AUD-004",)
SCENARIOS = ("What cannot be told is not sold",)

append = audit._append


def append_or_not(session, tenant_id, chain, told):
    if any(each.object_type == "deal" for each in told):
        return
    append(session, tenant_id, chain, told)


if __name__ == "__main__":
    replace(audit, "_append", append_or_not)
    start()
