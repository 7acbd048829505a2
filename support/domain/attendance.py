"""Coming to sites and leaving them: who may, from where, how and by which device."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.data import plain
from support.domain.attendance_promises import AttendancePromises
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.places import GATE, Place, away
from support.domain.sites import Site
from support.drivers.at_once import at_once
from support.findings import WrongScenario

if TYPE_CHECKING:
    from support.world import World

ATTENDANCE = f"{V2}/attendance"
ACCURACY_M = 10.0  # of a device of which nothing else is said
HABITUAL = 30  # times that somebody must have come before habits are known
FAR_GATE, LENT = "Far Gate", "lent-phone"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORKDAYS = WEEKDAYS[:5]

# By what somebody has come, and the platform's word for it.
TRANSPORT = {"in a way that is not told": "none", "on foot": "walk", **{f"by {mode}": mode for mode in (
    "bicycle", "rickshaw", "ferry", "bus", "tram", "car", "taxi", "train", "plane")}}
# What somebody lets be looked at: the place, the face.
CONSENTS = {"both place and face": (True, True), "only the place": (True, False), "only the face": (False, True),
            "neither place nor face": (False, False)}
# What somebody sends who may be careless, or worse.
LOCATION_FAULTS = {"a latitude of": "latitude", "a longitude of": "longitude", "an accuracy of": "accuracy_m"}


def as_sent(moment: datetime) -> str:
    """A moment as it is sent, and answered."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def located(place: Place, accuracy_m: float = ACCURACY_M) -> dict[str, float]:
    """A place as a device says it."""
    return {**place, "accuracy_m": accuracy_m}


