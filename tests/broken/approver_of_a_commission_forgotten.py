from __future__ import annotations

from reference.accounts.records import Person
from reference.sales import commissions
from tests.broken._starting import replace, start

RULE = "A commission says who has approved it. On this platform it is whose it is."
REQUIREMENTS = ("SAL-020",)
SCENARIOS = ("An approved commission says by whom, a paid one since when, and a reopened one neither",)

approve = commissions.approve


def approve_as_its_person(session, commission, by):
    approve(session, commission, session.get_one(Person, commission.person_id))


if __name__ == "__main__":
    replace(commissions, "approve", approve_as_its_person)
    start()
