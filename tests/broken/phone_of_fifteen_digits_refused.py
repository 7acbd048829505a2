from __future__ import annotations

from typing import Annotated

from pydantic import Field

from reference.core.inputs import Text
from reference.sales import clients_api
from tests.broken._starting import replace, start

RULE = "A client's phone number has 10 to 15 digits. This platform takes no more than 14."
REQUIREMENTS = ("SAL-035",)
SCENARIOS = ("A phone number has 10 to 15 digits",)


class NewClient(clients_api.NewClient):
    phone: Annotated[Text(0, 16), Field(pattern=r"^\+?[0-9]{10,14}$")] | None = None


if __name__ == "__main__":
    replace(clients_api, "NewClient", NewClient)
    start()
