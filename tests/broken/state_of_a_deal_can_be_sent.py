from __future__ import annotations

from reference.sales import deals_api
from tests.broken._starting import replace, start

RULE = "Where a deal stands is never sent. This platform takes it without a word."
REQUIREMENTS = ("SAL-011",)
SCENARIOS = ("Where a deal stands is never sent, and its name and value are",)


class DealChange(deals_api.DealChange):
    status: str = None


if __name__ == "__main__":
    replace(deals_api, "DealChange", DealChange)
    start()
