"""What must be true of the audit trail as a whole: that nothing of it was changed or removed, but what is past its date."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.people import Tenant
from support.findings import Finding, WrongScenario

ATTENDANCE = "attendance"  # the chain of what is kept for years
NOT_HASHED = ("hash", "created_at", "updated_at")


class AuditWholeness:
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

    def require_whole(self, tenant: Tenant) -> None:
        """The check finds every event as it was written, and has looked at all of them.

        :raises Finding: when it does not.
        """
        answer = self.check(tenant)
        stored = self._world.database.value("SELECT count(*) FROM audit_events WHERE tenant_id = :id", id=tenant.id)
        expected = {"valid": True, "checked": stored, "first_broken_id": None, "first_broken_sequence": None}
        different = differences(expected, answer)
        if different:
            raise Finding(f"the check should find all {stored} events of {tenant.name} whole: {different}")

    def require_broken_at(self, tenant: Tenant, event: dict, is_gone: bool) -> None:
        """The check finds the trail broken, first at this event; of one that is gone it knows the number alone.

        :raises Finding: when it finds it whole, or another.
        """
        different = differences(
            {"valid": False, "first_broken_sequence": event["sequence"],
             "first_broken_id": None if is_gone else event["id"]}, self.check(tenant))
        if different:
            raise Finding(f"the check should find {event['action']} (number {event['sequence']}) broken: {different}")

    def require_chained(self, tenant: Tenant) -> None:
        """The numbers follow each other without a gap, and each hash is that of the event and the hash before.

        :raises Finding: naming the first event that is out of line.
        """
        previous: dict[str, dict] = {}
        for event in self._stored(tenant):
            before = previous.get(event["chain"])
            number, last = (before["sequence"] + 1, before["hash"]) if before else (1, "0" * 64)
            spelled = {name: value for name, value in event.items() if name not in NOT_HASHED}
            text = json.dumps(spelled, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            digest = hashlib.sha256((last + text).encode()).hexdigest()
            different = differences({"number": number, "previous hash": last, "hash": digest},
                                    {"number": event["sequence"], "previous hash": event["previous_hash"],
                                     "hash": event["hash"]})
            if different:
                raise Finding(f"{event['action']} does not hang on what was told before it: {different}")
            previous[event["chain"]] = event

    def require_guarded(self) -> None:
        """:raises Finding: when the database lets a plain statement change or remove an event."""
        for what, statement in (("changed", "UPDATE audit_events SET role = 'viewer'"),
                                ("removed", "DELETE FROM audit_events")):
            if "neither changed nor removed" not in self.refused_by_the_database(statement):
                raise Finding(f"an event should not let itself be {what} by a plain statement to the database, and does")

    def _stored(self, tenant: Tenant) -> list[dict]:
        """The events as they are stored, with times and ids as they are answered."""
        rows = self._world.database.rows("SELECT * FROM audit_events WHERE tenant_id = :id ORDER BY chain, sequence",
                                         id=tenant.id)
        return [{name: _answered(value) for name, value in row.items()} for row in rows]

    def await_purged(self, tenant: Tenant, days: int) -> None:
        """Of what was noted only what is not yet so old is left, and is as it was.

        :raises Finding: when it does not come to that.
        """
        begins = self._world.operations.platform_now() - timedelta(days=days)
        kept = [each for each in self.noted if datetime.fromisoformat(each["at"]) > begins]
        if not kept or len(kept) == len(self.noted):
            raise WrongScenario(f"of what was noted something should be older than {days} days, and something not")
        expected = {each["id"]: each for each in kept}
        oldest = kept[0]["sequence"]

        def look() -> list[dict]:
            return [each for each in self.all(tenant) if each["sequence"] <= kept[-1]["sequence"]]

        left = await_value(look, lambda seen: seen and seen[0]["sequence"] == oldest, within=self._world.await_seconds,
                           words=lambda seen: f"the events before number {oldest} should be purged, and "
                                              f"{len([each for each in seen if each['sequence'] < oldest])} are left")
        if {each["id"]: each for each in left} != expected:
            raise Finding(f"the purge should leave {len(expected)} events as they were, and left {len(left)}")

    def await_only_attendance_left(self) -> None:
        """Of what was noted the events on attendance are left, as they were, and no other. Raises as ``await_purged``."""
        kept = [each for each in self.noted if each["chain"] == ATTENDANCE]
        if not kept or len(kept) == len(self.noted):
            raise WrongScenario("something that was noted should be of attendance, and something not")
        self._await_left(kept)

    def await_nothing_left(self) -> None:
        """Of what was noted nothing is left. Raises as ``await_purged``."""
        self._await_left([])

    def _await_left(self, kept: list[dict]) -> None:
        expected, noted = {each["id"]: each for each in kept}, {each["id"] for each in self.noted}

        def look() -> dict[str, dict]:
            return {each["id"]: each for each in self.all(self._noted_of) if each["id"] in noted}

        await_value(look, lambda seen: seen == expected, within=self._world.await_seconds, words=lambda seen: (
            f"of {len(noted)} events that were noted {len(expected)} should be left, as they were, and {len(seen)} are, "
            f"of which {len([each for each in seen if each in expected])} should be"))


def _answered(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value if value is None or isinstance(value, (str, int, list, dict)) else str(value)
