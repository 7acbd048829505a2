from __future__ import annotations

from reference.sales import clients
from tests.broken._starting import replace, start

RULE = "A client is kept as it was sent. This platform forgets the phone number."
REQUIREMENTS = ("SUI-023",)
SCENARIOS = ("A client is just as it was sent, and a new one is pending",)

create = clients.create


def create_without_phone(session, owner_id, fields):
    return create(session, owner_id, {**fields, "phone": None})


if __name__ == "__main__":
    replace(clients, "create", create_without_phone)
    start()
