"""What must be true of those who come and leave: their records, and what is refused and alerted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.live_update_promises import FRAME_WITHIN, TENANT
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.sites import Site
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

# Why a place is refused, in words, and how the platform says it.
PLACE_REFUSALS = {"outside the fence": "outside_geofence", "impossible travel": "impossible_travel",
                  "a place where devices are that do not know theirs": "null_island",
                  "a place that cannot be relied on": "gps_unreliable"}
ALERTS = {"GPS spoofing": "gps_spoofing", "impossible travel": "impossible_travel", "device sharing": "device_sharing",
          "an unusual pattern": "unusual_pattern", "another's face": "biometric_mismatch",
          "an odd time": "temporal_anomaly"}

# Each signal with its component and its weight there; and how heavily the components weigh.
SIGNALS = {
    "geofence_violation": ("place", 0.8), "accuracy_manipulation": ("place", 0.7), "poor_gps": ("place", 0.5),
    "unusual_hour": ("time", 0.5), "short_rest": ("time", 0.8), "long_shift": ("time", 0.7),
    "device_sharing": ("device", 0.9), "rapid_switching": ("device", 0.6), "many_devices": ("device", 0.4),
    "unusual_time": ("behaviour", 0.5), "unfamiliar_place": ("behaviour", 0.8), "new_device": ("behaviour", 0.6),
    "unusual_weekday": ("behaviour", 0.3),
}
WEIGHTS = {"behaviour": 0.30, "time": 0.20, "place": 0.30, "device": 0.20}
LEVELS = ("critical", "high", "medium", "low", "minimal")
SUSPICIOUS = 0.5
METRE = 1.0  # how far a told distance may be from ours


class AttendancePromises:
    """What the platform owes those who come to its tenants' sites, and those who review them."""

    _world: World

    # Records

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

    def require_in(self, person: Person, site: Site) -> None:
        """The person is in at the site: the newest record is of there, open, pending, and was answered so.

        :raises Finding: in what it is different.
        """
        record = self.read(person, person).record
        self._require(person, record, site_id=site.id, person_id=person.id, punch_out_at=None, status="pending",
                      inside_fence=True, regular_minutes=None, overtime_minutes=None, version=1)
        if record != self.record_of(person):
            raise Finding(f"{person.name}'s record should be as it was answered, and is not: "
                          f"{differences(self.record_of(person), record)}")

    def require_worked(self, person: Person, regular: int, overtime: int) -> None:
        """The person has left, and these minutes count.

        :raises Finding: in what the record is different.
        """
        record = self.read(person, person).record
        if record["punch_out_at"] is None:
            raise Finding(f"{person.name} should have left, and the record is still open")
        self._require(person, record, regular_minutes=regular, overtime_minutes=overtime)

    def require_record(self, person: Person, **expected: Any) -> None:
        """The person's record, read again, has these values.

        :raises Finding: in what it is different.
        """
        self._require(person, self.read(person, person).record, **expected)

    def require_gps(self, person: Person, risk: float, warnings: list[str]) -> None:
        """:raises Finding: when the record tells another risk of the device's place, or warns of something else."""
        self.require_record(person, gps={"risk": risk, "suspicious": risk >= SUSPICIOUS, "warnings": warnings})

    def require_finds(self, reader: Person, people: list[Person]) -> None:
        """The reader's list holds the last record of each of these people, as it is, and no other.

        :raises Finding: showing whose it holds.
        """
        expected = {record["id"]: record for record in map(self.record_of, people)}
        found = {record["id"]: record for record in self.listed(reader)}
        if found != expected:
            names = {person.id: person.name for person in self._world.people.values()}
            raise Finding(f"{reader.name} should find exactly the records of {', '.join(each.name for each in people)}, and "
                          f"finds those of {', '.join(names.get(each['person_id'], '?') for each in found.values()) or 'no'}"
                          "body")

    def require_faced(self, person: Person, distance: float, liveness: float, confidence: float) -> None:
        """The record says that it is the person, by these figures, and that there is a photo.

        :raises Finding: in what it is different.
        """
        self._require(person, self.read(person, person).record, has_photo=True, face_in={
            "verified": True, "distance": distance, "liveness": liveness, "confidence": confidence})

    def require_nothing_on_record(self, person: Person) -> None:
        """:raises Finding: when the person has a record, or a photo of somebody at the tenant is kept."""
        found = self.listed(person)
        if found:
            raise Finding(f"nothing should be on record of {person.name}, and there are {len(found)} records")
        photos = self._world.database.value("SELECT count(*) FROM attendance_photos WHERE tenant_id = :tenant",
                                            tenant=person.tenant.id)
        if photos:
            raise Finding(f"no photo should be kept, and {photos} are")

    def require_record_count(self, person: Person, count: int) -> None:
        """:raises Finding: when the person has more or fewer records."""
        found = self.listed(person)
        if len(found) != count:
            raise Finding(f"{person.name} should have {count} records, and has {len(found)}")

    def require_unchanged(self, person: Person) -> None:
        """The record is as it was answered last.

        :raises Finding: in what it is different.
        """
        found = self.read(person, person).record
        if found != self.record_of(person):
            raise Finding(f"{person.name}'s record should be as it was, and is not: "
                          f"{differences(self.record_of(person), found)}")

    @staticmethod
    def _require(person: Person, record: dict, **expected: Any) -> None:
        different = differences(expected, record)
        if different:
            raise Finding(f"of {person.name}'s record {different}")

    # Refusals

    def require_no_consent(self, outcome: Outcome) -> None:
        """:raises Finding: when it was not refused for want of the person's consent."""
        self._require_titled(outcome, 403, "Consent required")

    def require_blocked(self, outcome: Outcome) -> None:
        """:raises Finding: when it was not refused as fraud."""
        self._require_titled(outcome, 403, "Blocked by fraud check")

    def require_face_refused(self, outcome: Outcome, faults: list[str]) -> None:
        """Refused since the photo does not show the person, for exactly these faults.

        :raises Finding: when it was accepted, or refused for something else.
        """
        self._require_titled(outcome, 403, "Face not verified")
        found = [fault["code"] for fault in outcome.answer.json["errors"]]
        if sorted(found) != sorted(faults):
            raise Finding(f"{outcome.who}'s face should be refused for {faults}, and was for {found}")

    def require_service_in_trouble(self, outcome: Outcome) -> None:
        """Refused since the face service gives no answer; the platform says when to come again.

        :raises Finding: when it was not refused so.
        """
        outcome.require_refused("unavailable")
        if "face" not in outcome.answer.json["detail"] or outcome.answer.headers.get("Retry-After") != "30":
            raise Finding("the refusal should name the face service and say to come again in 30 seconds, and says "
                          f"{outcome.answer.json['detail']!r} and {outcome.answer.headers.get('Retry-After')!r}")

    @staticmethod
    def _require_titled(outcome: Outcome, status: int, title: str) -> None:
        said = outcome.answer.json
        if (outcome.answer.status, said.get("title")) != (status, title):
            raise Finding(f'{outcome.who} should be refused with "{title}" ({status}) on trying to {outcome.what}, '
                          f"and got: {outcome.said()}")

    @staticmethod
    def require_place_refused(outcome: Outcome, code: str, metres: int | None = None) -> None:
        """Refused for the place alone; ``metres``: and the refusal says how far away it is.

        :raises Finding: when it was accepted, refused for something else, or tells another distance.
        """
        outcome.require_fault("location", code)
        told = outcome.answer.json.get("distance_m")
        if metres is not None and (told is None or abs(told - metres) > METRE):
            raise Finding(f"{outcome.who} should be told to be {metres} metres away, and is told {told}")

    def require_open_elsewhere(self, outcome: Outcome, person: Person) -> None:
        """Refused since the person is in already; the refusal names the open record.

        :raises Finding: when it was accepted, or names another.
        """
        self._require_titled(outcome, 409, "Already checked in")
        if outcome.answer.json.get("record_id") != self.record_of(person)["id"]:
            raise Finding(f"the refusal should name {person.name}'s open record, and names "
                          f"{outcome.answer.json.get('record_id')}")

    def require_left_already(self, outcome: Outcome) -> None:
        """:raises Finding: when it was not refused since the record has its end."""
        self._require_titled(outcome, 409, "Already checked out")

    def require_others_left(self, outcomes: list[Outcome]) -> None:
        """:raises Finding: when an attempt to leave that was refused was not, since the record has its end."""
        for outcome in outcomes:
            if not outcome.accepted:
                self.require_left_already(outcome)

    def require_others_name(self, outcomes: list[Outcome]) -> None:
        """Of check-ins at the same moment each that was refused names the one record that there is.

        :raises Finding: when one does not.
        """
        record = next(outcome.record for outcome in outcomes if outcome.accepted)
        for outcome in outcomes:
            if not outcome.accepted:
                self._require_titled(outcome, 409, "Already checked in")
                if outcome.answer.json.get("record_id") != record["id"]:
                    raise Finding("each refused check-in should name the record that there is, and one does not: "
                                  f"{outcome.said()}")

    # Fraud

    def require_signals(self, person: Person, codes: list[str]) -> None:
        """The record carries exactly these signals, each with its weight, and what follows from them: components, score
        and level.

        :raises Finding: in what the judgement is different.
        """
        fraud = self.read(person, person).record["fraud"]
        expected = sorted((code, SIGNALS[code][1]) for code in codes)
        found = sorted((signal["code"], signal["weight"]) for signal in fraud["signals"])
        if found != expected:
            raise Finding(f"{person.name}'s record should carry the signals {expected or 'none'}, and carries "
                          f"{found or 'none'}")
        components = {name: min(1.0, round(sum(SIGNALS[code][1] for code in codes if SIGNALS[code][0] == name), 4))
                      for name in WEIGHTS}
        score = round(sum(weight * components[name] for name, weight in WEIGHTS.items()), 4)
        different = differences({"components": components, "score": score}, fraud)
        if different:
            raise Finding(f"of the fraud check of {person.name} {different}")

    def require_level(self, person: Person, score: float, level: str) -> None:
        """:raises Finding: when the record's fraud score or level is another."""
        fraud = self.read(person, person).record["fraud"]
        if (fraud["score"], fraud["level"]) != (score, level):
            raise Finding(f"{person.name}'s record should have the fraud score {score}, {level}, and has {fraud['score']}, "
                          f"{fraud['level']}")

    def alerts(self, tenant: Tenant) -> list[dict]:
        """The tenant's alerts as its administrator finds them, newest first."""
        return all_items(self._world.http, self._world.accounts.administrator(tenant), f"{V2}/attendance/fraud-alerts")

    def require_alert(self, person: Person, type_: str, severity: str, *, of_record: bool) -> None:
        """There is exactly this one alert, about the person, and of the person's record or of none.

        :raises Finding: showing those that there are.
        """
        record_id = self.record_of(person)["id"] if of_record else None
        expected = [(type_, severity, "pending", person.id, record_id)]
        found = [(each["type"], each["severity"], each["status"], each["person_id"], each["record_id"])
                 for each in self.alerts(person.tenant)]
        if found != expected:
            raise Finding(f"the alerts should be exactly {expected}, and are {found or 'none'}")

    def require_no_alert(self, tenant: Tenant) -> None:
        """:raises Finding: showing the alerts that there are."""
        found = self.alerts(tenant)
        if found:
            raise Finding(f"there should be no alert at {tenant.name}, and there are {found}")

    # Live

    def require_seen(self, watcher: Person, person: Person, what: str, site: Site) -> None:
        """Who watches the tenant is told at once who came or left, where, when and how suspicious it is.

        :raises Finding: when it does not come in time, or tells something else.
        """
        record = self.read(watcher, person).record
        frame = self._world.live_updates.connect(watcher).await_frame(
            f"that {person.name} has {what.replace('_', ' ')}",
            lambda frame: frame.topic == TENANT and frame.type == f"attendance.{what}"
            and frame.data.get("record_id") == record["id"], FRAME_WITHIN)
        expected = {"person": {"id": person.id, "full_name": person.full_name},
                    "site": {"id": site.id, "code": site.record["code"], "name": site.name},
                    "at": record["punch_in_at" if what == "checked_in" else "punch_out_at"],
                    "fraud_level": record["fraud"]["level"]}
        different = differences(expected, frame.data)
        if different:
            raise Finding(f"{watcher.name} should be told of {person.name} as it is: {different}")

    def require_alert_seen(self, watcher: Person) -> None:
        """Who watches the tenant is told at once of the one alert that there is.

        :raises Finding: when that does not come in time, or tells something else.
        """
        alerts = self.alerts(watcher.tenant)
        if len(alerts) != 1:
            raise Finding(f"there should be one alert at {watcher.tenant.name}, and there are {len(alerts)}")
        alert = alerts[0]
        frame = self._world.live_updates.connect(watcher).await_frame(
            "the alert", lambda frame: frame.topic == TENANT and frame.type == "attendance.fraud_alert", FRAME_WITHIN)
        different = differences({"alert_id": alert["id"], "type": alert["type"], "severity": alert["severity"]}, frame.data)
        if different:
            raise Finding(f"{watcher.name} should be told of the alert as it is: {different}")

    def require_seen_nothing(self, watcher: Person) -> None:
        """Who watches the tenant was told nothing of attendance, up to an answered ping.

        :raises Finding: showing what was told.
        """
        self._world.live_updates.ping(watcher)
        told = [str(frame) for frame in self._world.live_updates.connect(watcher).frames
                if frame.type.startswith("attendance.")]
        if told:
            raise Finding(f"{watcher.name} should be told nothing of who comes and leaves, and was:\n" + "\n".join(told))