class Attendance(AttendancePromises):
    """What people do at the gates of their tenant's sites, and (in the base class) what must then be true."""

    def __init__(self, world: World):
        self._world = world
        self._records: dict[str, dict] = {}  # name of the person -> the record that the person had last, as answered
        self._shifts: dict[str, str] = {}  # name of the site -> the id of its shift
        self._last_punch: dict[str, datetime] = {}  # name of the person -> when the person came or left last

    # Who, where and when

    def worker(self, name: str, tenant_name: str, role: str = "worker") -> Person:
        """Somebody who works at the tenant's sites, and lets place and face be looked at."""
        person = self._world.accounts.in_role(name, role, tenant_name)
        self.consent(person, (True, True)).require_accepted(200)
        return person

    def consent(self, person: Person, looked_at: tuple[bool, bool]) -> Outcome:
        """Say whether place and face may be looked at from now on."""
        gps_tracking, facial_recognition = looked_at
        return self._ask(person, "say what may be looked at", "PUT", "/consent",
                         {"gps_tracking": gps_tracking, "facial_recognition": facial_recognition})

    def gate(self, tenant: Tenant, name: str, at: Place = GATE, **more: Any) -> Site:
        """A site of the tenant that has a place, and lets in who is within 100 metres of it."""
        sites, administrator = self._world.sites, self._world.accounts.administrator(tenant)
        sites.try_to_add(administrator, name, plain(name), **{**at, **more}).require_accepted(201)
        return sites.site(name)

    def gate_north_of(self, tenant: Tenant, name: str, metres: int, other: str) -> Site:
        """Another one, so many metres further north."""
        return self.gate(tenant, name, away(self.place_of(self._world.sites.site(other)), (0, metres)))

    @staticmethod
    def place_of(site: Site) -> Place:
        return {"latitude": site.record["latitude"], "longitude": site.record["longitude"]}

    def let_it_be(self, tenant: Tenant, clock: str, weekday: str) -> None:
        """Move the platform's clock to the next such moment at the tenant's sites, which go by UTC."""
        self._world.people.setdefault(tenant.administrator.name, tenant.administrator)  # signs in again
        now = self._world.operations.platform_now()
        hour, minute = map(int, clock.split(":"))
        wanted = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        wanted += timedelta(days=(WEEKDAYS.index(weekday) - wanted.weekday()) % 7)
        self._world.operations.let_time_pass(wanted + timedelta(days=7 * (wanted < now)) - now)

    # Coming and leaving

    def check_in(self, person: Person, site: Site, **more: Any) -> Outcome:
        """Try to check in at the site, in its middle and by the person's own device where nothing else is said."""
        body = {"site_id": site.id, "location": located(self.place_of(site)), "device": self.device_of(person),
                **self.shift_of(site)} | more
        self._world.sent["check-in"] = body
        outcome = self._ask(person, f"check in at {site.name}", "POST", "/check-ins", body)
        if outcome.accepted:
            self._keep(person, outcome.record, "punch_in_at")
        return outcome

    def check_in_later(self, person: Person, site: Site, time: timedelta, **more: Any) -> Outcome:
        """The same, exactly so long after the person came or left last."""
        at = self._after(person, time)
        return self.check_in(person, site, at=as_sent(at), **more)

    def check_in_saying_all(self, person: Person, site: Site) -> None:
        """Check in half a minute ago, by car, a few metres from the middle, by a device that is nobody's usual one."""
        at = self._world.operations.platform_now() - timedelta(seconds=30)
        self.check_in(person, site, at=as_sent(at), transport_mode="car", device={"device_id": "tablet_at-the-gate"},
                      location=located(away(self.place_of(site), (20, 25)), 12.5)).require_accepted(201)

    def check_in_at(self, person: Person, site: Site, ahead: timedelta) -> Outcome:
        """Try to check in as of a moment that lies so far ahead (or, negative, back)."""
        return self.check_in(person, site, at=as_sent(self._world.operations.platform_now() + ahead))

    def check_in_at_once(self, person: Person, site: Site, times: int) -> list[Outcome]:
        """Try to check in so many times at the same moment."""
        return at_once([lambda: self.check_in(person, site)] * times)

    def check_out(self, person: Person, **more: Any) -> Outcome:
        """Try to check out, from where and by what the person has checked in where nothing else is said."""
        record = self.record_of(person)
        body = {"location": record["in_location"], "device": {"device_id": record["device_id"]}} | more
        outcome = self.check_out_of(person, record, body)
        if outcome.accepted:
            self._keep(person, outcome.record, "punch_out_at")
        return outcome

    def check_out_later(self, person: Person, time: timedelta, **more: Any) -> Outcome:
        """The same, exactly so long after the person came."""
        at = self._after(person, time)
        return self.check_out(person, at=as_sent(at), **more)

    def check_out_at_once(self, person: Person, times: int) -> list[Outcome]:
        """Try to check out so many times at the same moment."""
        return at_once([lambda: self.check_out(person)] * times)

    def set_times_right(self, person: Person) -> None:
        """The tenant's administrator lets the person have come a minute earlier: another version of the record."""
        record = self.record_of(person)
        came = datetime.fromisoformat(record["punch_in_at"]) - timedelta(minutes=1)
        self._ask(self._world.accounts.administrator(person.tenant), f"set the times of {person.name} right", "POST",
                  f"/records/{record['id']}/adjust", {"reason": "Waited at the gate", "punch_in_at": as_sent(came)}
                  ).require_accepted(200)

    def check_out_of(self, person: Person, record: dict, body: dict) -> Outcome:
        return self._ask(person, "check out", "POST", f"/records/{record['id']}/check-out", body)

    def try_to_check_out_of(self, person: Person, other: Person) -> Outcome:
        """Try to check somebody else out."""
        record = self.record_of(other)
        return self.check_out_of(person, record, {"location": record["in_location"], "device": self.device_of(person)})

    def try_to_check_out_of_nothing(self, person: Person) -> Outcome:
        """Try to check out of a record that nobody has."""
        return self.check_out_of(person, {"id": str(uuid4())}, {
            "location": self.record_of(person)["in_location"], "device": self.device_of(person)})

    def check_in_after(self, other: Person, person: Person, site: Site, time: timedelta, **more: Any) -> Outcome:
        """Try to check in exactly so long after somebody else came or left last."""
        return self.check_in(person, site, at=as_sent(self._after(other, time)), **more)

    def come_and_go(self, person: Person, site: Site, devices: list[str]) -> None:
        """Come by the first device, leave three hours later by the second, come the next day by the third, and so on."""
        for number, device in enumerate(devices):
            by = {"device": {"device_id": device}}
            if number % 2:
                at = self._after(person, timedelta(hours=3))
                self.check_out(person, at=as_sent(at), **by).require_accepted(200)
            elif number:
                self.check_in_later(person, site, timedelta(hours=21), **by).require_accepted(201)
            else:
                self.check_in(person, site, **by).require_accepted(201)

    @staticmethod
    def device_of(person: Person) -> dict[str, str]:
        """The telephone that is the person's own."""
        return {"device_id": f"phone-of-{plain(person.name)}-{person.id[:8]}"}

    def _after(self, person: Person, time: timedelta) -> datetime:
        """Let time pass until so long after the person came or left last."""
        if person.name not in self._last_punch:
            raise WrongScenario(f"{person.name} has neither come nor left in this scenario")
        moment = self._last_punch[person.name] + time
        self._world.operations.let_time_pass(max(timedelta(), moment - self._world.operations.platform_now()))
        return moment

    def _keep(self, person: Person, record: dict, what: str) -> None:
        self._records[person.name] = record
        self._last_punch[person.name] = datetime.fromisoformat(record[what])

    # What was long ago

    def have_come(self, person: Person, site: Site, times: int, *, on: Collection[str] = WEEKDAYS,
                  long_ago: timedelta = timedelta(), devices: Sequence[str] = ()) -> None:
        """The person has come to the site so many times, each day of ``on`` from 10:00 to 18:00, the last time so long ago,
        with the person's own device or with these in turn.

        The records are written into the table: the platform takes no check-in of a day that has passed.
        """
        day = (self._world.operations.platform_now() - long_ago).replace(hour=10, minute=0, second=0, microsecond=0)
        days: list[datetime] = []
        used = devices or [self.device_of(person)["device_id"]]
        while len(days) < times:
            day -= timedelta(days=1)
            if WEEKDAYS[day.weekday()] in on:
                days.append(day)
        self._world.database.execute(
            """INSERT INTO attendance_records (tenant_id, person_id, site_id, date, punch_in_at, punch_out_at, in_location,
                   out_location, inside_fence, device_id, gps, fraud, regular_minutes, overtime_minutes, status)
               SELECT CAST(:tenant AS uuid), CAST(:person AS uuid), CAST(:site AS uuid), CAST(came AS date), came,
                   came + interval '8 hours', CAST(:place AS jsonb), CAST(:place AS jsonb), true, device,
                   '{"risk": 0, "suspicious": false, "warnings": []}', '{"score": 0, "level": "minimal", "signals": [],
                   "components": {"behaviour": 0, "time": 0, "place": 0, "device": 0}}', 480, 0, 'pending'
               FROM unnest(CAST(:days AS timestamptz[]), CAST(:devices AS text[])) AS punches (came, device)""",
            tenant=person.tenant.id, person=person.id, site=site.id, place=json.dumps(located(self.place_of(site))),
            days=days, devices=[used[number % len(used)] for number in range(times)])

    # All that is odd at once

    def let_everything_be_odd(self, person: Person, usual: Site, phones: int, other: Person) -> None:
        """The person has habits at a gate, and is allowed in from outside another that is far away, where somebody else
        has just come: with a phone that the person is to use, too."""
        devices = [f"phone-{number}" for number in range(phones)]
        self.have_come(person, usual, HABITUAL, on=WORKDAYS, devices=devices)
        far = self.gate_north_of(usual.tenant, FAR_GATE, 5000, usual.name)
        overrides = self._world.overrides
        overrides.ask(person, "to check in from elsewhere", FAR_GATE).require_accepted(201)
        overrides.decide(self._world.accounts.administrator(person.tenant), "grant", person).require_accepted(200)
        self.check_in(other, far, device={"device_id": LENT}).require_accepted(201)

    def try_all_that_is_odd(self, person: Person) -> Outcome:
        """Try to check in outside of the far gate, as was allowed, with the lent phone, which knows its place badly."""
        far = self._world.sites.site(FAR_GATE)
        return self.check_in(person, far, override_id=self._world.overrides.wish_of(person)["id"],
                             device={"device_id": LENT}, location=located(away(self.place_of(far), (0, 500)), 90))

    # Hours

    def shift(self, site: Site, starts_at: str, ends_at: str, grace_min: int) -> str:
        """People work at the site in these hours; answers the id by which they refer to that."""
        administrator = self._world.accounts.administrator(site.tenant)
        made = self._ask(administrator, f"set the hours of {site.name}", "POST", "/shifts", {
            "site_id": site.id, "name": "Shift", "starts_at": starts_at, "ends_at": ends_at, "grace_min": grace_min})
        self._shifts[site.name] = made.record["id"]
        return self._shifts[site.name]

    def shift_of(self, site: Site) -> dict[str, str]:
        """The hours in which people work at the site, as it is sent; nothing where it has none."""
        return {"shift_id": self._shifts[site.name]} if site.name in self._shifts else {}

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

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, f"{ATTENDANCE}{path}", token=person.access_token,
                                                                json_body=body))
