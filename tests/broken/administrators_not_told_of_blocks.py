from __future__ import annotations

from reference.attendance import alerts
from tests.broken._starting import replace, start

RULE = "Administrators are told of what is blocked. This platform leaves them out."
REQUIREMENTS = ("ATT-025",)
SCENARIOS = ("Of what is blocked supervisors and administrators are told, by mail too",)


def inform_administrators(session, alert_id):
    pass


if __name__ == "__main__":
    replace(alerts, "inform_administrators", inform_administrators)
    start()
