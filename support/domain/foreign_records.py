"""What belongs to another tenant, whatever kind of record it is: read from the platform's own description.

So an area that comes is looked at from its first day: a kind of record of which nobody has said here how to make one
fails the scenario.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.domain import permission_tables
from support.domain.comparing import some_of
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.pictures import picture
from support.drivers.at_once import few_at_a_time
from support.drivers.description import Operation
from support.drivers.http import Answer
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

WORD = "Zanzibar"  # in the name of each record that is made here, and in no other
_NAME = re.compile(r"\{(\w+)\}")
_NOT_ONES_OWN = ("object_id",)  # filters by an id of whatever kind
_NAMED_BY = {"parent_id": "site_id", "lead_id": "person_id", "rule_ids": "rule_id", "assignee_id": "person_id",
             "approvers": "person_id", "verifiers": "person_id", "repository_ids": "repository_id",
             "analysis_ids": "analysis_id", "owner_id": "person_id"}  # field of a body -> what it names
_ITS_MAKERS = ("/work-orders/",)  # in the address of what only its maker changes
_NO_RECORDS = ("task_name", "plugin_name")  # in paths, and of no tenant


@dataclass(frozen=True)
class Reference:
    """A field of a body that names another record."""

    operation: Operation
    field: str
    is_list: bool

    @property
    def place(self) -> str:
        return f"{self.field}.0" if self.is_list else self.field


class ForeignRecords:
    """Makes a record of each kind at one tenant, and has somebody of another try to reach it."""

    def __init__(self, world: World):
        self._world = world
        self._ids: dict[str, dict[str, str]] = {}  # slug -> name in a path -> id
        self._makers: dict[str, Callable[[Person], str]] = {
            "mission_id": self._mission, "finding_id": self._of_mission("findings"),
            "approval_id": self._of_mission("approvals"), "rule_id": self._rule, "site_id": self._site,
            "person_id": lambda person: person.id, "session_id": self._first_of("/me/sessions"),
            "invitation_id": self._invitation, "event_id": self._first_of("/audit/events"),
            "notification_id": self._first_of("/notifications"), "record_id": self._attendance,
            "override_id": self._override, "alert_id": self._alert,
            "work_order_id": self._work_order, "item_id": self._item,
            "ticket_id": self._ticket, "escalation_rule_id": self._escalation_rule,
            "template_id": self._template, "task_id": self._task, "photo_id": self._photo, "report_id": self._report,
            "project_id": self._project, "repository_id": self._of_project("repositories", owner="harbour", name=WORD),
            "technology_id": self._of_project("technologies", title=f"Sonar of {WORD}", domain="other"),
            "analysis_id": self._analysis, "format": lambda person: "json",
            "device_id": self._device, "conversation_id": self._conversation,
            "job_id": self._of_project("jobs", job_type="analysis", runner="external"),
            "client_id": self._client, "deal_id": self._deal, "payment_id": self._payment,
            "invoice_id": self._first_of("/invoices"), "commission_id": self._commission}

    # The records

    def make_each(self, tenant: Tenant) -> None:
        """One record of each kind that a path of the platform names."""
        person = tenant.administrator
        found = self._ids[tenant.slug] = {}
        for operation in self._operations():
            for name in _NAME.findall(operation.path):
                if name not in found:
                    found[name] = self._maker(name, operation)(person)
        found["shift_id"] = self._shift(person)

    def _maker(self, name: str, operation: Operation) -> Callable[[Person], str]:
        if name not in self._makers:
            raise WrongScenario(f"{operation.name} names a {name}: say in {__name__} how to make one")
        return self._makers[name]

    def _mission(self, person: Person) -> str:
        """One that has found something, and waits for an approval."""
        world = self._world
        world.knowledge.add(f"Reset of {WORD}", person, severity="high", risk="high")
        mission = world.missions.create(world.missions.plan(f"Survey of {WORD}", person))
        mission.drop_policy([1])
        world.missions.do("start", mission)
        world.missions.await_state(mission, "awaiting_approval")
        return mission.id

    def _of_mission(self, what: str) -> Callable[[Person], str]:
        def find(person: Person) -> str:
            mission = self._ids[person.tenant.slug]["mission_id"]
            return self._first_of(f"/missions/{mission}/{what}")(person)

        return find

    def _first_of(self, path: str) -> Callable[[Person], str]:
        return lambda person: all_items(self._world.http, person, f"{V2}{path}")[0]["id"]

    def _rule(self, person: Person) -> str:
        return self._world.knowledge.add(f"Gate of {WORD}", person).record["id"]

    def _site(self, person: Person) -> str:
        return self._world.sites.have(person.tenant, f"Dock of {WORD}").id

    def _attendance(self, person: Person) -> str:
        attendance = self._world.attendance
        attendance.consent(person, (True, True)).require_accepted(200)
        outcome = attendance.check_in(person, attendance.gate(person.tenant, f"Gate of {WORD}"))
        attendance.check_out(person).require_accepted(200)
        return outcome.record["id"]

    def _shift(self, person: Person) -> str:
        return self._made(person, f"{V2}/attendance/shifts", {
            "site_id": self._ids[person.tenant.slug]["site_id"], "name": "Early", "starts_at": "06:00", "ends_at": "14:00"})

    def _override(self, person: Person) -> str:
        return self._made(person, f"{V2}/attendance/overrides", {
            "site_id": self._ids[person.tenant.slug]["site_id"], "type": "validation_override", "reason": "Flood"})

    def _alert(self, person: Person) -> str:
        """Of a check-in from where devices are that do not know their place."""
        attendance = self._world.attendance
        attendance.consent(person, (True, True)).require_accepted(200)
        attendance.check_in(person, attendance.gate(person.tenant, f"Pier of {WORD}"), location={
            "latitude": 0.0, "longitude": 0.0, "accuracy_m": 5.0}).require_refused("incomplete")
        return self._first_of("/attendance/fraud-alerts")(person)

    def _ticket(self, person: Person) -> str:
        """One on which something was said."""
        ticket = self._made(person, f"{V2}/tickets", {"title": f"Leak in {WORD}"})
        self._made(person, f"{V2}/tickets/{ticket}/comments", {"text": f"{WORD} is wet."})
        return ticket

    def _escalation_rule(self, person: Person) -> str:
        return self._made(person, f"{V2}/ticket-escalation-rules", {
            "category": WORD, "level": 1, "unit": "hour", "value": 1, "person_id": person.id})

    def _template(self, person: Person) -> str:
        return self._made(person, f"{V2}/task-templates", self._new_template(person))

    def _task(self, person: Person) -> str:
        """One of the person's own that has begun."""
        task = self._made(person, f"{V2}/tasks", {**self._new_template(person), "planned_at": "2036-11-28T12:00:00Z",
                                                  "assignee_id": person.id})
        self._made(person, f"{V2}/tasks/{task}/start", {})
        return task

    def _photo(self, person: Person) -> str:
        task = self._ids[person.tenant.slug]["task_id"]
        answer = self._world.http.ask("POST", f"{V2}/tasks/{task}/photos", token=person.access_token,
                                      files={"file": ("gate.jpg", picture())})
        return Outcome(person.name, "add a photo", answer).record["photos"][0]["id"]

    def _report(self, person: Person) -> str:
        """That of a task which is completed."""
        answer = self._world.http.ask("POST", f"{V2}/tasks/{self._task(person)}/complete", token=person.access_token)
        return Outcome(person.name, "complete a task", answer).record["report_id"]

    def _project(self, person: Person) -> str:
        return self._made(person, f"{V2}/projects", {"name": WORD, "owner": "harbour"})

    def _of_project(self, what: str, **fields: str) -> Callable[[Person], str]:
        return lambda person: self._made(person, f"{V2}/{what}", {
            "project_id": self._ids[person.tenant.slug]["project_id"], **fields})

    def _analysis(self, person: Person) -> str:
        return self._made(person, f"{V2}/projects/{self._ids[person.tenant.slug]['project_id']}/analyses", {
            "repository_id": self._ids[person.tenant.slug]["repository_id"]})

    def _device(self, person: Person) -> str:
        return self._made(person, f"{V2}/devices", {"device_id": f"phone-of-{WORD}", "type": "phone"})

    def _conversation(self, person: Person) -> str:
        return self._made(person, f"{V2}/conversations", {"title": f"Cranes of {WORD}"})

    def _new_template(self, person: Person) -> dict[str, Any]:
        return {"name": f"Round of {WORD}", "site_id": self._ids[person.tenant.slug]["site_id"], "plan_minutes": 30,
                "expiry_minutes": 60}

    def _client(self, person: Person) -> str:
        return self._made(person, f"{V2}/clients", {"name": f"Mill of {WORD}", "email": self._world.data.email(WORD)})

    def _deal(self, person: Person) -> str:
        return self._made(person, f"{V2}/deals", {**self._new_deal(), "name": f"Lifts for {WORD}",
                                                  "client_id": self._ids[person.tenant.slug]["client_id"]})

    def _payment(self, person: Person) -> str:
        """One on the deal, and with it an invoice."""
        deal = self._ids[person.tenant.slug]["deal_id"]
        return self._made(person, f"{V2}/deals/{deal}/payments", {"amount": "100.00", "paid_on": "2026-01-05",
                                                                  "method": "bank"})

    def _commission(self, person: Person) -> str:
        return self._made(person, f"{V2}/commissions", {**self._new_commission(), "person_id": person.id})

    def _new_deal(self) -> dict[str, Any]:
        return {"name": "Lifts", "value": "1000.00", "currency": "USD", "payment_method": "bank", "source": "google"}

    def _new_commission(self) -> dict[str, Any]:
        return {"currency": "USD", "period_start": "2026-01-01", "period_end": "2026-01-31"}

    def _invitation(self, person: Person) -> str:
        return self._made(person, f"{V2}/invitations", {"email": self._world.data.email(WORD), "role": "worker",
                                                        "full_name": f"Toni {WORD}"})

    def _work_order(self, person: Person) -> str:
        item = {"text": f"Pressure at {WORD}", "kind": "number"}
        return self._made(person, f"{V2}/work-orders", {"title": f"Repair of {WORD}", "line_items": [item]})

    def _item(self, person: Person) -> str:
        """A line of its checklist."""
        path = f"{V2}/work-orders/{self._ids[person.tenant.slug]['work_order_id']}"
        answer = self._world.http.ask("GET", path, token=person.access_token)
        return Outcome(person.name, "read the work order", answer).record["line_items"][0]["id"]

    def _made(self, person: Person, path: str, body: dict[str, Any]) -> str:
        answer = self._world.http.ask("POST", path, token=person.access_token, json_body=body)
        return Outcome(person.name, f"make a record at {path}", answer).record["id"]

    # By its id

    def require_unknown_to(self, stranger: Person, owner: Tenant) -> None:
        """Each operation on a record of the owner is answered to the stranger exactly as on one that nobody has.

        :raises Finding: naming each that is not.
        """
        ids = self._ids[owner.slug]
        faults = []
        of_records = [each for each in self._operations() if _NAME.search(each.path)]
        outcomes = few_at_a_time([partial(self._ask, stranger, operation, found) for operation in of_records
                                  for found in (ids, defaultdict(lambda: str(uuid4())))])
        for operation, foreign, nobodys in zip(of_records, outcomes[::2], outcomes[1::2], strict=True):
            if foreign.answer.status != 404 or foreign.without_ids() != nobodys.without_ids():
                faults.append(f"{operation.name}: {foreign.said()}, and where nobody has it: {nobodys.said()}")
        if faults:
            raise Finding(f"what belongs to {owner.name} should not exist for {stranger.name}: {some_of(faults)}")

    def _ask(self, person: Person, operation: Operation, ids: Mapping[str, str]) -> Outcome:
        """With a body only where there must be one: what can be done without one is really tried."""
        path = _NAME.sub(lambda match: ids[match[1]], operation.path)
        body = {"of_no_use": True} if operation.body.get("requestBody", {}).get("required") else None
        return Outcome(person.name, operation.name,
                       self._world.http.ask(operation.method, path, token=person.access_token, json_body=body))

    # In lists

    def require_in_no_list_of(self, stranger: Person, owner: Tenant) -> None:
        """No list shows the stranger anything but the own, nor counts it, however it is searched and filtered.

        :raises Finding: naming each list that does.
        """
        foreign, faults = self._world.stored.ids_of(owner.id), []
        for operation, path in self._lists(stranger.tenant):
            items = all_items(self._world.http, stranger, path)
            own = self._world.stored.ids_of(stranger.tenant.id)  # a reading may make a record, such as of itself
            others = {item["id"] for item in items if "id" in item} - own | foreign & set(_texts_in(items))
            if others:
                faults.append(f"{operation.name} shows what is not {stranger.tenant.name}'s: {some_of(sorted(others))}")
            for name, value in self._filters(operation, owner):
                found = self._page(stranger, path, name, value)
                if found["total"] or found["items"]:
                    faults.append(f"{operation.name} with {name}={value} should be an empty page, and has {found['total']}")
        if faults:
            raise Finding(f"{stranger.name} should find nothing of {owner.name} in any list: {some_of(faults)}")

    def require_nothing_counted(self, stranger: Person) -> None:
        """:raises Finding: when the stranger's tenant, which has made and sold nothing, counts something."""
        answer = self._world.http.ask("GET", f"{V2}/tenant", token=stranger.access_token)
        count = Outcome(stranger.name, "read the own tenant", answer).record["missions_this_month"]
        if count:
            raise Finding(f"{stranger.tenant.name} has made no mission, and counts {count}")
        self._world.sales_dashboards.require_totals(stranger, [])
        for what in ("deals", "clients"):
            self._world.sales_dashboards.require_counts(stranger, what, {})

    def require_listed_for(self, person: Person) -> None:
        """Its own people do find the records in the lists: there was something to be found.

        :raises Finding: naming a list that is searched in vain.
        """
        for operation, path in self._lists(person.tenant):
            for name, value in self._filters(operation, person.tenant):
                if name == "q" and not self._page(person, path, name, value)["total"]:
                    raise Finding(f"{person.name} should find {value} with {operation.name}, and finds nothing")

    def _lists(self, tenant: Tenant) -> Iterator[tuple[Operation, str]]:
        """Each list of the platform with its address, below this tenant's own records where it stands below one."""
        ids = self._ids.get(tenant.slug, {})
        for operation in self._operations():
            is_list = operation.method == "GET" and {"limit", "offset"} <= set(_parameters(operation))
            if is_list and set(_NAME.findall(operation.path)) <= ids.keys():
                yield operation, _NAME.sub(lambda match: ids[match[1]], operation.path)

    def _filters(self, operation: Operation, owner: Tenant) -> Iterator[tuple[str, str]]:
        """Searches for the owner's records: by the word in their names, and by each id."""
        for name in _parameters(operation):
            if name == "q":
                yield name, owner.administrator.email if "people" in operation.path else WORD
            elif name in ("site_id", "parent_id"):
                yield name, self._ids[owner.slug]["site_id"]
            elif name in ("project_id", "repository_id", "client_id", "deal_id"):
                yield name, self._ids[owner.slug][name]
            elif name in ("person_id", "assignee_id"):
                yield name, owner.administrator.id
            elif name in _NOT_ONES_OWN:
                yield name, self._ids[owner.slug]["mission_id"]
            elif name.endswith("_id") and name not in ("request_id", "target_id"):
                raise WrongScenario(f"{operation.name} is filtered by {name}: say in {__name__} what that is")

    def _page(self, person: Person, path: str, name: str, value: str) -> dict:
        answer = self._world.http.ask("GET", path, token=person.access_token, parameters={name: value})
        return Outcome(person.name, f"list {path} with {name}", answer).record

    # In bodies

    def require_refused_as_references(self, person: Person, owner: Tenant) -> None:
        """Each field of a body that names another record is refused as not known, where it names one of the owner's or
        one that nobody has.

        :raises Finding: naming each that is taken, or refused in another way.
        """
        faults = []
        tried = [(reference, whose, found) for reference in self._references()
                 for whose, found in (("another tenant's", self._target(reference, owner)), ("nobody's", str(uuid4())))]
        answers = few_at_a_time([self._call_that_names(found, reference, person) for reference, _, found in tried])
        for (reference, whose, _), answer in zip(tried, answers, strict=True):
            outcome = Outcome(person.name, reference.operation.name, answer)
            errors = outcome.answer.json.get("errors", []) if outcome.answer.status == 422 else []
            if [(each["field"], each["code"]) for each in errors] != [(reference.place, "unknown")]:
                faults.append(f"{reference.operation.name} with {whose} {reference.field}: {outcome.said()}")
        if faults:
            raise Finding(f"a body of {person.name} should be refused where it names what is not {person.tenant.name}'s: "
                          f"{some_of(faults)}")

    def _references(self) -> Iterator[Reference]:
        for operation in self._operations():
            for name, schema in self._body(operation).items():
                text = json.dumps(schema)
                if '"uuid"' in text:
                    yield Reference(operation, name, '"array"' in text)

    def _target(self, reference: Reference, owner: Tenant) -> str:
        kind = _NAMED_BY.get(reference.field, reference.field)
        if kind not in self._ids[owner.slug]:
            raise WrongScenario(f"{reference.operation.name} takes a {reference.field}: say in {__name__} what that names")
        return self._ids[owner.slug][kind]

    def _call_that_names(self, found: str, reference: Reference, person: Person) -> Callable[[], Answer]:
        """Sends a body that would be good but for this field."""
        operation, own = reference.operation, self._ids[person.tenant.slug]
        bodies: dict[str, dict[str, Any]] = {
            f"POST {V2}/task-templates": self._new_template(person), f"POST {V2}/task-templates/{{template_id}}/tasks": {},
            f"POST {V2}/tasks": {**self._new_template(person), "planned_at": "2036-11-28T12:00:00Z"},
            f"POST {V2}/tasks/{{task_id}}/assign": {},
            f"POST {V2}/sites": {"code": "Q1", "name": "Quay"},
            f"POST {V2}/work-orders": {"title": "Repair of the quay"},
            f"POST {V2}/attendance/geofence-checks": {"location": {"latitude": 1.0, "longitude": 1.0}},
            f"POST {V2}/missions": {"name": "Survey of the quay", "scope": ["127.0.0.1"], "goals": ["report"]},
            f"POST {V2}/attendance/overrides": {"type": "validation_override", "reason": "Flood"},
            f"POST {V2}/attendance/shifts": {"name": "Late", "starts_at": "14:00", "ends_at": "22:00"},
            f"POST {V2}/attendance/check-ins": {
                "site_id": own["site_id"], "location": {"latitude": 1.0, "longitude": 1.0, "accuracy_m": 5.0},
                "device": {"device_id": "phone"}},
            f"POST {V2}/repositories": {"owner": "harbour", "name": "quay"},
            f"POST {V2}/technologies": {"title": "Sonar", "domain": "other"},
            f"POST {V2}/projects/{{project_id}}/analyses": {},
            f"POST {V2}/jobs": {"job_type": "analysis", "runner": "external"},
            f"POST {V2}/batch/analyses": {"project_id": own["project_id"], "repository_ids": [own["repository_id"]]},
            f"POST {V2}/exports/batch": {"format": "json"},
            f"POST {V2}/tickets": {"title": "Leak at the quay"},
            f"POST {V2}/tickets/{{ticket_id}}/assign": {},
            f"POST {V2}/ticket-escalation-rules": {"category": "Leaks", "level": 1, "unit": "hour", "value": 1},
            f"POST {V2}/clients": {"name": "Quay Ltd", "email": self._world.data.email("Quay")},
            f"POST {V2}/deals": {**self._new_deal(), "client_id": own["client_id"]},
            f"POST {V2}/commissions": self._new_commission(),
            f"POST {V2}/invitations": {"email": self._world.data.email("Tim"), "full_name": "Tim Tally", "role": "worker"}}
        if operation.method != "PATCH" and operation.name not in bodies:
            raise WrongScenario(f"{operation.name} takes a {reference.field}: say in {__name__} what else it needs")
        path = _NAME.sub(lambda match: own[match[1]], operation.path)
        value = [found] if reference.is_list else found
        by = person.tenant.administrator if any(each in path for each in _ITS_MAKERS) else person
        return partial(self._world.http.ask, operation.method, path, token=by.access_token,
                       json_body={**bodies.get(operation.name, {}), reference.field: value})

    # The description

    def _operations(self) -> Iterator[Operation]:
        """Those for people. The first generation shows the same records as the second."""
        for operation in self._world.interface.operations:
            if permission_tables.is_for_people(operation.name) and not set(_NAME.findall(operation.path)) & set(_NO_RECORDS):
                yield operation

    def _body(self, operation: Operation) -> dict[str, Any]:
        content = operation.body.get("requestBody", {}).get("content", {})
        schema = content.get("application/json", {}).get("schema", {})
        if "$ref" in schema:
            schema = self._world.target.description.document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return schema.get("properties", {})


def _parameters(operation: Operation) -> list[str]:
    return [each["name"] for each in operation.body.get("parameters", []) if each["in"] == "query"]


def _texts_in(value: Any) -> Iterator[str]:
    """Every text in an answer, at whatever depth."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts_in(each)
    elif isinstance(value, str):
        yield value
