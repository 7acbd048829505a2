from __future__ import annotations

from sqlalchemy import update

from reference.accounts import sessions
from reference.accounts.records import RefreshToken
from tests.broken._starting import replace, start

RULE = "A refresh token is used up by its first use. This platform takes it again and again."
REQUIREMENTS = ("ACC-006", "ACC-042",)
SCENARIOS = ("A sign-in is renewed once, and reusing the old token ends it", "Of two renewals at once one succeeds")

use = sessions.use_refresh_token


def use_refresh_token(session, known):
    session.execute(update(RefreshToken).where(RefreshToken.id == known.id).values(used_at=None))
    return use(session, known)


if __name__ == "__main__":
    replace(sessions, "use_refresh_token", use_refresh_token)
    start()
