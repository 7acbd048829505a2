from __future__ import annotations

from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "Suspending a tenant closes its connections. This platform leaves them open."
REQUIREMENTS = ("TEN-021",)
SCENARIOS = (
    "Whoever is connected is disconnected when the tenant is suspended, at each process",
    "Whoever is connected is disconnected also while no worker is there",
)

standing = topics.standing


def standing_of_all(people, sessions):
    found = standing(people, sessions)
    found.suspended_tenants.clear()
    return found


if __name__ == "__main__":
    replace(topics, "standing", standing_of_all)
    start()
