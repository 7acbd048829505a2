from __future__ import annotations

from reference.accounts import invitations
from reference.core import clock
from tests.broken._starting import replace, start

RULE = "An invitation that was taken back is good no more. This platform takes its link."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("An invitation that was taken back is good no more, and its e-mail is free again",)

def is_open(invitation):
    return invitation.status != "accepted" and invitation.expires_at > clock.now()


if __name__ == "__main__":
    replace(invitations, "is_open", is_open)
    start()
