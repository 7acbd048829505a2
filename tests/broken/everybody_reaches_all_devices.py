from __future__ import annotations

from sqlalchemy import select

from reference.devices import api
from reference.devices.records import Device
from tests.broken._starting import replace, start

RULE = "Everybody but administrators reaches the own devices only. This platform shows everybody all of them."
REQUIREMENTS = ("SYN-039",)
SCENARIOS = ("Only administrators reach the devices of others",)


if __name__ == "__main__":
    replace(api, "visible", lambda call: select(Device))
    start()
