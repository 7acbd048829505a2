from __future__ import annotations

from reference.core import outbox
from reference.core.stores import keys
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "The record of a mission in Redis follows each change within a second. This platform writes it once."
REQUIREMENTS = ("DAT-015",)
SCENARIOS = ("Redis shows where a mission stands",)

write = changes.rewrite_cache


def rewrite_cache(session, mission_id):
    if not keys().exists(changes.cache_name(mission_id)):
        write(session, mission_id)


if __name__ == "__main__":
    replace(outbox.refreshers, "mission", rewrite_cache)
    start()
