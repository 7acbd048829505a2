from __future__ import annotations

from reference.core.money import Exact
from reference.sales import deals_api
from tests.broken._starting import replace, start

RULE = "A deal may be of 999999999.99. On this platform that is a cent too much."
REQUIREMENTS = ("SAL-034",)
SCENARIOS = ("The smallest and the largest values are kept to the cent",)


class NewDeal(deals_api.NewDeal):
    value: Exact("0.01", "999999999.98")


if __name__ == "__main__":
    replace(deals_api, "NewDeal", NewDeal)
    start()
