from __future__ import annotations

from reference.accounts import sessions
from reference.accounts.records import Session
from tests.broken._starting import replace, start

RULE = "Reusing a refresh token ends the session. This platform only refuses the reuse."
REQUIREMENTS = ("ACC-006",)
SCENARIOS = ("A sign-in is renewed once, and reusing the old token ends it",)

use = sessions.use_refresh_token


def use_refresh_token(session, known):
    tokens = use(session, known)
    if tokens is None:
        session.get_one(Session, known.session_id).ended_at = None
    return tokens


if __name__ == "__main__":
    replace(sessions, "use_refresh_token", use_refresh_token)
    start()
