from __future__ import annotations

from reference.core.errors import not_allowed
from reference.tickets import api, rules
from tests.broken._starting import replace, start

RULE = "A ticket's reporter closes and reopens it, whatever the role. This platform wants a supervisor."
REQUIREMENTS = ("TKT-013", "TKT-018")
SCENARIOS = (
    "Who reported a ticket speaks on it, closes it and takes it up again, whatever the role",
    "Who reported a ticket takes it up again when it was not resolved after all",
)


def refuse_move(call, found, to):
    if rules.is_settling(found.status, to) and not api.may_assign(call):
        raise not_allowed()


if __name__ == "__main__":
    replace(api, "refuse_move", refuse_move)
    start()
