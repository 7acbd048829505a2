"""Tasks of workers at sites: their templates, what people do with them, and how they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.pictures import picture
from support.domain.site_task_promises import SiteTaskPromises
from support.domain.sites import Site
from support.domain.spoken import spoken_of
from support.domain.task_states import DEEDS, SUPERVISORS, WAYS
from support.drivers.at_once import at_once
from support.findings import WrongScenario

if TYPE_CHECKING:
    from support.world import World

# What a feature's table calls the fields of a template, and what kind of value each has.
FIELDS = {
    "plan": ("plan_minutes", int), "grace": ("grace_minutes", int), "expiry": ("expiry_minutes", int),
    "scan": ("scan_type", str), "code": ("scan_code", str), "photos": ("photos_required", int),
    "schedule": ("schedule", str), "kind": ("kind", str), "priority": ("priority", str),
    "from": ("valid_from", str), "until": ("valid_until", str), "active": ("active", lambda text: text == "yes"),
}
DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "in 2 days": 2, "in 3 days": 3}
ANY_COMMENT = "The crane is in the way"


@dataclass
class Template:
    """A template as a scenario knows it; ``record`` is how the platform answered it last."""

    name: str
    site: Site
    record: dict = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"{V2}/task-templates/{self.record['id']}"


@dataclass
class SiteTask:
    """A task as a scenario knows it; ``record`` is how the platform answered it last."""

    name: str
    record: dict

    @property
    def id(self) -> str:
        return self.record["id"]

    @property
    def path(self) -> str:
        return f"{V2}/tasks/{self.id}"


class SiteTasks(SiteTaskPromises):
    """What people do with tasks, and (in the base class) what must then be true of them."""

    def __init__(self, world: World):
        self._world = world
        self._templates: dict[str, Template] = {}
        self._tasks: dict[str, SiteTask] = {}

    def template(self, name: str = "") -> Template:
        """The template of that name; without one the last spoken of."""
        return spoken_of(self._templates, name, "template")

    def task(self, name: str = "") -> SiteTask:
        """The task of that name; without one the last spoken of."""
        return spoken_of(self._tasks, name, "task")

    # Templates

    def add_template(self, name: str, site_name: str, assignee: Person | None = None, **fields: Any) -> Template:
        """A template of the site's tenant, made by who administers it."""
        template = Template(name, self._world.sites.site(site_name))
        if assignee is not None:
            fields["assignee_id"] = assignee.id
        outcome = self.try_to_add_template(template.site.tenant.administrator, template, **fields)
        outcome.require_accepted(201)
        return template

    def try_to_add_template(self, person: Person, template: Template, **fields: Any) -> Outcome:
        sent = {"name": template.name, "site_id": template.site.id, "plan_minutes": 30, "expiry_minutes": 60} | fields
        outcome = self._ask(person, f"add the template {template.name}", "POST", f"{V2}/task-templates", sent)
        if outcome.accepted:
            template.record = outcome.record
            self._templates[template.name] = template
        return outcome

    def fields_of(self, table: dict[str, str], site_name: str) -> dict[str, Any]:
        """A feature's fields of a template, as they are sent; days are the site's."""
        fields = {}
        for words, text in table.items():
            if words not in FIELDS:
                raise WrongScenario(f"a template has no {words}: it has {', '.join(FIELDS)}")
            name, kind = FIELDS[words]
            fields[name] = self.day(text, site_name).isoformat() if text in DAYS else kind(text)
        return fields

    def day(self, words: str, site_name: str) -> date:
        """The day that "tomorrow" is at a site."""
        zone = ZoneInfo(self._world.sites.site(site_name).record["timezone"])
        return self._world.operations.platform_now().astimezone(zone).date() + timedelta(days=DAYS[words])

    def ask_questions(self, template: Template, questions: list[dict[str, str]]) -> None:
        """Let the template ask these: question, kind, required, low, high."""
        asked = [{"id": question_id(row["question"]), "text": row["question"], "kind": row["kind"],
                  "required": row["required"] == "yes", **{name: float(row[name]) for name in ("low", "high") if row[name]}}
                 for row in questions]
        self.change_template(template, questions=asked)

    def change_template(self, template: Template, **fields: Any) -> None:
        outcome = self._ask(template.site.tenant.administrator, f"change the template {template.name}", "PATCH",
                            template.path, fields)
        template.record = outcome.record

    def try_to_remove_template(self, person: Person, template: Template) -> Outcome:
        return self._ask(person, f"remove the template {template.name}", "DELETE", template.path)

    def read_template(self, template: Template, reader: Person) -> dict:
        return self._ask(reader, f"read the template {template.name}", "GET", template.path).record

    def upcoming(self, template: Template) -> list[str]:
        """The due times that are to come, as the platform says."""
        outcome = self._ask(template.site.tenant.administrator, f"read what is to come of {template.name}", "GET",
                            f"{template.path}/upcoming")
        return [each["planned_at"] for each in outcome.record["items"]]

    # Making tasks

    def generate(self, tenant: Tenant, kind: str = "task", times_at_once: int = 1) -> None:
        """Have the tasks made that are due soon, and wait until they are."""
        name = {"task": "tasks.generate", "ppm": "tasks.generate_ppm"}[kind]
        began = self._world.operations.platform_now()
        self._world.schedules.run(name, tenant, times_at_once)
        self._world.noted["generated"] = (began, self._world.operations.platform_now())

    def make(self, person: Person, template: Template, assignee: Person | None = None, ago: timedelta = timedelta(),
             name: str = "") -> SiteTask:
        """A task of the template, planned for a time that passed so long ago."""
        sent: dict[str, Any] = {"planned_at": self._moment(ago)}
        if assignee is not None:
            sent["assignee_id"] = assignee.id
        outcome = self._ask(person, f"make a task of {template.name}", "POST", f"{template.path}/tasks", sent)
        outcome.require_accepted(201)
        return self.know(name or template.name, outcome.record)

    def try_to_plan(self, person: Person, name: str, site_name: str, assignee: Person | None = None,
                    ago: timedelta = timedelta(), **fields: Any) -> Outcome:
        """Try to make a single task."""
        sent = {"name": name, "site_id": self._world.sites.site(site_name).id, "planned_at": self._moment(ago),
                "plan_minutes": 30, "expiry_minutes": 60, **({"assignee_id": assignee.id} if assignee else {})} | fields
        outcome = self._ask(person, f"plan {name}", "POST", f"{V2}/tasks", sent)
        if outcome.accepted:
            self.know(name, outcome.record)
        return outcome

    def know(self, name: str, record: dict) -> SiteTask:
        """Speak of this record by this name."""
        self._tasks.pop(name, None)
        self._tasks[name] = SiteTask(name, record)
        return self._tasks[name]

    def _moment(self, ago: timedelta) -> str:
        return (self._world.operations.platform_now() - ago).astimezone(UTC).isoformat()

    def in_state(self, name: str, worker: Person, state: str) -> SiteTask:
        """A task of the worker's that was brought into this state, as people would. It asks whether there is a leak."""
        self._world.sites.have(worker.tenant, f"Site of {name}")
        template = self.add_template(name, f"Site of {name}", worker)
        self.ask_questions(template, [{"question": "Any leak", "kind": "yes_no", "required": "no", "low": "", "high": ""}])
        task = self.make(worker.tenant.administrator, template, worker,
                         timedelta(hours=2 if state == "auto_closed" else 0))
        self.bring(task, worker, state)
        if state == "auto_closed":
            self._world.schedules.run("tasks.auto_close", worker.tenant)
            task.record = self.record(task)
        return task

    def bring(self, task: SiteTask, worker: Person, state: str) -> None:
        """Bring a task that is assigned into this state, as its worker would."""
        for deed in WAYS[state]:
            self.do(deed, task, worker)

    # Doing them

    def do(self, deed: str, task: SiteTask, by: Person, **body: Any) -> dict:
        """Do this with the task; the platform's record afterwards.

        :raises Finding: when that is refused.
        """
        task.record = self.attempt(deed, task, by, **body).record
        return task.record

    def try_it(self, deed: str, task: SiteTask, by: Person, **body: Any) -> Outcome:
        """Try it, after noting how the task was: to be compared with later."""
        self._world.noted[task.id] = self.record(task)
        return self.attempt(deed, task, by, **body)

    def attempt(self, deed: str, task: SiteTask, by: Person, **body: Any) -> Outcome:
        """Try to do this with the task, whatever becomes of it; with what else it needs where nothing is said."""
        if deed == "add a photo to":
            return self.try_to_add_photo(by, task, picture())
        method = {"answer": "PUT", "change": "PATCH"}.get(deed, "POST")
        sent = body or {
            "put on standby": {"comment": ANY_COMMENT}, "reopen": {"comment": ANY_COMMENT},
            "answer": {"answers": [{"question_id": question_id("Any leak"), "answer": False}]},
            "assign": {"person_id": by.id}, "change": {"name": f"{task.name}, once more"}}.get(deed)
        return self._ask(by, f"{deed} {task.name}", method, f"{task.path}/{DEEDS[deed]}".rstrip("/"), sent)

    def try_all_but(self, deeds: list[str], task: SiteTask, worker: Person, supervisor: Person) -> list[Outcome]:
        """Everything else that can be done with a task, each by who may."""
        unknown = set(deeds) - set(DEEDS) - {"nothing"}
        if unknown:
            raise WrongScenario(f"nobody can {', '.join(unknown)} a task: there is {', '.join(DEEDS)}")
        return [self.try_it(deed, task, supervisor if deed in SUPERVISORS else worker)
                for deed in DEEDS if deed not in deeds]

    def do_at_once(self, deed: str, task: SiteTask, by: Person, times: int) -> list[Outcome]:
        """The same, so many times at one moment."""
        return at_once([lambda: self.attempt(deed, task, by)] * times)

    def do_with_all_it_needs(self, deed: str, task: SiteTask, worker: Person, supervisor: Person) -> None:
        """The same by who may; what is to be left in part has a photo first."""
        if deed == "partly complete":
            self.do("add a photo to", task, worker)
        self.do(deed, task, supervisor if deed in SUPERVISORS else worker)

    def try_all_of_worker(self, task: SiteTask, person: Person) -> list[Outcome]:
        """Reading it, and everything that is the worker's to do."""
        tried = [self.try_it(deed, task, person) for deed in DEEDS if deed not in SUPERVISORS]
        return [self.read(task, person), *tried]

    def put_off(self, template: Template, person: Person, minutes: int) -> None:
        """Plan each task of the template for so many minutes later."""
        for record in self.of_template(template):
            later = datetime.fromisoformat(record["planned_at"]) + timedelta(minutes=minutes)
            self.do("change", SiteTask(record["name"], record), person, planned_at=later.isoformat())

    def hold_without_a_word(self, task: SiteTask, by: Person) -> Outcome:
        self._world.noted[task.id] = self.record(task)
        return self._ask(by, f"put {task.name} on standby", "POST", f"{task.path}/standby", {})

    def try_to_answer(self, person: Person, task: SiteTask, answers: dict[str, str]) -> Outcome:
        """Answer these questions, and no other."""
        kinds = {each["text"]: each["kind"] for each in task.record["questions"]}
        values = {"text": str, "number": float, "yes_no": lambda text: text == "yes"}
        given = [{"question_id": question_id(question), "answer": values[kinds[question]](text)}
                 for question, text in answers.items()]
        return self.try_it("answer", task, person, answers=given)

    def try_to_add_photo(self, person: Person, task: SiteTask, content: bytes, name: str = "pump.jpg") -> Outcome:
        answer = self._world.http.ask("POST", f"{task.path}/photos", token=person.access_token,
                                      files={"file": (name, content)})
        outcome = Outcome(person.name, f"add a photo to {task.name}", answer)
        if outcome.accepted:
            task.record = outcome.record
            self._world.sent["photo"] = content
        return outcome

    def change_from(self, task: SiteTask, people: list[Person], version: int) -> list[Outcome]:
        """Each renames the task, all from this version and at the same moment."""
        return at_once([lambda person=person: self.rename(task, person, version) for person in people])

    def rename(self, task: SiteTask, person: Person, version: int) -> Outcome:
        return self.attempt("change", task, person, name=f"{person.name}'s {task.name}", version=version)

    # Reading

    def record(self, task: SiteTask, by: Person | None = None) -> dict:
        """The task as the platform shows it now, to who administers the tenant or to somebody else."""
        return self.read(task, by or self._reader(next(iter(self._world.tenants.values())))).record

    def report_of(self, task: SiteTask, by: Person) -> str | None:
        """The id of the report that tells of the task."""
        return self.record(task, by)["report_id"]

    def read(self, task: SiteTask, by: Person) -> Outcome:
        return self._ask(by, f"read {task.name}", "GET", task.path)

    def listed(self, person: Person, **filters: Any) -> list[dict]:
        """All tasks in the person's list."""
        return all_items(self._world.http, person, f"{V2}/tasks", **filters)

    def of_template(self, template: Template) -> list[dict]:
        """All tasks that were made of the template, the earliest first."""
        found = self.listed(self._reader(template.site.tenant), sort="planned_at")
        return [each for each in found if each["template_id"] == template.record["id"]]

    def _reader(self, tenant: Tenant) -> Person:
        """Somebody of the scenario who sees all tasks of the tenant, else who administers it."""
        readers = (each for each in self._world.people.values() if each.role == "supervisor"
                   and each.tenant.slug == tenant.slug)
        return next(readers, tenant.administrator)

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words,
                       self._world.http.ask(method, path, token=person.access_token, json_body=body))


def question_id(text: str) -> str:
    """The id under which a question is asked here."""
    return text.lower().replace(" ", "-")
