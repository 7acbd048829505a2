from __future__ import annotations

import time

from reference.attendance import alerts_api
from tests.broken._starting import replace, start

RULE = "Of two outcomes at one moment one holds. This platform looks at the alert before it waits for the other."
REQUIREMENTS = ("ATT-030",)
SCENARIOS = ("Of two outcomes at the same moment one holds",)

find = alerts_api.alert_of


def alert_of(session, alert_id, *, locked=False):
    found = find(session, alert_id)
    if locked:
        time.sleep(0.2)
    return found


if __name__ == "__main__":
    replace(alerts_api, "alert_of", alert_of)
    start()
