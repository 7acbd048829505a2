from __future__ import annotations

from reference.accounts import invitations
from tests.broken._starting import replace, start

RULE = "An invitation is good for seven days. This platform takes it for ever."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("An invitation is good for seven days",)

def is_open(invitation):
    return invitation.status == "pending"


if __name__ == "__main__":
    replace(invitations, "is_open", is_open)
    start()
