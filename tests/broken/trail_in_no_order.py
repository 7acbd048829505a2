from __future__ import annotations

from reference.audit import api
from reference.audit.records import AuditEvent
from tests.broken._starting import replace, start

RULE = "The trail shows what is newest first. This platform shows it in the order of its ids, which is none."
REQUIREMENTS = ("AUD-009",)
SCENARIOS = ("In pages each event is shown once, newest first",)

chosen = api.chosen


if __name__ == "__main__":
    replace(api, "chosen", lambda wanted: chosen(wanted).order_by(None).order_by(AuditEvent.id))
    start()
