from __future__ import annotations

from reference.accounts import sessions
from reference.core import identity
from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "Who is deactivated is signed out everywhere. This platform only refuses the next sign-in."
REQUIREMENTS = ("ACC-010", "ACC-040")
SCENARIOS = ("Somebody is invited, joins, is given another role, and is let go",
             "Who is deactivated is signed out everywhere at once, and comes back with the same password")

statuses = (*identity.SIGNED_IN_STATUSES, "deactivated")


def end_sessions(session, which):
    """They go on."""


if __name__ == "__main__":
    replace(sessions, "end_sessions", end_sessions)
    replace(identity, "SIGNED_IN_STATUSES", statuses)
    replace(topics, "SIGNED_IN_STATUSES", statuses)
    start()
