from __future__ import annotations

from reference.sales import deals
from tests.broken._starting import replace, start

RULE = "A cancelled deal takes no money. On this platform it does."
REQUIREMENTS = ("SAL-018",)
SCENARIOS = ("A deal without money is cancelled with a reason, and takes none any more",)


def refuse_cancelled(deal):
    pass


if __name__ == "__main__":
    replace(deals, "refuse_cancelled", refuse_cancelled)
    start()
