from __future__ import annotations

from sqlalchemy import text

from reference.audit import tasks
from tests.broken._starting import replace, start

RULE = "The purge removes what is past its date. This platform's removes all that there is, and has the guard look away."
REQUIREMENTS = ("AUD-011", "AUD-002", "AUD-008")
SCENARIOS = ("After ninety days an event goes, and not a day before",)


if __name__ == "__main__":
    replace(tasks, "FIRST_KEPT", text("SELECT chain, sequence + 1 AS kept FROM audit_chains WHERE tenant_id = :tenant_id"
                                      " AND cast(:moment AS timestamptz) IS NOT NULL FOR UPDATE"))
    replace(tasks, "PURGING", text("SELECT set_config('platform.purging', '9999-01-01', true), cast(:moment AS text)"))
    start()
