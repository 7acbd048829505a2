from __future__ import annotations

from dataclasses import replace as changed

from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "A deactivated device is disconnected, and no other. This platform disconnects whatever its person works with."
REQUIREMENTS = ("SYN-038",)
SCENARIOS = ("A deactivated device is disconnected, and its person's other devices are not",)

standing = topics.standing


class Persons(set):
    """Devices of which each stands for all that its person has."""

    def __contains__(self, device):
        return any(person_id == device[0] for person_id, _ in self)


def of_whole_persons(people, sessions):
    found = standing(people, sessions)
    return changed(found, inactive_devices=Persons(found.inactive_devices))


if __name__ == "__main__":
    replace(topics, "standing", of_whole_persons)
    start()
