from __future__ import annotations

from reference.accounts import invitations
from reference.core import clock
from tests.broken._starting import replace, start

RULE = "An invitation is used once. This platform lets it be used again."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("An invitation is used once",)

def is_open(invitation):
    return invitation.status != "revoked" and invitation.expires_at > clock.now()


if __name__ == "__main__":
    replace(invitations, "is_open", is_open)
    start()
