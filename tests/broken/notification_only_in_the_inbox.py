from __future__ import annotations

from reference.core import outbox
from tests.broken._starting import replace, start

RULE = "What happens is told at once. This platform puts it into the inbox alone."
REQUIREMENTS = ("NTF-001",)
SCENARIOS = ("Who is there is told at once, and finds the same in the inbox as unread",)

emit = outbox.emit


def emit_other(session, topic, type_, data, **options):
    if type_ != "notification":
        emit(session, topic, type_, data, **options)


if __name__ == "__main__":
    replace(outbox, "emit", emit_other)
    start()
