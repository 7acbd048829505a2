from __future__ import annotations

from reference.plugins import export
from reference.plugins.records import PluginConfiguration
from tests.broken._starting import replace, start

RULE = "No recipient gets a second mail of the same day. This platform mails at each look."
REQUIREMENTS = ("PLG-009",)
SCENARIOS = ("No recipient gets a second mail of the same day",)

send_due = export.send_due


def send_again(session):
    for record in session.scalars(export.select(PluginConfiguration)):
        record.exported_on = None
    session.flush()
    send_due(session)


if __name__ == "__main__":
    replace(export, "send_due", send_again)
    start()
