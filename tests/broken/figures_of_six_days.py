from __future__ import annotations

from reference.analytics import api
from tests.broken._starting import replace, start

RULE = "Without naming days one is shown the last seven. This platform shows eight."
REQUIREMENTS = ("ANA-009",)
SCENARIOS = ("Without naming days one is shown the last seven",)


if __name__ == "__main__":
    replace(api, "LAST_DAYS", 8)
    start()
