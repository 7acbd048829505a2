from __future__ import annotations

from reference.attendance import fence
from tests.broken._starting import replace, start

RULE = "Up to its hysteresis outside of a fence is inside. This platform forgives nothing."
REQUIREMENTS = ("ATT-005", "ATT-006", "ATT-008")
SCENARIOS = (
    "Who asks is told on which side of a circle a place is, and how far from its middle",
    "Who asks is told on which side of an outline a place is, and how far from its edge",
    "How much is forgiven at the edge is for the site to say",
    "Who is within the circle checks in",
    "Who is within the outline checks in",
)

judge_rightly = fence.judge


class Strict:
    """A site whose fence forgives nothing."""

    def __init__(self, site):
        self.latitude, self.longitude = site.latitude, site.longitude
        self.permissible_distance_m = site.permissible_distance_m
        self.geofence = site.geofence and {**site.geofence, "hysteresis_m": 0}


def judge(site, latitude, longitude):
    return judge_rightly(Strict(site), latitude, longitude)


if __name__ == "__main__":
    replace(fence, "judge", judge)
    start()
