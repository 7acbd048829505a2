from __future__ import annotations

from reference.accounts import invitations
from tests.broken._starting import replace, start

RULE = "Who is invited gets exactly the role of the invitation. This platform makes everybody an operator."
REQUIREMENTS = ("ACC-011",)
SCENARIOS = ("Who is invited gets exactly the role and the e-mail of the invitation",)

make_active = invitations.accept


def accept(session, invitation, password_hash):
    person = make_active(session, invitation, password_hash)
    person.role = "operator"
    return person


if __name__ == "__main__":
    replace(invitations, "accept", accept)
    start()
