from __future__ import annotations

from reference.jobs.forms import Report
from tests.broken._starting import replace, start

RULE = "A report that cannot be changes nothing. This platform cuts its percentage to size."
REQUIREMENTS = ("JOB-033",)
SCENARIOS = ("A report that cannot be changes nothing",)

checked = Report.model_validate


def cut(value):
    if isinstance(value.get("progress"), int):
        value = {**value, "progress": min(100, max(0, value["progress"]))}
    return checked(value)


if __name__ == "__main__":
    replace(Report, "model_validate", cut)
    start()
