from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "Night at a site begins at ten. This platform sleeps from eleven on."
REQUIREMENTS = ("ATT-027", "ATT-024", "ATT-026")
SCENARIOS = (
    "When it is night at the site",
    "Where suspicion begins",
    "Just enough for an alert, of which no mail is sent",
)


if __name__ == "__main__":
    replace(fraud, "NIGHT_BEGINS", 23)
    start()
