from __future__ import annotations

from reference.core import audit
from reference.core.database import EVERY_TENANT, transaction
from tests.broken._starting import replace, start

RULE = "What is taken back leaves no event. This platform writes its events in transactions of their own."
REQUIREMENTS = ("AUD-017",)
SCENARIOS = ("What the database takes back at the last moment leaves no event",)

append = audit._append


def append_apart(session, tenant_id, chain, told):
    if session.tenant_id is EVERY_TENANT:
        append(session, tenant_id, chain, told)
        return
    with transaction(EVERY_TENANT) as own:
        append(own, tenant_id, chain, told)


if __name__ == "__main__":
    replace(audit, "_append", append_apart)
    start()
