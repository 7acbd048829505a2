from __future__ import annotations

from reference.sales import clients
from tests.broken._starting import replace, start

RULE = "What is sold is read back as it was sent. This platform cuts the names of clients."
REQUIREMENTS = ("API-005",)
SCENARIOS = ("What is sold over HTTP is read back as it was sent",)

create = clients.create


def create_in_short(session, owner_id, fields):
    return create(session, owner_id, {**fields, "name": fields["name"][:6]})


if __name__ == "__main__":
    replace(clients, "create", create_in_short)
    start()
