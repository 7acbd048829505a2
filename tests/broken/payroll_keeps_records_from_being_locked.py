from __future__ import annotations

from reference.attendance import review
from tests.broken._starting import replace, start

RULE = "After the payroll a record can still be locked. On this platform it is too late for that, too."
REQUIREMENTS = ("ATT-034",)
SCENARIOS = ("Once the payroll is closed a record is still locked",)


if __name__ == "__main__":
    replace(review, "BEFORE_PAYROLL", ("approve", "reject", "adjust", "lock"))
    start()
