from __future__ import annotations

from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "Suspending a tenant leaves the connections of others open. This platform closes all."
REQUIREMENTS = ("TEN-021",)
SCENARIOS = ("Whoever is connected is disconnected when the tenant is suspended, at each process",)

standing = topics.standing


def standing_of_all(people, sessions):
    found = standing(people, sessions)
    if not found.suspended_tenants:
        return found
    return topics.Standing({}, found.ended_sessions, found.suspended_tenants)


if __name__ == "__main__":
    replace(topics, "standing", standing_of_all)
    start()
