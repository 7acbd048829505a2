from __future__ import annotations

from typing import Annotated

from pydantic import Field

from reference.core import database
from reference.core.inputs import Text
from reference.sales import clients_api
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "A client's phone number has 10 to 15 digits. This platform takes one of 9 or 16."
REQUIREMENTS = ("SAL-035",)
SCENARIOS = ("A phone number that is none is refused",)


class NewClient(clients_api.NewClient):
    phone: Annotated[Text(0, 16), Field(pattern=r"^\+?[0-9]{9,16}$")] | None = None


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE clients DROP CONSTRAINT IF EXISTS clients_phone_check"))
    replace(clients_api, "NewClient", NewClient)
    start()
