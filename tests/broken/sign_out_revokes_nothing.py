from __future__ import annotations

from reference.accounts import sessions
from tests.broken._starting import replace, start

RULE = "Who signs out ends that sign-in. This platform leaves it to the browser to forget its tokens."
REQUIREMENTS = ("ACC-008", "ACC-009")
SCENARIOS = ("Who signs out ends that sign-in, and no other",
             "Somebody sees where they are signed in, and ends one sign-in")

end = sessions.end_sessions


def end_sessions(session, which):
    if which.left.key != "id":  # those of a person who is deactivated
        end(session, which)


if __name__ == "__main__":
    replace(sessions, "end_sessions", end_sessions)
    start()
