from __future__ import annotations

from contextvars import ContextVar

from pydantic import ConfigDict

from reference.accounts import invitations, invitations_api
from tests.broken._starting import replace, start

RULE = "An invitation's role is what was offered. This platform gives whoever accepts the role that they ask for."
REQUIREMENTS = ("ACC-011",)
SCENARIOS = ("Who accepts cannot ask for something else",)

asked_for = ContextVar("asked_for", default=None)
make_active = invitations.accept


class Generous(invitations_api.Acceptance):
    model_config = ConfigDict(extra="ignore")

    role: str | None = None

    def model_post_init(self, context):
        asked_for.set(self.role)


def accept(session, invitation, password_hash):
    person = make_active(session, invitation, password_hash)
    person.role = asked_for.get() or person.role
    return person


if __name__ == "__main__":
    replace(invitations_api, "Acceptance", Generous)
    replace(invitations, "accept", accept)
    start()
