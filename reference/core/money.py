"""Money, and other exact decimals: texts outside, numbers without a rounding error inside."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from reference.core.inputs import fault

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")
LARGEST = Decimal("999999999.99")
FORM = re.compile(r"-?(?:0|[1-9][0-9]{0,29})(?:\.([0-9]+))?")


def rounded(amount: Decimal) -> Decimal:
    """To the cent, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def Exact(least: str, most: Decimal | str, places: int = 2) -> Any:
    """A decimal that is sent as text, with so many places at the most."""
    lowest, highest, unit = Decimal(least), Decimal(most), Decimal(1).scaleb(-places)

    def read(text: Any) -> Decimal:
        if not isinstance(text, str):
            raise fault("type", "This is sent as text, such as \"12.50\".")
        form = FORM.fullmatch(text)
        if form is None or len(form[1] or "") > places:
            raise fault("format", f"This is a decimal with at most {places} places, such as \"12.50\".")
        number = Decimal(text)
        if not lowest <= number <= highest:
            raise fault("out_of_range", f"This must be from {least} to {most}.")
        return number.quantize(unit)

    pattern = rf"^[0-9]+(\.[0-9]{{1,{places}}})?$"
    return Annotated[Decimal, PlainValidator(read), WithJsonSchema({"type": "string", "pattern": pattern})]


def Shown(places: int = 2) -> Any:
    """A decimal as it is answered: text with exactly so many places."""
    return Annotated[Decimal, PlainSerializer(lambda number: f"{number:.{places}f}", return_type=str),
                     WithJsonSchema({"type": "string", "pattern": rf"^[0-9]+\.[0-9]{{{places}}}$"}, mode="serialization")]


Amount = Exact("0.01", LARGEST)
AmountOrNothing = Exact("0.00", LARGEST)
Percentage = Exact("0.00", "100.00")
ShownAmount = Shown()


def _currency(code: Any) -> str:
    if not isinstance(code, str):
        raise fault("type")
    if code not in currencies():
        raise fault("not_allowed", "This is no currency of ISO 4217.")
    return code


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """The codes of ISO 4217."""
    from iso4217 import Currency as Listed  # 40 ms: only where a currency is given

    return frozenset(each.code for each in Listed)


Currency = Annotated[str, PlainValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
