from __future__ import annotations

import time

from reference.attendance import review_api
from tests.broken._starting import replace, start

RULE = "Of two reviews at one moment one holds. This platform looks at the record before it waits for the other."
REQUIREMENTS = ("ATT-032",)
SCENARIOS = ("Of an approval and a rejection at the same moment one holds",)

visible_locked = review_api.visible


def visible(call, session, record_id, *, locked=False):
    found = visible_locked(call, session, record_id)
    if locked:
        time.sleep(0.2)
    return found


if __name__ == "__main__":
    replace(review_api, "visible", visible)
    start()
