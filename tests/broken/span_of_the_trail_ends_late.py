from __future__ import annotations

from datetime import timedelta

from reference.audit import api
from tests.broken._starting import replace, start

RULE = "A span of time ends before its last moment. This platform counts that moment in."
REQUIREMENTS = ("AUD-009",)
SCENARIOS = ("A span of time begins with its first moment and ends before its last",)

chosen = api.chosen


def chosen_with_the_end(wanted):
    end = wanted.at_to and wanted.at_to + timedelta(microseconds=1)
    return chosen(wanted.model_copy(update={"at_to": end}))


if __name__ == "__main__":
    replace(api, "chosen", chosen_with_the_end)
    start()
