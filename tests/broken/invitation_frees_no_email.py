from __future__ import annotations

from reference.accounts import invitations
from tests.broken._starting import replace, start

RULE = "The e-mail of an invitation that was taken back is free again. This platform keeps it taken."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("An invitation that was taken back is good no more, and its e-mail is free again",)

def revoke(session, invitation):
    invitations.require_pending(invitation)
    invitation.status = "revoked"


if __name__ == "__main__":
    replace(invitations, "revoke", revoke)
    start()
