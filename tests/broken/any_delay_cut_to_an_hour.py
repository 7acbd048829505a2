from __future__ import annotations

from reference.jobs.forms import Dispatch
from tests.broken._starting import replace, start

RULE = "A delay beyond an hour is refused. This platform cuts it."
REQUIREMENTS = ("JOB-024",)
SCENARIOS = ("A delay may be from nothing to an hour",)

checked = Dispatch.model_validate


def cut(value):
    seconds = value.get("delay_seconds", 0)
    return checked({**value, "delay_seconds": min(3600, max(0, seconds)) if isinstance(seconds, int) else seconds})


if __name__ == "__main__":
    replace(Dispatch, "model_validate", cut)
    start()
