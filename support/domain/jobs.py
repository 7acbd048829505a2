"""Jobs: long work on projects, what people and outside runners do with them, and what is then true of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.awaiting import await_value
from support.domain.generations import V2
from support.domain.job_promises import JobPromises
from support.domain.job_states import POSSIBLE, REPORTS, VERBS
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.spoken import spoken_of
from support.drivers.at_once import at_once
from support.findings import WrongScenario

if TYPE_CHECKING:
    from support.world import World

Fields = dict[str, Any]

JOBS = f"{V2}/jobs"
SOUND = {"requirements.txt": "flask==3.0.0\nrequests\n", "lamps.py": "import flask\n\nprint('on')\n", "README.md": "Lamps\n"}
UNREADABLE = {"package.json": "{ no JSON"}
LONG_PAUSE_MS = 5000  # between two repositories: the longest there is
HOUR = 3600
UNAVAILABLE = 503
READINGS = (("GET", "", None), ("GET", "/progress", None), ("GET", "/file", None))
CHANGES = (("POST", "/dispatch", None), ("POST", "/cancel", None), ("PATCH", "", REPORTS["report that it runs"]),
           ("DELETE", "", None))


@dataclass
class Job:
    """A job as a scenario knows it: its name here, who made it, what was sent, and the record as it was answered last."""

    name: str
    owner: Person
    sent: Fields
    record: Fields
    noted: Fields = field(default_factory=dict)  # how it was before the last attempt

    @property
    def path(self) -> str:
        return f"{JOBS}/{self.record['id']}"


class Jobs(JobPromises):
    """What people do with jobs, how they read them, and (in the base class) what must then be true."""

    def __init__(self, world: World):
        self._world = world
        self._by_name: dict[str, Job] = {}
        self._tries: dict[str, tuple[Job, Outcome]] = {}  # what was tried -> on which job, and what became of it
        self._repositories = 0
        self._places: list[str] = []  # where ids stood that nobody has

    def job(self, name: str) -> Job:
        """The job of that name, from now on the one spoken of; without a name: that one."""
        return spoken_of(self._by_name, name, "job")

    # Making

    def have(self, person: Person, name: str, **fields: Any) -> Job:
        """A job with these fields, and valid ones where nothing is said.

        :raises Finding: when it is refused.
        """
        outcome = self.try_to_make(person, name, **fields)
        outcome.require_accepted(201)
        return self.job(name)

    def have_outside(self, person: Person, name: str, **fields: Any) -> Job:
        """The same, of a runner outside the platform."""
        return self.have(person, name, runner="external", **fields)

    def try_to_make(self, person: Person, name: str, **fields: Any) -> Outcome:
        """The same, whatever becomes of it. A field that is null is not sent."""
        sent = {"job_type": "analysis", "runner": "platform", **fields}
        sent.setdefault("project_id", self._world.projects.project_of(person).record["id"])
        if "parameters" not in sent and sent["runner"] == "platform":
            sent["parameters"] = self._parameters(person, sent["job_type"])
        sent = {field: value for field, value in sent.items() if value is not None}
        outcome = self._ask(person, f"make the job {name}", "POST", JOBS, sent)
        if outcome.accepted:
            self.keep(Job(name, person, sent, outcome.record))
        return outcome

    def keep(self, job: Job) -> Job:
        """From now on the scenario knows it; afterwards it is ended and removed."""
        self._by_name[job.name] = job
        self._world.clean_up(f"end and remove the job {job.name}", self._remove, job)
        return job

    def have_many(self, person: Person, count: int) -> None:
        """So many jobs, made one after another."""
        for number in range(1, count + 1):
            self.have_outside(person, f"Run {number}")

    def in_state(self, person: Person, name: str, state: str, **fields: Any) -> Job:
        """A job of an outside runner that was brought into this state."""
        job = self.have_outside(person, name, **fields)
        if state in ("running", "completed", "failed"):
            self.report(job, person, REPORTS["report that it runs"])
        if state in ("completed", "failed"):
            self.report(job, person, REPORTS[f"report that it {'is done' if state == 'completed' else 'failed'}"])
        if state == "cancelled":
            self.cancel(job, person)
        return job

    def of_platform_in_state(self, person: Person, name: str, state: str) -> Job:
        """A job of the platform that was brought into this state; "dispatched": it waits for its time."""
        if state == "running":
            return self.slow(person, name)
        unreadable = {"parameters": {"repository_id": self.repository(person, UNREADABLE)}} if state == "failed" else {}
        job = self.have(person, name, **unreadable)
        if state == "dispatched":
            self.dispatch(job, person, HOUR)
        elif state in ("completed", "failed"):
            self.dispatch(job, person)
            self.await_state(job, state)
        elif state == "cancelled":
            self.cancel(job, person)
        job.record = self.record(job)
        return job

    def slow(self, person: Person, name: str, count: int = 3, **fields: Any) -> Job:
        """A job over so many repositories that has done the first, and waits before each other."""
        job = self.have(person, name, job_type="batch_analysis", parameters={
            "repository_ids": self.repositories(person, count), "pause_ms": LONG_PAUSE_MS}, **fields)
        self.dispatch(job, person)
        self.await_progress(job, 100 // count)
        return job

    def repositories(self, person: Person, count: int, unreadable: int = 0) -> list[str]:
        """The ids of so many new repositories; those at the end cannot be read."""
        return [self.repository(person, UNREADABLE if number >= count - unreadable else SOUND) for number in range(count)]

    def repository(self, person: Person, files: dict[str, str]) -> str:
        self._repositories += 1
        projects = self._world.projects
        repository = projects.add(person, "repository", f"quay-{self._repositories}")
        projects.put_files(repository, person, files)
        return repository.record["id"]

    def _parameters(self, person: Person, job_type: str) -> Fields:
        """What the platform needs to know for a job of this type: about what the scenario has, else about something new."""
        if job_type == "analysis":
            return {"repository_id": self.repository(person, SOUND)}
        if job_type == "batch_analysis":
            return {"repository_ids": self.repositories(person, 3)}
        analyses = self._world.analyses.all or [self._world.analyses.have(person, "complete")]
        ids = [each.record["id"] for each in analyses]
        named = {"analysis_id": ids[-1]} if job_type == "export" else {"analysis_ids": ids}
        return {**named, "format": "json"}

    # Batches

    def try_batch_analysis(self, person: Person, name: str, repository_ids: list[str]) -> Outcome:
        """Ask for several repositories to be analysed, in one call."""
        sent = {"project_id": self._world.projects.project_of(person).record["id"], "repository_ids": repository_ids}
        words = f"have {len(repository_ids)} repositories analysed"
        outcome = self._ask(person, words, "POST", f"{V2}/batch/analyses", sent)
        if outcome.accepted:
            self.keep(Job(name, person, sent, outcome.record))
        return outcome

    def try_batch_export(self, person: Person, name: str, analysis_ids: list[str], format_: str) -> Outcome:
        """Ask for several analyses to be exported, in one call."""
        sent = {"analysis_ids": analysis_ids, "format": format_}
        outcome = self._ask(person, f"have {len(analysis_ids)} analyses exported", "POST", f"{V2}/exports/batch", sent)
        if outcome.accepted:
            record = self._ask(person, "read its job", "GET", f"{JOBS}/{outcome.record['job_id']}").record
            self.keep(Job(name, person, sent, record))
        return outcome

    def try_batch_with_unknown(self, person: Person, name: str, ids: list[str], count: int, what: str) -> Outcome:
        """The same with so many ids at the end that nobody has. ``what``: analyses (of repositories) or exports."""
        unknown = [*ids, *(str(uuid4()) for _ in range(count))]
        self._places = [f"{'repository' if what == 'analyses' else 'analysis'}_ids.{len(ids) + number}"
                        for number in range(count)]
        if what == "analyses":
            return self.try_batch_analysis(person, name, unknown)
        return self.try_batch_export(person, name, unknown, "json")

    def faults_of_unknown(self, count: int) -> list[tuple[str, str]]:
        """What has to be said of the ids that nobody has."""
        if len(self._places) != count:
            raise WrongScenario(f"{len(self._places)} ids that nobody has were sent, and the sentence speaks of {count}")
        return [(place, "unknown") for place in self._places]

    def repositories_of_another_project(self, person: Person) -> list[str]:
        """Those of another project of the person's, of which the scenario does not go on to speak."""
        spoken_of = self._world.projects.project_of(person)
        self._world.projects.add(person, "project", "Elsewhere")
        found = [self.repository(person, SOUND)]
        self._world.projects.thing("project", spoken_of.name)
        self._places = ["repository_ids.0"]
        return found

    def try_all_that_needs_the_queue(self, job: Job, person: Person, repository_ids: list[str]) -> list[Outcome]:
        """Dispatch it, and have several repositories analysed or analyses exported."""
        return [self._ask(person, f"dispatch {job.name}", "POST", f"{job.path}/dispatch"),
                self.try_batch_analysis(person, "Batch", repository_ids),
                self.try_batch_export(person, "Files", [each.record["id"] for each in self._world.analyses.all], "json")]

    # Doing

    def try_every_verb(self, person: Person, runner: str, state: str) -> None:
        """All of job_states.VERBS, each with a job in this state; what runs takes long, and is not had so often: there the
        last that is tried is what can be done."""
        def make(name: str) -> Job:
            how = self.in_state if runner == "external" else self.of_platform_in_state
            return how(person, name, state)

        verbs = sorted(VERBS, key=lambda verb: verb in POSSIBLE[runner, state])
        is_scarce = (runner, state) == ("platform", "running")
        job = make("Run to be tried")
        for verb in verbs:
            if not is_scarce:
                job = make(f"Run to {verb}")
            self._tries[verb] = (job, self.do(verb, job, person))
            if verb not in POSSIBLE[runner, state]:
                self.require_unchanged(job)

    def dispatch(self, job: Job, person: Person, delay_seconds: int | None = None) -> None:
        """:raises Finding: when that is refused."""
        outcome = self.try_to_dispatch(job, person, delay_seconds)
        outcome.require_accepted(202)
        job.record = outcome.record

    def try_to_dispatch(self, job: Job, person: Person, delay_seconds: int | None = None) -> Outcome:
        body = None if delay_seconds is None else {"delay_seconds": delay_seconds}
        return self._try(job, person, f"dispatch {job.name}", "POST", "/dispatch", body)

    def await_dispatch(self, job: Job, person: Person, within: float) -> None:
        """Dispatch it as soon as the platform can.

        :raises Finding: when it cannot in time, or refuses for another reason than that a part of it is away.
        """
        outcome = await_value(lambda: self.try_to_dispatch(job, person), lambda seen: seen.answer.status != UNAVAILABLE,
                              within=within, words=lambda seen: f"{job.name} should be dispatched again: {seen.said()}")
        outcome.require_accepted(202)
        job.record = outcome.record

    def dispatch_at_once(self, job: Job, person: Person, times: int) -> list[Outcome]:
        """So many dispatches at the same moment."""
        return at_once([lambda: self._ask(person, f"dispatch {job.name}", "POST", f"{job.path}/dispatch")] * times)

    def cancel(self, job: Job, person: Person) -> None:
        """:raises Finding: when that is refused."""
        outcome = self.try_to_cancel(job, person)
        outcome.require_accepted(200)
        job.record = outcome.record

    def try_to_cancel(self, job: Job, person: Person) -> Outcome:
        return self._try(job, person, f"cancel {job.name}", "POST", "/cancel")

    def cancel_at_once(self, job: Job, people: list[Person]) -> list[Outcome]:
        """Each of them, at the same moment."""
        return at_once([lambda person=person: self._ask(person, f"cancel {job.name}", "POST", f"{job.path}/cancel")
                        for person in people])

    def report(self, job: Job, person: Person, said: Fields) -> None:
        """:raises Finding: when that is refused."""
        outcome = self.try_to_report(job, person, said)
        outcome.require_accepted(200)
        job.record = outcome.record

    def try_to_report(self, job: Job, person: Person, said: Fields) -> Outcome:
        return self._try(job, person, f"report of {job.name}", "PATCH", "", said)

    def report_at_once(self, job: Job, person: Person, reports: list[Fields]) -> list[Outcome]:
        return at_once([lambda said=said: self._ask(person, f"report of {job.name}", "PATCH", job.path, said)
                        for said in reports])

    def delete(self, job: Job, person: Person) -> None:
        """:raises Finding: when that is refused."""
        self.try_to_delete(job, person).require_accepted(204)

    def try_to_delete(self, job: Job, person: Person) -> Outcome:
        return self._try(job, person, f"delete {job.name}", "DELETE", "")

    def do(self, verb: str, job: Job, person: Person) -> Outcome:
        """Try one of job_states.VERBS."""
        if verb in REPORTS:
            return self.try_to_report(job, person, REPORTS[verb])
        ways = {"dispatch": self.try_to_dispatch, "cancel": self.try_to_cancel, "delete": self.try_to_delete}
        return ways[verb](job, person)

    def try_all_changes(self, job: Job, person: Person) -> list[Outcome]:
        """Everything that would change it, and to make another one."""
        return [*self._on(job, person, CHANGES),
                self.try_to_make(person, "Mine", project_id=job.record["project_id"], parameters={})]

    def try_everything(self, job: Job, person: Person) -> list[tuple[Outcome, Outcome]]:
        """Everything that can be done with a job by its id, each with the same on an id that nobody has."""
        nobodys = Job("a job that nobody has", job.owner, {}, {"id": str(uuid4())})
        return list(zip(self._on(job, person, READINGS + CHANGES), self._on(nobodys, person, READINGS + CHANGES),
                        strict=True))

    def _on(self, job: Job, person: Person, ways: tuple[tuple[str, str, Any], ...]) -> list[Outcome]:
        return [self._ask(person, f"{method} {path or job.name}", method, f"{job.path}{path}", body)
                for method, path, body in ways]

    # Reading

    def record(self, job: Job, by: Person | None = None) -> Fields:
        """The job as the platform shows it now."""
        return self._ask(by or job.owner, f"read {job.name}", "GET", job.path).record

    def try_to_read(self, job: Job, person: Person) -> Outcome:
        return self._ask(person, f"read {job.name}", "GET", job.path)

    def progress(self, job: Job) -> Fields:
        return self._ask(job.owner, f"ask how far {job.name} is", "GET", f"{job.path}/progress").record

    def try_to_fetch(self, job: Job, person: Person) -> Outcome:
        """Its file, whatever becomes of it."""
        return self._ask(person, f"fetch the file of {job.name}", "GET", f"{job.path}/file")

    def listed(self, person: Person, path: str = "", **filters: Any) -> list[Fields]:
        """All jobs that the person finds, in the platform's order. ``path``: of another list than that of all."""
        return all_items(self._world.http, person, f"{JOBS}{path}", **filters)

    def try_to_find(self, person: Person, **filters: str) -> Outcome:
        return Outcome(person.name, f"find jobs with {filters}", self._world.http.ask(
            "GET", JOBS, token=person.access_token, parameters=filters))

    def statistics(self, person: Person, **filters: Any) -> Fields:
        answer = self._world.http.ask("GET", f"{JOBS}/statistics", token=person.access_token, parameters=filters)
        return Outcome(person.name, "read the numbers of jobs", answer).record

    def _try(self, job: Job, person: Person, words: str, method: str, verb: str, body: Any = None) -> Outcome:
        job.noted = self.record(job)
        return self._ask(person, words, method, f"{job.path}{verb}", body)

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, path, token=person.access_token, json_body=body))

    def _remove(self, job: Job) -> None:
        """End it if need be, so that no work of it goes on, and delete it: whichever of both there is still to do."""
        for method, verb in (("POST", "/cancel"), ("DELETE", "")):
            self._ask(job.owner, f"remove {job.name}", method, f"{job.path}{verb}")
