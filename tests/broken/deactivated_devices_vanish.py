from __future__ import annotations

from reference.devices import api
from reference.devices.records import Device
from tests.broken._starting import replace, start

RULE = "A deactivated device stays in the list. This platform shows it no more."
REQUIREMENTS = ("SYN-007",)
SCENARIOS = ("The list says of each device what it is, and since when it was not seen",)

visible = api.visible


def only_active(call):
    return visible(call).where(Device.status == "active") if call.request.method == "GET" else visible(call)


if __name__ == "__main__":
    replace(api, "visible", only_active)
    start()
