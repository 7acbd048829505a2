from __future__ import annotations

from sqlalchemy import delete

from reference.accounts import sessions
from reference.accounts.records import RefreshToken
from tests.broken._starting import replace, start

RULE = "Reusing any refresh token of a session ends it. This platform remembers the last used one alone."
REQUIREMENTS = ("ACC-006",)
SCENARIOS = ("A token that was used long ago ends the sign-in too",)

use = sessions.use_refresh_token


def use_refresh_token(session, known):
    tokens = use(session, known)
    session.execute(delete(RefreshToken).where(RefreshToken.session_id == known.session_id, RefreshToken.id != known.id,
                                               RefreshToken.used_at.is_not(None)))
    return tokens


if __name__ == "__main__":
    replace(sessions, "use_refresh_token", use_refresh_token)
    start()
