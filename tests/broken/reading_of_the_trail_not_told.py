from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "That somebody has read the trail is told in it. This platform tells only who has taken it away."
REQUIREMENTS = ("AUD-015",)
SCENARIOS = ("Administrators and verifiers read the trail, and nobody else",)

tell = calls.Call.tell


def tell_of_exports(call, event_type, *arguments, **details):
    if event_type != "data_accessed":
        tell(call, event_type, *arguments, **details)


if __name__ == "__main__":
    replace(calls.Call, "tell", tell_of_exports)
    start()
