from __future__ import annotations

import time

from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "Each step of a sale is answered within a second. On this platform a payment takes longer."
REQUIREMENTS = ("API-062",)
SCENARIOS = ("Each step of a sale is answered within a second",)

record = payments.record


def record_slowly(session, deal, by, fields):
    time.sleep(1.2)
    return record(session, deal, by, fields)


if __name__ == "__main__":
    replace(payments, "record", record_slowly)
    start()
