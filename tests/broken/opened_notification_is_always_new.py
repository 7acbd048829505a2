from __future__ import annotations

from reference.notifications import api
from tests.broken._starting import replace, start

RULE = "A notification says whether it was read. This platform shows each that is opened by itself as new."
REQUIREMENTS = ("NTF-005",)
SCENARIOS = ("One notification, opened by itself, says what the list says",)

find = api.find


def find_as_new(call, session, notification_id, *, locked=False):
    found = find(call, session, notification_id, locked=locked)
    if not locked:
        session.expunge(found)
        found.read_at = None
    return found


if __name__ == "__main__":
    replace(api, "find", find_as_new)
    start()
