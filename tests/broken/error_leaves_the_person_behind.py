from __future__ import annotations

from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from reference.core import calls
from reference.core.database import transaction
from tests.broken._starting import replace, start

RULE = ("After an error a connection carries nothing over. This platform answers the next in the name of whose "
        "request failed.")
REQUIREMENTS = ("TEN-034",)
SCENARIOS = ("After an error of one tenant the next on the connection sees its own records",)

header = calls.Visit.header
left = {}


def left_behind(visit, name):
    found = header(visit, name)
    return left.get(visit.request.client, found) if name == "authorization" else found


@contextmanager
def remembering(call, *, snapshot=False):
    try:
        with transaction(call.person.tenant_id, snapshot=snapshot) as session:
            yield session
    except SQLAlchemyError:
        left[call.request.client] = header(call, "authorization")
        raise


if __name__ == "__main__":
    replace(calls.Visit, "header", left_behind)
    replace(calls.Call, "transaction", remembering)
    start()
