from __future__ import annotations

from reference.accounts import me_api
from tests.broken._starting import replace, start

RULE = "A new password ends all other sign-ins. This platform lets them go on."
REQUIREMENTS = ("ACC-012",)
SCENARIOS = ("A new password ends every other sign-in",)

def end_other_sessions(session, call):
    """They go on."""


if __name__ == "__main__":
    replace(me_api, "end_other_sessions", end_other_sessions)
    start()
