from __future__ import annotations

from reference.sales import commissions
from tests.broken._starting import replace, start

RULE = "A commission is kept with its terms. This platform forgets the bonus."
REQUIREMENTS = ("SAL-005",)
SCENARIOS = ("A new commission is a draft with the usual terms, just as it was sent",)

create = commissions.create


def create_without_bonus(session, fields):
    return create(session, {**fields, "bonus": commissions.NOTHING})


if __name__ == "__main__":
    replace(commissions, "create", create_without_bonus)
    start()
