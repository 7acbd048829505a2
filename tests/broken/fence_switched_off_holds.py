from __future__ import annotations

from reference.attendance import fence
from tests.broken._starting import replace, start

RULE = "A fence that is switched off does not hold. This platform goes by it all the same."
REQUIREMENTS = ("ATT-008",)
SCENARIOS = ("Where no fence is active the distance holds that the site permits",)

judge_rightly = fence.judge


class AlwaysFenced:
    """A site whose fence is never switched off."""

    def __init__(self, site):
        self.latitude, self.longitude = site.latitude, site.longitude
        self.permissible_distance_m = site.permissible_distance_m
        self.geofence = site.geofence and {**site.geofence, "active": True}


def judge(site, latitude, longitude):
    return judge_rightly(AlwaysFenced(site), latitude, longitude)


if __name__ == "__main__":
    replace(fence, "judge", judge)
    start()
