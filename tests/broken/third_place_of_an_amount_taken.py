from __future__ import annotations

from reference.core.money import LARGEST, Exact
from reference.sales import deals_api
from tests.broken._starting import replace, start

RULE = "An amount has two places. This platform takes a third and rounds it."
REQUIREMENTS = ("SAL-034", "SAL-027")
SCENARIOS = ("A value that is none is refused",)


class NewDeal(deals_api.NewDeal):
    value: Exact("0.01", LARGEST, places=3)


if __name__ == "__main__":
    replace(deals_api, "NewDeal", NewDeal)
    start()
