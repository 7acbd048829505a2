from __future__ import annotations

from reference.accounts import api
from tests.broken._starting import replace, start

RULE = "Who signs out ends that sign-in. This platform leaves it to the browser to forget its tokens."
REQUIREMENTS = ("ACC-008",)
SCENARIOS = ("Who signs out ends that sign-in, and no other",)

end = api.end_sessions


def end_sessions(session, which):
    if which.left.key != "id":  # those of a person who is deactivated
        end(session, which)


if __name__ == "__main__":
    replace(api, "end_sessions", end_sessions)
    start()
