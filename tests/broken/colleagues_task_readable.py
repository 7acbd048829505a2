from __future__ import annotations

from reference.site_tasks import api
from tests.broken._starting import replace, start

RULE = "A worker sees the own tasks alone. This platform shows the colleagues'."
REQUIREMENTS = ("TSK-019",)
SCENARIOS = ("A colleague's task does not exist for a worker",)


if __name__ == "__main__":
    replace(api, "sees_all", lambda call: True)
    start()
