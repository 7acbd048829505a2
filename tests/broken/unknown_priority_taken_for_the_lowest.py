from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from reference.tickets import api, rules
from tests.broken._starting import replace, start

RULE = "There are four priorities. This platform takes any other word for the lowest."
REQUIREMENTS = ("TKT-016", "TKT-017")
SCENARIOS = ("There are four priorities, and no other is taken", "A ticket takes each of the four priorities and no other")

Priority = Annotated[str, AfterValidator(lambda text: text if text in rules.PRIORITIES else "P3")]


class NewTicket(api.NewTicket):
    priority: Priority = "P2"


class TicketChange(api.TicketChange):
    priority: Priority = None


if __name__ == "__main__":
    replace(api, "NewTicket", NewTicket)
    replace(api, "TicketChange", TicketChange)
    start()
