from __future__ import annotations

from uuid import uuid4

from reference.sales import telling
from tests.broken._starting import replace, start

RULE = "What is told of a deal or a payment names the record. On this platform it names another."
REQUIREMENTS = ("NTF-012",)
SCENARIOS = ("What is told of a deal and a payment names the record, its number and its amount",)

notify = telling._notify


def notify_of_another(session, kind, people, by_id, record_id, *what, **more):
    notify(session, kind, people, by_id, uuid4(), *what, **more)


if __name__ == "__main__":
    replace(telling, "_notify", notify_of_another)
    start()
