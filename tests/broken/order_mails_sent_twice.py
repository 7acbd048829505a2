from __future__ import annotations

from reference.work_orders import tasks
from tests.broken._starting import replace, start

RULE = "Vendor and security each get one mail of a permit. This platform sends each mail of an order twice."
REQUIREMENTS = ("WO-008", "WO-019")
SCENARIOS = (
    "When a permit is given, the vendor and the site's security are mailed once",
    "A vendor who is mailed anew has another link, and the first opens nothing any more",
)

send = tasks.send


def send_twice(task, written):
    send(task, written)
    send(task, written)


if __name__ == "__main__":
    replace(tasks, "send", send_twice)
    start()
