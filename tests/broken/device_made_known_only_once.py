from __future__ import annotations

from reference.core.errors import taken
from reference.devices import api
from tests.broken._starting import replace, start

RULE = "Who registers a device again is told that it is known. This platform takes it for somebody else's."
REQUIREMENTS = ("SYN-008",)
SCENARIOS = (
    "A tablet is registered by its id and type alone, and never twice",
    "A device that registers five times at once is one device",
)

registered_again = api.registered_again


def refused_again(call, session, wanted):
    if registered_again(call, session, wanted):
        raise taken("device_id")


if __name__ == "__main__":
    replace(api, "registered_again", refused_again)
    start()
