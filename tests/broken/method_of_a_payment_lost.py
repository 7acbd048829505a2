from __future__ import annotations

from reference.sales import payments
from tests.broken._starting import replace, start

RULE = "A payment keeps the method that was sent. On this platform it came by bank unless it is a cheque."
REQUIREMENTS = ("SAL-013",)
SCENARIOS = ("A payment is just as it was sent, with the method that was sent",)

record = payments.record


def record_as_usual(session, deal, by, fields):
    method = "cheque" if fields["method"] == "cheque" else "bank"
    return record(session, deal, by, {**fields, "method": method})


if __name__ == "__main__":
    replace(payments, "record", record_as_usual)
    start()
