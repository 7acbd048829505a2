from __future__ import annotations

from reference.attendance import fence
from tests.broken._starting import replace, start

RULE = "A fence ends where its hysteresis does. This platform's reaches a metre farther."
REQUIREMENTS = ("ATT-005", "ATT-006", "ATT-007", "ATT-008")
SCENARIOS = (
    "Who asks is told on which side of a circle a place is, and how far from its middle",
    "Who asks is told on which side of an outline a place is, and how far from its edge",
    "Where no fence is active the distance holds that the site permits",
    "How much is forgiven at the edge is for the site to say",
    "Who is beyond the circle is turned away, and nothing is kept",
    "Who is in the notch of an outline, or beyond it, is turned away",
    "Without a fence who is within the permitted distance checks in",
)

judge_rightly = fence.judge


def judge(site, latitude, longitude):
    found = judge_rightly(site, latitude, longitude)
    if found.inside:
        return found
    nearer = {"circle": lambda: site.geofence["radius_m"] + site.geofence["hysteresis_m"],
              "polygon": lambda: site.geofence["hysteresis_m"],
              "permissible_distance": lambda: site.permissible_distance_m + fence.HYSTERESIS_M}[found.fence_kind]()
    return fence.Judgement(found.distance_m <= nearer + 1, found.distance_m, found.fence_kind)


if __name__ == "__main__":
    replace(fence, "judge", judge)
    start()
