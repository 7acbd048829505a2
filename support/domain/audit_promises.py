"""What must be true of the audit trail: what it tells, to whom, and that nobody has changed it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.awaiting import await_value
from support.domain.audit_wholeness import AuditWholeness
from support.domain.comparing import differences
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.domain.missions import Mission

COLUMNS = ["At", "Person", "Role", "Event", "Level", "Object Type", "Object Id", "Changes", "IP", "Request Id"]
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
BROWSER = "Harbour/4.2"
SYSTEM, NOBODY = "the system", "nobody"
SECONDS = timedelta(seconds=2)  # between a change and its event, in one transaction


class AuditPromises(AuditWholeness):
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

    def require_told(self, tenant: Tenant, expected: list[dict[str, str]], apart_from: str | None = None) -> None:
        """Since it is followed the trail has told exactly this, in this order: who, what kind of event, which deed, of what.
        ``apart_from`` is a kind of record of which it may have told, too.

        :raises Finding: naming what is missing and what is told besides.
        """
        self.looked_at = [each for each in self.since(tenant) if apart_from is None or each["object_type"] != apart_from]
        wanted = [(row["who"], row["kind"], row["deed"], row["of"]) for row in expected]
        seen = [(self._who(each), each["event_type"].replace("_", " "), each["action"], self._of(each))
                for each in self.looked_at]
        if seen != wanted:
            missing = [each for each in wanted if each not in seen]
            besides = [each for each in seen if each not in wanted]
            raise Finding(f"the trail of {tenant.name} should tell {len(wanted)} things, and tells {len(seen)}"
                          f"\n  missing: {_lines(missing)}\n  told besides: {_lines(besides)}\n  told: {_lines(seen)}")

    def require_level(self, level: str) -> None:
        """What was looked at last is all of this level.

        :raises Finding: naming the events that are not.
        """
        others = {each["action"]: each["level"] for each in self.looked_at if each["level"] != level}
        if others:
            raise Finding(f"the level of all of it should be {level}, and differs: {others}")

    def require_pause_told(self, mission: Mission, who: Person, outcome: Outcome) -> None:
        """The pause is told with the person, the role, the address of the connection, the browser, request and time.

        :raises Finding: naming what differs.
        """
        event, address = self.event_of(who.tenant, "mission.pause"), self._world.target.address_of(who.email)
        self.require_time(event, mission.answered["paused_at"])
        different = differences(
            {"the person": who.id, "the role": who.role, "the address": address, "the browser": BROWSER,
             "the request": outcome.answer.request_id, "the task": None},
            {"the person": event["person_id"], "the role": event["role"], "the address": event["ip"],
             "the browser": event["user_agent"], "the request": event["request_id"], "the task": event["task_id"]})
        if different:
            raise Finding(f"what the trail tells of {who.name} is not so: {different}")

    def require_time(self, event: dict, moment: str) -> None:
        """An event tells the time at which it was.

        :raises Finding: when it tells another.
        """
        told, was = datetime.fromisoformat(event["at"]), datetime.fromisoformat(moment)
        if not was - SECONDS <= told <= was + SECONDS or not event["at"].endswith("Z"):
            raise Finding(f"{event['action']} was at {moment}, and the trail says that it was at {event['at']}")

    def require_told_with(self, deed: str, field: str, value: str) -> None:
        """Of what was looked at last one event is this deed, and says that the field became just this.

        :raises Finding: when none or more are, or it says something else.
        """
        found = [{each["field"]: each["after"] for each in event["changes"]} for event in self.looked_at
                 if event["action"] == deed]
        if [each.get(field) for each in found] != [value]:
            raise Finding(f"with {deed} the trail should tell once that {field} is {value!r}, and tells "
                          f"{[each.get(field) for each in found]}")

    def require_changes(self, event: dict, expected: dict[str, tuple[Any, Any]]) -> None:
        """An event tells exactly these fields, each with its value before and after.

        :raises Finding: when it tells of others, or other values.
        """
        seen = {each["field"]: (each["before"], each["after"]) for each in event["changes"]}
        if seen != expected:
            raise Finding(f"{event['action']} should tell these fields before and after: {expected}; it tells {seen}")

    def require_pause_changed(self, mission: Mission) -> None:
        """:raises Finding: when the pause is told with other values than those that it changed."""
        self.require_changes(self.event_of(mission.owner.tenant, "mission.pause"), {
            "status": ("running", "paused"), "paused_at": (None, mission.answered["paused_at"])})

    def require_reason_told(self, tenant: Tenant, reason: str) -> None:
        """The suspension is told with its reason and its time.

        :raises Finding: when it tells another, or none.
        """
        event = self.event_of(tenant, "tenant.suspend")
        told = {each["field"]: (each["before"], each["after"]) for each in event["changes"]}
        _, since = told.get("suspended_at", (None, None))
        if told != {"status": ("active", "suspended"), "suspension_reason": ("", reason), "suspended_at": (None, since)}:
            raise Finding(f"the suspension should be told with the reason {reason!r}, and is told as {told}")
        self.require_time(event, since or "")

    def require_end_of_reason_told(self, tenant: Tenant, reason: str) -> None:
        """The activation is told with the status, the reason and the time that it ended.

        :raises Finding: when it tells others, or none.
        """
        event = self.event_of(tenant, "tenant.activate")
        told = {each["field"]: (each["before"], each["after"]) for each in event["changes"]}
        since, _ = told.get("suspended_at", (None, None))
        if not since or told != {"status": ("suspended", "active"), "suspension_reason": (reason, ""),
                                 "suspended_at": (since, None)}:
            raise Finding(f"the activation should be told with the reason {reason!r} that is over, and is told as {told}")

    def require_deletion_told(self, mission: Mission, targets: int) -> None:
        """The deletion is told with what the mission was, and how many records went with it.

        :raises Finding: naming what differs.
        """
        event = self.event_of(mission.owner.tenant, "mission.delete")
        had = {each["field"]: each["before"] for each in event["changes"]}
        left = [each["field"] for each in event["changes"] if each["after"] is not None]
        different = differences(
            {"the name": mission.sent["name"], "the scope": mission.sent["scope"], "the state": "created",
             "what is left": [], "what went with it": {"mission_targets": targets, "findings": 0, "approvals": 0}},
            {"the name": had.get("name"), "the scope": had.get("scope"), "the state": had.get("status"),
             "what is left": left, "what went with it": event["metadata"]})
        if different:
            raise Finding(f"what the trail tells of the deleted {mission.name} is not so: {different}")

    def require_told_at_once(self, mission: Mission, who: Person, seconds: int) -> None:
        """The last change of the mission is told at the first look after its answer, which came in this time.

        :raises Finding: when it is not, or took longer.
        """
        answer = next(each.answer for each in reversed(self._world.http.exchanges)
                      if each.path == mission.path and each.method == "PATCH")
        items = self.look(who.tenant.administrator, limit=100, object_id=mission.id).record["items"]
        if answer.request_id not in [each["request_id"] for each in items]:
            raise Finding(f"what {who.name} changed of {mission.name} should be told as soon as it is answered, and is not")
        if answer.milliseconds > seconds * 1000:
            raise Finding(f"{who.name} should be answered within {seconds} s, and was in {answer.milliseconds:.0f} ms")

    def require_turn_told(self, tenant: Tenant, question: dict, answer: dict) -> None:
        """The one turn is told with its model, its tokens and its time, and with nothing of what was said.

        :raises Finding: naming what is told.
        """
        event = self.event_of(tenant, "chat_turn.create")
        expected = {name: answer[name] for name in ("model", "total_tokens", "latency_ms")}
        told = {"object_id": event["object_id"], "object_type": event["object_type"], "changes": event["changes"],
                "metadata": event["metadata"]}
        different = differences({"object_id": answer["id"], "object_type": "chat_turn", "changes": [],
                                 "metadata": expected}, told)
        if different:
            raise Finding(f"the turn should be told as it was: {different}")
        self.require_nothing_secret(tenant, {"the question": question["content"], "the answer": answer["content"]})

    def require_export_told(self, event: dict, who: Person) -> None:
        """:raises Finding: when the event is not told as an export of this person's."""
        if (event["event_type"], event["person_id"]) != ("export_executed", who.id):
            raise Finding(f"{event['action']} should be told as an export by {who.name}, "
                          f"and is told as {event['event_type']} by {self._who(event)}")

    def await_event(self, tenant: Tenant, deed: str) -> dict:
        """The one event of this deed, as soon as it is told.

        :raises Finding: when it does not come to that.
        """
        await_value(lambda: self.since(tenant), lambda seen: deed in [each["action"] for each in seen],
                    within=self._world.await_seconds, words=lambda seen: f"{deed} should be told, and told is "
                    f"{', '.join(each['action'] for each in seen) or 'nothing'}")
        return self.event_of(tenant, deed)

    def event_of(self, tenant: Tenant, deed: str) -> dict:
        """The one event of this deed since the trail is followed.

        :raises Finding: when there is none, or more than one.
        """
        found = [each for each in self.since(tenant) if each["action"] == deed]
        if len(found) != 1:
            raise Finding(f"the trail of {tenant.name} should tell of {deed} once, and tells of it {len(found)} times")
        return found[0]

    def require_done_for(self, tenant: Tenant, mission: Mission, person: Person) -> None:
        """What the worker did for a mission is told as the doing of who started it, by that request; each by its task.

        :raises Finding: naming the events that tell otherwise.
        """
        started = self.event_of(tenant, "mission.start")
        by_worker = [each for each in self.since(tenant) if each["task_id"]]
        if "mission.completed" not in [each["action"] for each in by_worker]:
            raise Finding(f"the end of {mission.name} should be told as a task's doing, and is not: "
                          f"{[each['action'] for each in by_worker] or 'no event has a task'}")
        wrong = [f"{each['action']} by {self._who(each)} ({each['role']}), request {each['request_id']}"
                 for each in by_worker if (each["person_id"], each["role"], each["request_id"]) !=
                 (person.id, person.role, started["request_id"])]
        if wrong:
            raise Finding(f"what was done for {mission.name} in the background should be told as {person.name}'s doing, "
                          f"by the request {started['request_id']}; told is: {'; '.join(wrong)}")

    def require_background(self, event: dict, person: Person) -> None:
        """An event is told as a task's doing, for this person in this role.

        :raises Finding: when it tells otherwise.
        """
        if (event["person_id"], event["role"]) != (person.id, person.role) or not event["task_id"]:
            raise Finding(f"{event['action']} should be told as a task's doing for {person.name}, and is told of "
                          f"{self._who(event)} ({event['role']}), task {event['task_id']}")

    def require_work_told(self, mission: Mission, findings: int) -> None:
        """Each of the mission's findings is told once, and its completion is.

        :raises Finding: when one is missing or doubled.
        """
        told = [each["object_id"] for each in self.since(mission.owner.tenant) if each["action"] == "finding.create"]
        found = [each["id"] for each in self._world.missions.findings(mission)]
        if len(found) != findings or sorted(told) != sorted(found):
            raise Finding(f"{findings} findings of {mission.name} should be told, each once; it has {len(found)}, "
                          f"and {len(told)} are told, {len(set(told) & set(found))} of them its own")
        self.event_of(mission.owner.tenant, "mission.completed")

    def require_by_system(self, event: dict) -> None:
        """An event is nobody's doing: it has a task and a request id of its own, and neither person, role nor address.

        :raises Finding: naming what differs.
        """
        told = {name: event[name] for name in ("person_id", "role", "ip", "user_agent") if event[name] is not None}
        if told or not event["task_id"] or not event["request_id"]:
            raise Finding(f"{event['action']} should be told as the system's doing, by a task with a request id of its own, "
                          f"and tells {told}, task {event['task_id']}, request {event['request_id']}")

    def require_nothing_secret(self, tenant: Tenant, secrets: dict[str, str]) -> None:
        """None of these stands in any event, be it answered or stored.

        :raises Finding: saying which does, and where; never the secret.
        """
        stored = self._world.database.rows("SELECT id, row_to_json(event)::text AS text FROM audit_events event")
        answered = [{"id": each["id"], "text": json.dumps(each, ensure_ascii=False)} for each in self.all(tenant)]
        found = {what for what, secret in secrets.items() for each in [*stored, *answered] if secret in each["text"]}
        if found:
            raise Finding(f"the trail should tell no secret, and tells {', '.join(sorted(found))}")

    # Who may know what

    def require_unknown_elsewhere(self, tenant: Tenant, stranger: Person) -> None:
        """Nothing of the tenant's trail is there for somebody of another: in no list, table or filter, under no id.

        :raises Finding: when something is.
        """
        events = self.all(tenant)
        ids = {each["id"] for each in events}
        for filters in ({}, {"person_id": tenant.administrator.id}, {"object_id": tenant.id},
                        {"request_id": events[-1]["request_id"]}):
            seen = ids & {each["id"] for each in self.look(stranger, limit=100, **filters).record["items"]}
            shown = [row for row in self.table(self.fetch(stranger, **filters)) if tenant.id in row
                     or tenant.administrator.full_name in row]
            if seen or shown:
                raise Finding(f"{stranger.name} of {stranger.tenant.name} should see nothing of the trail of {tenant.name}, "
                              f"and with {filters or 'no filter'} sees {len(seen)} events and {len(shown)} rows of it")
        self.read(stranger, f"events/{events[-1]['id']}").require_refused("unknown")

    def require_all_of_own(self, tenant: Tenant) -> None:
        """Each stored event of the tenant is in its trail, and nothing else is.

        :raises Finding: when they differ.
        """
        shown = self.look(tenant.administrator, limit=1).record["total"]
        stored = self._world.database.value("SELECT count(*) FROM audit_events WHERE tenant_id = :id", id=tenant.id)
        if shown != stored - 1:  # the look itself was told after it had been answered
            raise Finding(f"the trail of {tenant.name} should show the {stored - 1} events of the tenant, and shows {shown}")

    # Found again

    def require_found(self, tenant: Tenant, asked: dict[str, str], expected: list[str]) -> None:
        """Asking the trail for this gives the events of exactly these deeds, oldest first.

        :raises Finding: when it gives others.
        """
        seen = [each["action"] for each in self.since(tenant, **self._meant(tenant, asked))]
        if seen != expected:
            raise Finding(f"asking the trail for {asked} should give {expected or 'nothing'}, and gives {seen or 'nothing'}")

    def require_none(self, outcome: Outcome) -> None:
        """:raises Finding: when the answer is anything but an empty page."""
        answer = outcome.record
        if answer["items"] or answer["total"]:
            raise Finding(f"{outcome.who} should find nothing, and finds {answer['total']} events")

    def require_between(self, tenant: Tenant, first: str, end: str, expected: list[str]) -> None:
        """What was told from one deed on and before another is exactly this.

        :raises Finding: when it is something else.
        """
        span = {"at_from": self.event_of(tenant, first)["at"], "at_to": self.event_of(tenant, end)["at"]}
        seen = [each["action"] for each in self.since(tenant, **span)]
        if seen != expected:
            raise Finding(f"from {first} on and before {end} the trail should tell {expected}, and tells {seen}")

    def require_pages(self, tenant: Tenant, size: int) -> None:
        """In pages of this size, of a time that is over, each event is shown once, newest first.

        :raises Finding: when one is missing, doubled or out of its place.
        """
        events = list(reversed(self.since(tenant)))
        span = {"at_from": events[-1]["at"], "at_to": _just_after(events[0]["at"])}
        pages = [self.look(tenant.administrator, limit=size, offset=start, **span).record
                 for start in range(0, len(events) + 1, size)]
        shown = [each["id"] for page in pages for each in page["items"] if each["request_id"] not in self._looks]
        totals = {page["total"] for page in pages}
        if shown != [each["id"] for each in events] or len(totals) != 1:
            raise Finding(f"the trail in pages of {size} should show {len(events)} events, each once, newest first; it "
                          f"shows {len(shown)}, {len(set(shown))} different ones, and says there are {sorted(totals)}")

    def _meant(self, tenant: Tenant, asked: dict[str, str]) -> dict[str, str]:
        """What is asked for, with ids in place of the names of a feature."""
        meant = dict(asked)
        for name in ("person_id", "object_id"):
            if name in meant:
                meant[name] = self._id_of(meant[name])
        if "request_id" in meant:
            meant["request_id"] = self.event_of(tenant, meant["request_id"])["request_id"]
        return meant

    # The table

    def require_table(self, outcome: Outcome) -> None:
        """The table has its columns, and a row for each of the events asked for, newest first, with all that it tells.

        :raises Finding: naming the first row that differs.
        """
        of, events = self.asked
        people = {of.id: of.full_name}
        if not any(_cell(each["request_id"]) != each["request_id"] for each in events):
            raise WrongScenario("none of these events has a value that could be a formula")
        header, *rows = self.table(outcome)
        if header != COLUMNS:
            raise Finding(f"the columns of the table should be {COLUMNS}, and are {header}")
        expected = [[_cell(value) for value in (
            each["at"], people.get(each["person_id"] or ""), each["role"], each["event_type"], each["level"],
            each["object_type"], each["object_id"], None, each["ip"], each["request_id"])] for each in reversed(events)]
        seen = [[*row[:7], "", *row[8:]] for row in rows]
        if seen != expected:
            wrong = next((pair for pair in zip(expected, seen, strict=False) if pair[0] != pair[1]), None)
            raise Finding(f"the table should have {len(expected)} rows, one for each event, and has {len(seen)}"
                          + (f"; one should be {wrong[0]}, and is {wrong[1]}" if wrong else ""))
        changes = [json.loads(row[7]) for row in rows]
        if changes != [each["changes"] for each in reversed(events)]:
            raise Finding("the cells with the changes should say the same as the events, and do not")

    # Names

    def _who(self, event: dict) -> str:
        names = {person.id: name for name, person in self._world.people.items()}
        names |= {tenant.administrator.id: tenant.administrator.name for tenant in self._world.tenants.values()
                  if tenant.administrator}
        if event["person_id"] is None:
            return NOBODY if event["ip"] else SYSTEM
        return names.get(event["person_id"], f"somebody ({event['person_id']})")

    def _of(self, event: dict) -> str:
        """What a feature calls the event's record; empty for one that it has no name for."""
        return next((name for name, identifier in self._named() if identifier == event["object_id"]), "")

    def _id_of(self, name: str) -> str:
        found = next((identifier for known, identifier in self._named() if known == name), None)
        if found is None:
            raise WrongScenario(f"{name} is nothing that the trail could be asked for")
        return found

    def _named(self) -> list[tuple[str, str]]:
        world = self._world
        return [*((name, mission.id) for name, mission in world.missions_by_name.items()),
                *((talk.name, talk.id) for talk in world.conversations.known),
                *((name, person.id) for name, person in world.people.items()),
                *((name, tenant.id) for name, tenant in world.tenants.items()),
                *((rule.title, rule.record["id"]) for rule in world.knowledge.rules),
                *world.clients.names(), *world.deals.names(), *world.payments.names(), *world.commissions.names()]


def _lines(rows: list[tuple[str, ...]]) -> str:
    return "; ".join(" | ".join(row) for row in rows) or "nothing"


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _just_after(moment: str) -> str:
    return (datetime.fromisoformat(moment) + timedelta(microseconds=1)).isoformat().replace("+00:00", "Z")
