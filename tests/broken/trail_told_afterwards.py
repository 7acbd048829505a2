from __future__ import annotations

import threading

from reference.core import audit
from reference.core.database import EVERY_TENANT, transaction
from tests.broken._starting import replace, start

RULE = "An event is there as soon as the change is answered. This platform writes it a second and a half later."
REQUIREMENTS = ("AUD-018",)
SCENARIOS = ("A change can be read in the trail as soon as it is answered, and that in less than a second",)

append = audit._append


def append_later(session, tenant_id, chain, told):
    if not any(each.action == "mission.update" for each in told):
        append(session, tenant_id, chain, told)
        return

    def write():
        with transaction(EVERY_TENANT) as own:
            append(own, tenant_id, chain, told)

    threading.Timer(1.5, write).start()


if __name__ == "__main__":
    replace(audit, "_append", append_later)
    start()
