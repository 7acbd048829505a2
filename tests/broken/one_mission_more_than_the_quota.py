from __future__ import annotations

from sqlalchemy import text

from reference.core.errors import Problem
from reference.missions import changes
from reference.tenancy.records import current_month
from tests.broken._starting import replace, start

RULE = "A tenant makes as many missions a month as its quota says. This platform lets it make one more."
REQUIREMENTS = ("MIS-028", "MIS-036")
SCENARIOS = (
    "A tenant that has used its missions of the month can create again in the next",
    "Of twenty missions created at once exactly as many are created as are left",
)


def count_creation(session):
    made = "CASE WHEN counted_month = :month THEN missions_this_month ELSE 0 END"
    counted = session.connection().execute(
        text(f"UPDATE tenants SET counted_month = :month, missions_this_month = {made} + 1"
             f" WHERE id = :id AND missions_per_month >= {made}"),
        {"month": current_month(), "id": session.tenant_id}).rowcount
    if not counted:
        raise Problem(403, "Mission quota reached", "The tenant has made all its missions of this month.")


if __name__ == "__main__":
    replace(changes, "count_creation", count_creation)
    start()
