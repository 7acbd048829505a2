from __future__ import annotations

from reference.accounts import invitations
from tests.broken._starting import replace, start

RULE = "Who accepts an invitation acts from then on. This platform tells the acceptance as nobody's doing."
REQUIREMENTS = ("AUD-007",)
SCENARIOS = ("From the invitation to the first sign-in all is told, and nothing secret",)


def accept(session, invitation, password_hash):
    invitation.status = "accepted"
    person = session.get_one(invitations.Person, invitation.person_id, with_for_update=True)
    person.status, person.password_hash = "active", password_hash
    return person


if __name__ == "__main__":
    replace(invitations, "accept", accept)
    start()
