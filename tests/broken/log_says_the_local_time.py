from __future__ import annotations

from datetime import timedelta, timezone
from types import SimpleNamespace

from reference.exports import sarif
from tests.broken._starting import replace, start

RULE = "The log says in UTC when the analysis was made. This platform says the time of somewhere else."
REQUIREMENTS = ("EXP-028",)
SCENARIOS = ("The log says in UTC when the analysis was made",)


def text(moment):
    return moment.astimezone(timezone(timedelta(hours=5, minutes=30))).isoformat()


if __name__ == "__main__":
    replace(sarif, "clock", SimpleNamespace(text=text))
    start()
