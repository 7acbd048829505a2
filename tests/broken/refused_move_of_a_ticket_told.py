from __future__ import annotations

from reference.core.database import transaction
from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "Of what is refused nobody is told. This platform tells of each attempt."
REQUIREMENTS = ("TKT-012",)
SCENARIOS = ("Of what is refused or changes nothing nobody is told",)

move = changes.move


def tell_and_move(session, ticket, by, to, comment):
    with transaction(session.tenant_id) as other:
        changes.tell(other, ticket, "ticket.changed", {"status": to, "changes": ["status"]})
    move(session, ticket, by, to, comment)


if __name__ == "__main__":
    replace(changes, "move", tell_and_move)
    start()
