from __future__ import annotations

from reference.attendance import fence_api
from reference.core import audit
from tests.broken._starting import replace, start

RULE = "Who asks whether a place is inside leaves nothing behind. This platform keeps who asked."
REQUIREMENTS = ("ATT-008",)
SCENARIOS = ("Asking leaves nothing behind",)

refer = fence_api.referred


def referred(session, kind, record_id, field):
    audit.tell(session, "data_accessed", "attendance_record.create", "attendance_record")
    return refer(session, kind, record_id, field)


if __name__ == "__main__":
    replace(fence_api, "referred", referred)
    start()
