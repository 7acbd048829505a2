from __future__ import annotations

from reference.sales import commissions
from tests.broken._starting import replace, start

RULE = "An approved or paid commission stays as it is. On this platform it changes."
REQUIREMENTS = ("SAL-020",)
SCENARIOS = ("Each thing is done with a commission where it is possible, and else leaves nothing behind",)


def refuse_settled(commission):
    pass


if __name__ == "__main__":
    replace(commissions, "refuse_settled", refuse_settled)
    start()
