from __future__ import annotations

from reference.core import outbox
from reference.core.stores import keys
from reference.missions import changes
from reference.missions.records import Mission
from tests.broken._starting import replace, start

RULE = "The record of a mission in Redis goes with the mission. This platform leaves it there."
REQUIREMENTS = ("DAT-015",)
SCENARIOS = ("Redis shows where a mission stands",)

def rewrite_cache(session, mission_id):
    mission = session.get(Mission, mission_id)
    if mission is not None:
        keys().set(changes.cache_name(mission_id), changes.cached_record(session, mission), ex=changes.CACHE_LIFE_SECONDS)


if __name__ == "__main__":
    replace(outbox.refreshers, "mission", rewrite_cache)
    start()
