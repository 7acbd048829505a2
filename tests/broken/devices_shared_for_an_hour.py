from __future__ import annotations

from datetime import timedelta

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "A device is a shared one for half an hour. This platform takes an hour."
REQUIREMENTS = ("ATT-003",)
SCENARIOS = ("For how long a colleague's device is a shared one",)


if __name__ == "__main__":
    replace(fraud, "SHARED_WITHIN", timedelta(hours=1))
    start()
