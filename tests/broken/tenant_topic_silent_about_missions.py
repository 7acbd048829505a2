from __future__ import annotations

from reference.core import outbox
from tests.broken._starting import replace, start

RULE = "Who watches the tenant sees what becomes of its missions. This platform tells only those who watch the mission."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("Who watches the tenant sees what becomes of its missions",)

emit_frame = outbox.emit


def emit(session, topic, type_, data, **more):
    if topic != "tenant":
        emit_frame(session, topic, type_, data, **more)


if __name__ == "__main__":
    replace(outbox, "emit", emit)
    start()
