from __future__ import annotations

from sqlalchemy import select

from reference.accounts.records import Person
from reference.sales import commissions_api
from tests.broken._starting import replace, start

RULE = "There is no commission for somebody of another tenant. On this platform it becomes the caller's own."
REQUIREMENTS = ("SAL-053",)
SCENARIOS = ("There is no commission for somebody of another tenant",)

create = commissions_api.commissions.create


def referred(session, kind, record_id, field):
    return None


def create_for_whom_there_is(session, fields):
    if session.get(Person, fields["person_id"]) is None:
        fields = {**fields, "person_id": session.scalars(select(Person.id).limit(1)).one()}
    return create(session, fields)


if __name__ == "__main__":
    replace(commissions_api, "referred", referred)
    replace(commissions_api.commissions, "create", create_for_whom_there_is)
    start()
