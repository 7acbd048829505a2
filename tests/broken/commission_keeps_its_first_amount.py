from __future__ import annotations

from reference.sales import commissions
from tests.broken._starting import replace, start

RULE = "A commission follows its rate. On this platform it stays as it was computed first."
REQUIREMENTS = ("SAL-005", "SAL-021")
SCENARIOS = ("A commission is a part of the verified sales, and follows its rate",)


def change(session, commission, fields):
    commissions.refuse_settled(commission)
    for name, value in fields.items():
        setattr(commission, name, value)


if __name__ == "__main__":
    replace(commissions, "change", change)
    start()
