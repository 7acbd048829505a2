from __future__ import annotations

from types import SimpleNamespace

from reference.attendance import upkeep
from tests.broken._starting import replace, start

RULE = "A face is forgotten also where the service is busy at first. This platform tells it once and gives up."
REQUIREMENTS = ("ATT-022",)
SCENARIOS = ("A face is forgotten also where the service is busy when the consent is withdrawn",)


if __name__ == "__main__":
    replace(upkeep, "retries", SimpleNamespace(try_again=lambda task, queue, error: None))
    start()
