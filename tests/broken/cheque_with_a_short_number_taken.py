from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from reference.core.inputs import Text
from reference.sales import payments_api
from tests.broken._starting import replace, start

RULE = "A cheque's number has 6 to 20 letters and digits. This platform takes 5."
REQUIREMENTS = ("SAL-039",)
SCENARIOS = ("A cheque's number has 6 to 20 letters and digits",)

Number = Annotated[Text(5, 20), Field(pattern=r"^[A-Za-z0-9]*$")]


class NewPayment(payments_api.NewPayment):
    cheque_number: Annotated[Number | None, AfterValidator(payments_api._as_the_method_needs)] = Field(
        None, validate_default=True)


if __name__ == "__main__":
    replace(payments_api, "NewPayment", NewPayment)
    start()
