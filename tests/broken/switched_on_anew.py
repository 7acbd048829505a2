from __future__ import annotations

from reference.plugins import api
from tests.broken._starting import replace, start

RULE = "Switching on what is on changes nothing. This platform does it anew."
REQUIREMENTS = ("PLG-006",)
SCENARIOS = ("Switching on what is on, and off what is off, changes nothing",)

locked = api.locked


def as_if_it_were_off(session, found):
    known = locked(session, found)
    if known is not None:
        known.enabled, known.enabled_at = False, None
    return known


if __name__ == "__main__":
    replace(api, "locked", as_if_it_were_off)
    start()
