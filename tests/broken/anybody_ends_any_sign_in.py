from __future__ import annotations

from reference.accounts import me_api
from reference.accounts.records import Session
from tests.broken._starting import replace, start

RULE = "People end their own sign-ins. This platform ends whatever a colleague names."
REQUIREMENTS = ("ACC-009",)
SCENARIOS = ("Nobody ends somebody else's sign-in",)

def own_and_open(call):
    return (Session.ended_at.is_(None),)


if __name__ == "__main__":
    replace(me_api, "_own_and_open", own_and_open)
    start()
