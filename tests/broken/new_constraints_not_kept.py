from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Before its start everything about a mission can be changed. This platform keeps the constraints as they were."
REQUIREMENTS = ("MIS-025",)
SCENARIOS = ("Before its start everything about a mission can be changed",)

set_fields = changes.change


def change(session, mission, fields, targets):
    set_fields(session, mission, {name: value for name, value in fields.items() if name != "constraints"}, targets)


if __name__ == "__main__":
    replace(changes, "change", change)
    start()
