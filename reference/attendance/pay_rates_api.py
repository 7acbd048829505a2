"""What work is paid, over HTTP. So far it is the same for everybody."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Response

from reference.accounts.records import Person
from reference.attendance import access
from reference.core import audit
from reference.core.answers import Answer
from reference.core.calls import Call, needs, record_id
from reference.core.errors import existing, not_found
from reference.core.inputs import Query
from reference.core.routes import Router

router = Router(prefix="/api/v2/attendance", tags=["attendance"])

CURRENCY = "SGD"
RATES = {"base": "10.00", "overtime": "1.50", "night": "1.20", "weekend": "1.50", "holiday": "2.00"}


class PayRatesAnswer(Answer):
    """``base`` is paid for an hour; the others are by how much it is multiplied."""

    person_id: UUID
    currency: str
    base: str
    overtime: str
    night: str
    weekend: str
    holiday: str


@router.get("/pay-rates/{person_id}", response_model=PayRatesAnswer)
def pay_rates(call: Annotated[Call, needs("attendance.read")], person_id: str) -> Response:
    """The own pay rates, or to who reads all attendance somebody's: that is told in the trail."""
    whose = record_id(person_id)
    is_own = whose == call.person.person_id
    if not is_own and not access.sees_all(call.person):
        raise not_found()
    with call.transaction() as session:
        existing(session.get(Person, whose))
        call.query(Query)
        if not is_own:
            audit.tell(session, "data_accessed", "pay_rate.read", "pay_rate", whose)
    return call.answer(PayRatesAnswer(person_id=whose, currency=CURRENCY, **RATES))
