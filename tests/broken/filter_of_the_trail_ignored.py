from __future__ import annotations

from reference.audit import api
from tests.broken._starting import replace, start

RULE = "Asking the trail for a request gives the events of that request. This platform does not look at which was asked for."
REQUIREMENTS = ("AUD-001", "AUD-009")
SCENARIOS = ("An event is found by person, kind, level, record and request, and by all of them together",)

chosen = api.chosen


if __name__ == "__main__":
    replace(api, "chosen", lambda wanted: chosen(wanted.model_copy(update={"request_id": None})))
    start()
