from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator

from reference.core.money import rounded
from reference.sales import deals_api
from tests.broken._starting import replace, start

RULE = "An amount is sent as text. This platform takes a number, too."
REQUIREMENTS = ("SAL-027",)
SCENARIOS = ("An amount is sent as text",)


class NewDeal(deals_api.NewDeal):
    value: Annotated[Decimal, PlainValidator(lambda sent: rounded(Decimal(sent)))]


if __name__ == "__main__":
    replace(deals_api, "NewDeal", NewDeal)
    start()
