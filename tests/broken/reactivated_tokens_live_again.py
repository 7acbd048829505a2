from __future__ import annotations

from reference.accounts import sessions
from tests.broken._starting import replace, start

RULE = "A deactivation ends all sign-ins for good. This platform takes the old tokens again after a reactivation."
REQUIREMENTS = ("ACC-040",)
SCENARIOS = ("Who is deactivated is signed out everywhere at once, and comes back with the same password",)

def end_sessions(session, which):
    """The person's status is enough."""


if __name__ == "__main__":
    replace(sessions, "end_sessions", end_sessions)
    start()
