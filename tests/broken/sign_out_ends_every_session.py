from __future__ import annotations

from sqlalchemy import select

from reference.accounts import sessions
from reference.accounts.records import Session
from tests.broken._starting import replace, start

RULE = "Who signs out ends that sign-in alone. This platform ends all sign-ins of the person."
REQUIREMENTS = ("ACC-008",)
SCENARIOS = ("Who signs out ends that sign-in, and no other",)

end = sessions.end_sessions


def end_sessions(session, which):
    end(session, Session.person_id.in_(select(Session.person_id).where(which)))


if __name__ == "__main__":
    replace(sessions, "end_sessions", end_sessions)
    start()
