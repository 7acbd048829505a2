from __future__ import annotations

import time

from reference.accounts import invitations
from reference.accounts.records import Invitation
from tests.broken._starting import replace, start

RULE = "Of two who use one invitation at once one succeeds. This platform looks whether it is open before it waits."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("Of two who use one invitation at once one succeeds",)

UNTIL_THE_CHANGE_SECONDS = 0.3  # makes sure that both have looked before one changes


def locked_by_link(session, link):
    invitation = session.get(Invitation, link[0])
    if invitation is None or not invitations.is_open(invitation):
        raise invitations.link_over()
    time.sleep(UNTIL_THE_CHANGE_SECONDS)
    return invitation


if __name__ == "__main__":
    replace(invitations, "locked_by_link", locked_by_link)
    start()
