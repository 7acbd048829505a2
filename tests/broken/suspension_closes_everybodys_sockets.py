from __future__ import annotations

from dataclasses import replace as replace_fields

from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "Suspending a tenant leaves the connections of others open. This platform closes all."
REQUIREMENTS = ("TEN-021",)
SCENARIOS = ("Whoever is connected is disconnected when the tenant is suspended, at each process",)

standing = topics.standing


class Everybody(set):
    def __contains__(self, _):
        return True


def standing_of_all(people, sessions):
    found = standing(people, sessions)
    return replace_fields(found, suspended_tenants=Everybody(found.suspended_tenants)) if found.suspended_tenants else found


if __name__ == "__main__":
    replace(topics, "standing", standing_of_all)
    start()
