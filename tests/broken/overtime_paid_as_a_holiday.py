from __future__ import annotations

from reference.attendance.pay_rates_api import RATES
from tests.broken._starting import replace, start

RULE = "Overtime is paid one and a half times. This platform pays it twice."
REQUIREMENTS = ("ATT-037",)
SCENARIOS = ("Pay rates are read by who has them and by who leads",)


if __name__ == "__main__":
    replace(RATES, "overtime", "2.00")
    start()
