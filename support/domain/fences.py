"""The fences of sites, and what is told to who asks whether a place is inside one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.data import plain
from support.domain.attendance import located
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.places import GATE, Way, away
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

# A yard of 200 by 200 metres, seen from its south-western corner, with a notch of 100 by 100 in its northern side.
YARD: tuple[Way, ...] = ((0, 0), (200, 0), (200, 200), (150, 200), (150, 100), (50, 100), (50, 200), (0, 200))
FENCE_KINDS = {"a circle": "circle", "an outline": "polygon", "the permitted distance": "permissible_distance",
               "no fence": "none"}
NEAR_ENOUGH_M = 0.01  # how far our reckoning and the platform's may be apart
ROUNDED_M = 0.1  # so finely a refusal tells the distance


class Fences:
    """Sites with a fence, and questions about them. A site's own place is its gate, or the corner of its yard."""

    def __init__(self, world: World):
        self._world = world

    def have_circle(self, tenant: Tenant, name: str, radius_m: int, **more: Any) -> None:
        """A site with a fence around its gate; its permitted distance alone would let nobody in."""
        self._have(tenant, name, permissible_distance_m=10, geofence={
            "kind": "circle", "center": GATE, "radius_m": radius_m, **more})

    def have_yard(self, tenant: Tenant, name: str) -> None:
        """A site whose fence is the outline of its yard."""
        self._have(tenant, name, geofence={"kind": "polygon", "points": [away(GATE, way) for way in YARD]})

    def have_none(self, tenant: Tenant, name: str, **more: Any) -> None:
        """A site without a fence: its permitted distance holds, the usual one where none is given."""
        self._have(tenant, name, **more)

    def have_nowhere(self, tenant: Tenant, name: str) -> None:
        """A site of which nobody has said where it is."""
        self._have(tenant, name, latitude=None, longitude=None)

    def _have(self, tenant: Tenant, name: str, **fields: Any) -> None:
        self._world.sites.try_to_add(tenant.administrator, name, plain(name), **{**GATE, **fields}).require_accepted(201)

    # Asking

    def ask(self, person: Person, name: str, way: Way) -> Outcome:
        """Ask whether the place that one reaches from the site on this way is inside its fence."""
        site = self._world.sites.site(name)
        answer = self._world.http.ask("POST", f"{V2}/attendance/geofence-checks", token=person.access_token,
                                      json_body={"site_id": site.id, "location": away(GATE, way)})
        return Outcome(person.name, f"ask whether a place is inside {name}", answer)

    def check_in(self, person: Person, name: str, way: Way, **more: Any) -> Outcome:
        """Try to check in from the place that one reaches from the site on this way."""
        attendance = self._world.attendance
        site = self._world.sites.site(name)
        return attendance.check_in(person, site, location=located(away(attendance.place_of(site), way)), **more)

    def require_turned_away(self, outcome: Outcome, metres: float) -> None:
        """Refused since the place is outside the fence, which is told with the distance.

        :raises Finding: when it was accepted, refused for something else, or another distance is told.
        """
        outcome.require_fault("location", "outside_geofence")
        told = outcome.answer.json.get("distance_m")
        if told is None or abs(told - metres) > ROUNDED_M:
            raise Finding(f"{outcome.who} should be turned away {metres} m outside, and is told {told} m")

    def require_side(self, whose: Person, is_inside: bool) -> dict:
        """The person's record, read again, keeps on which side of the fence the check-in was.

        :raises Finding: when it says the other.
        """
        record = self._world.attendance.read(whose, whose).record
        if record["inside_fence"] is not is_inside:
            raise Finding(f"{whose.name}'s record should keep that the check-in was {'inside' if is_inside else 'outside'} "
                          "the fence, and keeps the contrary")
        return record

    def require_outside_by_wish(self, whose: Person, wish: dict, sign: str, weight: float) -> None:
        """The person's record says that the check-in was outside, by this wish, which is used up, and bears this sign.

        :raises Finding: naming what differs.
        """
        record = self.require_side(whose, False)
        signs = {each["code"]: each["weight"] for each in record["fraud"]["signals"]}
        used_by = self._world.overrides.record(whose)["used_by_record_id"]
        if (record["override_id"], used_by, signs.get(sign)) != (wish["id"], record["id"], weight):
            raise Finding(f"{whose.name}'s record {record['id']} should bear {sign} of {weight} and be by the wish "
                          f"{wish['id']}, used up by it; it bears {signs}, by {record['override_id']}, used up by {used_by}")

    def require_nobody_in(self, tenant: Tenant) -> None:
        """:raises Finding: when the tenant has a record of attendance."""
        found = self._world.attendance.listed(self._world.accounts.administrator(tenant))
        if found:
            raise Finding(f"nobody should have checked in at {tenant.name}, and there are {len(found)} records")

    def require_told(self, outcome: Outcome, is_inside: bool, metres: float | None, kind: str) -> None:
        """What was asked is answered so, by this kind of fence.

        :raises Finding: showing what was told.
        """
        outcome.require_accepted(200)
        told = outcome.record
        differs = (told["distance_m"] is None) != (metres is None) or (
            metres is not None and abs(told["distance_m"] - metres) > NEAR_ENOUGH_M)
        if told.keys() != {"inside", "distance_m", "fence_kind"} or differs or (
                told["inside"], told["fence_kind"]) != (is_inside, kind):
            raise Finding(f"{outcome.who} should be told that the place is {'inside' if is_inside else 'outside'}, "
                          f"{metres} m away, judged by {kind}, and is told {told}")
