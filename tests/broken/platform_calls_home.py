from __future__ import annotations

import contextlib
import socket

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "The platform opens no connection but to addresses that it was given. This one calls home when a mission is renamed."
REQUIREMENTS = ("API-052",)
SCENARIOS = ("From its start to the end of a survey the platform turns to nobody that it was not told of",)

really_change = changes.change


def change(session, mission, *rest, **more):
    with contextlib.suppress(OSError), socket.socket() as phone:
        phone.settimeout(0.05)
        phone.connect(("192.0.2.7", 443))
    really_change(session, mission, *rest, **more)


if __name__ == "__main__":
    replace(changes, "change", change)
    start()
