from __future__ import annotations

from reference.core import cause
from reference.plugins import api
from tests.broken._starting import replace, start

RULE = "The configuration of what is on cannot be removed. This platform removes it."
REQUIREMENTS = ("PLG-013",)
SCENARIOS = ("The configuration of what is on cannot be removed",)

locked = api.locked


def as_if_it_were_off(session, found):
    known = locked(session, found)
    if known is not None and cause.present().method == "DELETE":
        known.enabled = False
    return known


if __name__ == "__main__":
    replace(api, "locked", as_if_it_were_off)
    start()
