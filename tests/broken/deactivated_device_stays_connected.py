from __future__ import annotations

from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "A deactivated device is disconnected. This platform lets its socket be."
REQUIREMENTS = ("SYN-038",)
SCENARIOS = ("A deactivated device is disconnected, and its person's other devices are not",)

standing = topics.standing


def without_devices(people, sessions):
    found = standing(people, sessions)
    found.inactive_devices.clear()
    return found


if __name__ == "__main__":
    replace(topics, "standing", without_devices)
    start()
