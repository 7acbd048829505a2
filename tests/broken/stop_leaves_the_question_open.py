from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A mission that has ended asks for nothing any more. This platform leaves its last question open."
REQUIREMENTS = ("MIS-004",)
SCENARIOS = ("A mission that is ended while it waits asks for nothing any more",)


def expire_pending(session, mission):
    pass


if __name__ == "__main__":
    replace(changes, "expire_pending", expire_pending)
    start()
