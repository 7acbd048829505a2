from __future__ import annotations

from reference.work_orders import telling
from tests.broken._starting import replace, start

RULE = "The site's security gets one mail of a permit. This platform sends two."
REQUIREMENTS = ("WO-008",)
SCENARIOS = ("When a permit is given, the vendor and the site's security are mailed once",)

tell = telling.of_permit


def tell_twice(session, order):
    tell(session, order)
    tell(session, order)


if __name__ == "__main__":
    replace(telling, "of_permit", tell_twice)
    start()
