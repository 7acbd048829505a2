from __future__ import annotations

from sqlalchemy import update

from reference.devices import api
from reference.devices.records import Device
from tests.broken._starting import replace, start

RULE = "A device stays with its person. This platform gives it to whoever registers it."
REQUIREMENTS = ("SYN-039",)
SCENARIOS = (
    "A colleague's device stays the colleague's",
    "A colleague's deactivated device is not free either",
)

registered_again = api.registered_again


def taken_over(call, session, wanted):
    session.execute(update(Device).where(Device.device_id == wanted.device_id).values(person_id=call.person.person_id))
    return registered_again(call, session, wanted)


if __name__ == "__main__":
    replace(api, "registered_again", taken_over)
    start()
