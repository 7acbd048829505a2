"""Coming to sites and leaving them: who may, from where, by which device, and what is on the record then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.data import plain
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.places import GATE, Place, away
from support.domain.sites import Site
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

ATTENDANCE = f"{V2}/attendance"
ACCURACY_M = 10.0  # of a device of which nothing else is said


def as_sent(moment: datetime) -> str:
    """A moment as it is sent, and answered."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def located(place: Place, accuracy_m: float = ACCURACY_M) -> dict[str, float]:
    """A place as a device says it."""
    return {**place, "accuracy_m": accuracy_m}


class Attendance:
    """What people do at the gates of their tenant's sites. "It" is the record of the last check-in."""

    def __init__(self, world: World):
        self._world = world
        self._records: dict[str, dict] = {}  # name of the person -> the record that the person had last, as answered

    # Who and where

    def worker(self, name: str, tenant_name: str) -> Person:
        """Somebody who works at the tenant, and lets place and face be looked at."""
        person = self._world.accounts.in_role(name, "worker", tenant_name)
        self.consent(person).require_accepted(200)
        return person

    def consent(self, person: Person, gps_tracking: bool = True, facial_recognition: bool = True) -> Outcome:
        return self._ask(person, "say what may be looked at", "PUT", "/consent",
                         {"gps_tracking": gps_tracking, "facial_recognition": facial_recognition})

    def gate(self, tenant: Tenant, name: str, at: Place = GATE, **more: Any) -> Site:
        """A site of the tenant that has a place, and lets in who is within 100 metres of it."""
        sites = self._world.sites
        sites.try_to_add(tenant.administrator, name, plain(name), **at, **more).require_accepted(201)
        return sites.site(name)

    @staticmethod
    def place_of(site: Site) -> Place:
        return {"latitude": site.record["latitude"], "longitude": site.record["longitude"]}

    # Coming and leaving

    def check_in(self, person: Person, site: Site, **more: Any) -> Outcome:
        """Try to check in at the site, in its middle and by the person's own device where nothing else is said."""
        body = {"site_id": site.id, "location": located(self.place_of(site)), "device": self.device_of(person)} | more
        self._world.sent["check-in"] = body
        outcome = self._ask(person, f"check in at {site.name}", "POST", "/check-ins", body)
        if outcome.accepted:
            self._records[person.name] = outcome.record
        return outcome

    def check_in_saying_all(self, person: Person, site: Site) -> None:
        """Check in half a minute ago, by car, a few metres from the middle, by a device that is nobody's usual one."""
        at = self._world.operations.platform_now() - timedelta(seconds=30)
        self.check_in(person, site, at=as_sent(at), transport_mode="car", device={"device_id": "tablet_at-the-gate"},
                      location=located(away(self.place_of(site), (20, 25)), 12.5)).require_accepted(201)

    def check_out(self, person: Person, **more: Any) -> Outcome:
        """Try to check out, from where the person has checked in."""
        record = self.record_of(person)
        body = {"location": record["in_location"], "device": {"device_id": record["device_id"]}} | more
        outcome = self._ask(person, "check out", "POST", f"/records/{record['id']}/check-out", body)
        if outcome.accepted:
            self._records[person.name] = outcome.record
        return outcome

    @staticmethod
    def device_of(person: Person) -> dict[str, str]:
        """The telephone that is the person's own."""
        return {"device_id": f"phone-of-{plain(person.name)}-{person.id[:8]}"}

    # Reading

    def record_of(self, person: Person) -> dict:
        """The person's last record, as it was answered last.

        :raises WrongScenario: when the person has checked in nowhere.
        """
        if person.name not in self._records:
            raise WrongScenario(f"{person.name} has checked in nowhere in this scenario")
        return self._records[person.name]

    def read(self, reader: Person, person: Person) -> Outcome:
        """Somebody's last record, as this reader is answered."""
        return self._ask(reader, f"read the record of {person.name}", "GET", f"/records/{self.record_of(person)['id']}")

    def listed(self, reader: Person, **filters: Any) -> list[dict]:
        """All records that the reader finds."""
        return all_items(self._world.http, reader, f"{ATTENDANCE}/records", **filters)

    # What must be true

    def require_as_sent(self, person: Person) -> None:
        """The record, read again, holds everything that was sent with the check-in.

        :raises Finding: naming what is missing or different.
        """
        sent, record = self._world.sent["check-in"], self.read(person, person).record
        shown = {"site_id": record["site_id"], "shift_id": record["shift_id"], "location": record["in_location"],
                 "transport_mode": record["transport_mode"], "device": {"device_id": record["device_id"]},
                 "override_id": record["override_id"], "at": record["punch_in_at"]}
        different = differences({name: value for name, value in sent.items() if name != "face_photo"}, shown)
        if different or record["has_photo"] != ("face_photo" in sent):
            raise Finding(f"{person.name}'s record should hold what was sent with the check-in, and does not: {different}")

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, f"{ATTENDANCE}{path}", token=person.access_token,
                                                                json_body=body))
