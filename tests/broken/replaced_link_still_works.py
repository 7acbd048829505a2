from __future__ import annotations

from reference.core import clock
from reference.core.errors import Problem
from reference.work_orders import links
from tests.broken._starting import replace, start

RULE = "A vendor who is mailed anew has one link that is good. On this platform the first one still is."
REQUIREMENTS = ("WO-019",)
SCENARIOS = (
    "A vendor who is mailed anew has another link, and the first opens nothing any more",
    "Another vendor takes the first one's link away",
)


def refuse_over(link, order):
    if link.expires_at <= clock.now() or order.status == "cancelled":
        raise Problem(410, "Link not valid any more")


if __name__ == "__main__":
    replace(links, "refuse_over", refuse_over)
    start()
