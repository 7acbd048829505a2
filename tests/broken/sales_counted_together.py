from __future__ import annotations

from reference.sales import numbers, rules
from tests.broken._starting import replace, start

RULE = "Deals, payments and invoices are counted each by itself. This platform counts them together."
REQUIREMENTS = ("SAL-014",)
SCENARIOS = ("Each tenant counts its own, each kind by itself, and what was refused is not counted",)


def take(session, kind):
    which = {"tenant_id": session.tenant_id, "kind": "deal"}
    return rules.number(kind, session.execute(numbers.TAKE, which).scalar_one())


if __name__ == "__main__":
    replace(numbers, "take", take)
    start()
