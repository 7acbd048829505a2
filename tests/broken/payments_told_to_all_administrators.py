from __future__ import annotations

from reference.sales import telling
from tests.broken._starting import replace, start

RULE = "Who records a payment is not told of it. On this platform everybody is who may verify."
REQUIREMENTS = ("NTF-010",)
SCENARIOS = ("An administrator who records a payment is not asked to verify it",)

notify = telling._notify


def notify_all(session, kind, people, by_id, *what, **more):
    notify(session, kind, people, None, *what, **more)


if __name__ == "__main__":
    replace(telling, "_notify", notify_all)
    start()
