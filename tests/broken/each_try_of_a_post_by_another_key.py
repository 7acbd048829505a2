from __future__ import annotations

from uuid import uuid4

from reference.plugins import webhook
from tests.broken._starting import replace, start

RULE = "Each try of a post carries the same key. This platform makes a new one for each."
REQUIREMENTS = ("PLG-019",)
SCENARIOS = ("What is not taken is tried three more times, and the notification is as good as ever",)

make = webhook.Delivery.make


def by_another_key(delivery):
    delivery.headers["Idempotency-Key"] = str(uuid4())
    make(delivery)


if __name__ == "__main__":
    replace(webhook.Delivery, "make", by_another_key)
    start()
