from __future__ import annotations

from reference.core import outbox
from tests.broken._starting import replace, start

RULE = "What is read on one device is told to the others. This platform tells nobody."
REQUIREMENTS = ("NTF-006",)
SCENARIOS = ("On two connections one is told on both, and of what was read on the other",)

emit = outbox.emit


def emit_other(session, topic, type_, data, **options):
    if type_ != "notification.read":
        emit(session, topic, type_, data, **options)


if __name__ == "__main__":
    replace(outbox, "emit", emit_other)
    start()
