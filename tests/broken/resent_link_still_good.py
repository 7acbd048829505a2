from __future__ import annotations

from reference.accounts import invitations
from reference.accounts.records import Invitation
from tests.broken._starting import replace, start

RULE = "An invitation that is sent again makes its first link worthless. This platform takes both."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("An invitation that is sent again has another link, and the first is good no more",)

find = invitations.locked_by_link


def locked_by_link(session, link):
    return find(session, (link[0], session.get_one(Invitation, link[0]).links))


if __name__ == "__main__":
    replace(invitations, "locked_by_link", locked_by_link)
    start()
