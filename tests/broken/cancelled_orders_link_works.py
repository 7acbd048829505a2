from __future__ import annotations

from reference.core import clock
from reference.core.errors import Problem
from reference.work_orders import links
from tests.broken._starting import replace, start

RULE = "The link to a cancelled order opens nothing. On this platform it shows the order."
REQUIREMENTS = ("WO-019", "WO-011")
SCENARIOS = ("The link to a cancelled order opens nothing any more", "A vendor who declines says why")


def refuse_over(link, order):
    if link.ended_at is not None or link.expires_at <= clock.now():
        raise Problem(410, "Link not valid any more")


if __name__ == "__main__":
    replace(links, "refuse_over", refuse_over)
    start()
