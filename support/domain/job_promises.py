"""What must be true of jobs."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.job_states import ENDED, POSSIBLE, QUEUE_STATES, REACHES, VERBS
from support.domain.listing import in_pages
from support.domain.outages import inner_detail
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.domain.jobs import Job
    from support.domain.projects import Thing
    from support.world import World

Fields = dict[str, Any]

TIMES = ("created_at", "dispatched_at", "started_at", "completed_at")  # in the order in which they come
DEFAULTS = {"status": "pending", "progress": 0, "current_step": None, "attempt": 0, "timeout_seconds": 600,
            "delay_seconds": 0, "task_id": None, "result": None, "error": None, "dispatched_at": None, "started_at": None,
            "completed_at": None, "duration_seconds": None, "tags": {}, "version": 1}
STORED = ("project_id", "job_type", "runner", "parameters", "tags", "status", "progress", "current_step", "attempt",
          "timeout_seconds", "delay_seconds", "task_id", "result", "error", "request_id", *TIMES, "duration_seconds",
          "version")
EXTENSIONS = {"sarif": "sarif", "html": "html", "csv": "csv", "excel": "xlsx", "json": "json"}
LATEST = timedelta(seconds=5)  # after its delay a job has begun
TO_THE_MILLISECOND = 0.0005


class JobPromises:
    """Each ``require`` raises a Finding, in the product's words, when its promise is not kept."""

    _world: World
    _by_name: dict[str, Job]
    _tries: dict[str, tuple[Job, Outcome]]

    # How it stands

    def require(self, job: Job, **expected: Any) -> None:
        """The job has these values now."""
        different = differences(expected, self.record(job))
        if different:
            raise Finding(f"of {job.name} {different}")

    def await_state(self, job: Job, state: str, within: float | None = None) -> Fields:
        """The job, as soon as it is in this state.

        :raises Finding: when it is not in time, or has ended in another one.
        """
        found = await_value(lambda: self.record(job), lambda record: record["status"] in (state, *ENDED),
                            within=within or self._world.await_seconds,
                            words=lambda record: f"{job.name} should be {state}, and is {record['status']} at "
                                                 f"{record['progress']} percent")
        if found["status"] != state:
            raise Finding(f"{job.name} should be {state}, and is {found['status']}: {found['error'] or found['result']}")
        job.record = found
        return found

    def await_progress(self, job: Job, percent: int) -> None:
        """:raises Finding: when it does not come so far in time."""
        job.record = await_value(
            lambda: self.record(job), lambda record: record["progress"] >= percent, within=self._world.await_seconds,
            words=lambda record: f"{job.name} should be at {percent} percent, and is {record['status']} at "
                                 f"{record['progress']}")

    def require_unchanged(self, job: Job) -> None:
        """:raises Finding: when the last attempt to change it changed something."""
        different = differences(job.noted, self.record(job))
        if different:
            raise Finding(f"nothing about {job.name} should have changed: {different}")

    def require_as_left(self, job: Job) -> None:
        """Nothing has come after what somebody did with it last, now that no work is in hand.

        :raises Finding: when something has.
        """
        self._world.await_quiet()
        different = differences(job.record, self.record(job))
        if different:
            raise Finding(f"{job.name} should stay as {job.owner.name} left it: {different}")

    def require_as_made(self, job: Job, by: Person) -> None:
        """Everything that was sent came back unchanged, and all else is as in a job that nobody has begun.

        :raises Finding: naming what differs, in the answer or on reading it.
        """
        expected = {**DEFAULTS, **job.sent, "created_by": {"id": by.id, "full_name": by.full_name}}
        for where, record in (("answered", job.record), ("read", self.record(job))):
            different = differences(expected, record)
            if different:
                raise Finding(f"{job.name}, as it is {where}, should be as it was made: {different}")

    def require_no_other(self, person: Person, names: list[str]) -> None:
        """The tenant has these jobs and no other.

        :raises Finding: when there is another one, or one less.
        """
        self.require_found(person, names)

    def require_unknown(self, job: Job, person: Person) -> None:
        """Neither can it be read, nor is it in any list.

        :raises Finding: when it is.
        """
        self.try_to_read(job, person).require_refused("unknown")
        listed = [each["id"] for path in ("", "/active") for each in self.listed(person, path)]
        if job.record["id"] in listed:
            raise Finding(f"{job.name} should be in no list of {person.name}, and is in one")

    def require_everything_unknown(self, tries: list[tuple[Outcome, Outcome]]) -> None:
        """:raises Finding: naming the first that was not refused exactly as for an id that nobody has."""
        for outcome, nobodys in tries:
            outcome.require_unknown_like(nobodys)

    def require_moves(self, runner: str, state: str, expected: list[str]) -> None:
        """Of what was tried with jobs in this state exactly this was done, and led where the table says; the rest was
        refused, naming the state where that is why. That it left nothing behind was looked at as it was tried.

        :raises Finding: naming the first that is otherwise.
        """
        possible = POSSIBLE[runner, state]
        if sorted(expected) != sorted(possible):
            raise WrongScenario(f"by the table one can {list(possible)}, and the sentence says {expected}")
        status = "pending" if state == "dispatched" else state
        for verb in VERBS:
            job, outcome = self._tries[verb]
            if verb not in possible:
                outcome.require_refused("impossible in its present state")
                said = outcome.answer.json
                if "state" in said and (said["state"], said["allowed"]) != (status, REACHES[status]):
                    raise Finding(f"the refusal to {verb} {job.name} should name {status} and {REACHES[status]}: {said}")
            elif possible[verb] is None:
                outcome.require_accepted(204)
                self.try_to_read(job, job.owner).require_refused("unknown")
            else:
                outcome.require_accepted()
                if outcome.record["status"] != possible[verb]:
                    raise Finding(f"{job.name} should be {possible[verb]} after one could {verb} it, and is "
                                  f"{outcome.record['status']}")

    # How far it is

    def require_progress(self, job: Job, expected: Fields) -> None:
        """How far it is agrees with the job itself, and says these things.

        :raises Finding: naming what differs.
        """
        record, seen = self.record(job), self.progress(job)
        active = record["status"] in ("pending", "running")
        whole = {"job_id": record["id"], "is_active": active, "is_terminal": not active,
                 "queue_state": QUEUE_STATES[record["status"]] if record["task_id"] else "not_queued",
                 **{name: record[name] for name in ("status", "progress", "current_step", *TIMES)}, **expected}
        different = differences(whole, seen)
        if different or seen.keys() != whole.keys():
            raise Finding(f"how far {job.name} is should agree with what is read of it: {different or sorted(seen)}")

    def require_times(self, job: Job) -> None:
        """All its times are in UTC with a Z, none is missing or before the one that comes first, and its duration is from
        the start to the end.

        :raises Finding: when one is not.
        """
        record = self.record(job)
        if any(not (record[name] or "").endswith("Z") for name in (*TIMES, "updated_at")):
            raise Finding(f"all times of {job.name} should be there and end with Z: {[record[name] for name in TIMES]}")
        moments = [moment(record[name]) for name in TIMES]
        if moments != sorted(moments):
            raise Finding(f"the times of {job.name} should not run backwards: {[record[name] for name in TIMES]}")
        self.require_duration(job)

    def require_duration(self, job: Job) -> None:
        """:raises Finding: when its duration is another than from its start to its end, to the millisecond."""
        record = self.record(job)
        lasted = (moment(record["completed_at"]) - moment(record["started_at"])).total_seconds()
        said = record["duration_seconds"]
        if abs(said - lasted) > TO_THE_MILLISECOND + 1e-9:
            raise Finding(f"{job.name} should have lasted {lasted} s, and is said to have lasted {said}")

    def require_begun_after(self, job: Job, delay: timedelta) -> None:
        """It did not begin before its delay was over, and at most five seconds later.

        :raises Finding: when it began at another time.
        """
        record = self.record(job)
        waited = moment(record["started_at"]) - moment(record["dispatched_at"])
        if not delay <= waited <= delay + LATEST:
            raise Finding(f"{job.name} should begin {delay} after its dispatch and at most {LATEST} later, and began after "
                          f"{waited}")

    def require_quiet_within(self, seconds: float) -> None:
        """:raises Finding: when work is in hand for longer."""
        queue, orphans = self._world.queue, self._world.operations.orphans
        await_value(lambda: queue.is_idle(orphans), bool, within=seconds,
                    words=lambda _: "no work should be in hand any more, and " + ", ".join(map(str, queue.taken())) + " is")

    # What it has come to

    def require_analysis(self, job: Job, dependencies: dict[str, str | None], technologies: list[str]) -> None:
        """The analysis that the job names holds exactly these dependencies, with their versions, and technologies.

        :raises Finding: when it holds others, or the job's result says something else of it.
        """
        result = self.record(job)["result"]
        answer = self._world.http.ask("GET", f"/api/v2/analyses/{result['analysis_id']}", token=job.owner.access_token)
        analysis = Outcome(job.owner.name, "read the analysis of the job", answer).record
        seen = ({each["name"]: each["current_version"] for each in analysis["dependencies"]},
                sorted(each["name"] for each in analysis["detected_technologies"]))
        if seen != (dependencies, sorted(technologies)):
            raise Finding(f"the analysis of {job.name} should have {dependencies} and {technologies}, and has {seen}")
        different = differences({
            "repository_id": analysis["repository_id"], "duration_ms": analysis["analysis_duration_ms"],
            "issues_found": len(analysis["research_gaps"])}, result)
        if different or (analysis["source"], analysis["project_id"]) != ("job", job.record["project_id"]):
            raise Finding(f"the result of {job.name} should agree with its analysis: {different or analysis['source']}")

    def require_batch(self, job: Job, expected: list[str]) -> None:
        """Its result has an entry for each repository in the order given: an analysis of it, or why there is none.

        :raises Finding: when an entry is otherwise.
        """
        result = self.record(job)["result"]
        ids = (job.sent.get("parameters") or job.sent)["repository_ids"]
        codes = [each["error"]["code"] if each["error"] else each["status"] for each in result["results"]]
        seen = {each["repository_id"]: each["analysis_id"] for each in result["results"]}
        if codes != expected or list(seen) != ids or result["total_analyzed"] != expected.count("completed"):
            raise Finding(f"the entries of {job.name} should be {expected} of {ids}: {result}")
        made = {each["repository_id"]: each["id"] for each in self._world.analyses.found(job.owner)}
        if made != {repository: analysis for repository, analysis in seen.items() if analysis}:
            raise Finding(f"each repository of {job.name} that is completed should have the one analysis that it names: "
                          f"{seen}, and there are {made}")

    def require_file(self, job: Job) -> None:
        """Its file is what its result says of it: as long, with that checksum, as announced.

        :raises Finding: when it is not.
        """
        answer = self._fetched(job)
        result = self.record(job)["result"]
        seen = (len(answer.body), hashlib.sha256(answer.body).hexdigest(), answer.headers.get("Content-Length"),
                answer.headers.get("X-Content-Type-Options"))
        if seen != (result["size_bytes"], result["sha256"], str(result["size_bytes"]), "nosniff"):
            raise Finding(f"the file of {job.name} should be as its result {result} says, and is {seen}")
        if not result["file_url"].endswith(f"{job.path}/file"):
            raise Finding(f"the result of {job.name} should lead to its file, and names {result['file_url']}")

    def require_same_file(self, job: Job) -> None:
        """Its file is exactly what is fetched when the analysis is exported directly, the format being the same.

        :raises Finding: when it is another.
        """
        parameters = job.sent["parameters"]
        direct = self._exported(job.owner, parameters["analysis_id"], parameters["format"], parameters.get("csv_type"))
        answer = self._fetched(job)
        if (answer.body, answer.media_type) != (direct.body, direct.media_type):
            raise Finding(f"the file of {job.name} should be the same as an export of its analysis, and is another one: "
                          f"{answer.media_type}, {len(answer.body)} bytes")

    def require_archive(self, job: Job) -> None:
        """Its file is a ZIP of exactly one export of each of its analyses, by name, each as it is fetched directly.

        :raises Finding: when it holds anything else.
        """
        archive = zipfile.ZipFile(io.BytesIO(self._fetched(job).body))
        format_, ids = job.record["parameters"]["format"], job.record["parameters"]["analysis_ids"]
        expected = {f"analysis_{each}.{EXTENSIONS[format_]}": self._exported(job.owner, each, format_).body for each in ids}
        if archive.namelist() != sorted(expected):
            raise Finding(f"the file of {job.name} should hold {sorted(expected)}, and holds {archive.namelist()}")
        wrong = [name for name, content in expected.items() if archive.read(name) != content]
        if wrong:
            raise Finding(f"each file of {job.name} should be as its analysis is exported, and {wrong} are not")

    def _fetched(self, job: Job) -> Any:
        outcome = self.try_to_fetch(job, job.owner)
        outcome.require_accepted(200)
        return outcome.answer

    def _exported(self, person: Person, analysis_id: str, format_: str, csv_type: str | None = None) -> Any:
        answer = self._world.http.ask("GET", f"/api/v2/exports/{analysis_id}/{format_}", token=person.access_token,
                                      parameters={"type": csv_type} if csv_type else {})
        Outcome(person.name, "export the analysis", answer).require_accepted(200)
        return answer

    def require_nothing_inner(self, job: Job) -> None:
        """In no answer about the job is there anything of the platform's inside.

        :raises Finding: naming what there is.
        """
        answers = [self.record(job), self.progress(job), self.listed(job.owner), self.statistics(job.owner)]
        shown = inner_detail(json.dumps(answers, ensure_ascii=False))
        if shown:
            raise Finding(f"of the failure of {job.name} nothing of the inside should be shown: {', '.join(shown)}")

    def stored_files(self, job: Job) -> int:
        """How many files of the job PostgreSQL holds."""
        rows = self._world.database.rows("SELECT count(*) AS n FROM job_files WHERE job_id = :id", id=job.record["id"])
        return rows[0]["n"]

    def await_file_gone(self, job: Job) -> None:
        """:raises Finding: when it is still held."""
        await_value(lambda: self.stored_files(job), lambda count: count == 0, within=self._world.await_seconds,
                    words=lambda count: f"the file of {job.name} should be kept no longer, and PostgreSQL holds {count}")

    # Lists and numbers

    def require_analyses(self, count: int) -> None:
        """Of all that was analysed so many analyses are there.

        :raises Finding: when there are more or fewer.
        """
        owner = next(iter(self._by_name.values())).owner
        found = len(self._world.analyses.found(owner))
        if found != count:
            raise Finding(f"there should be {count} analyses, and there are {found}")

    def await_counted(self, project: Thing, count: int) -> None:
        """:raises Finding: when the project does not soon say that it has so many jobs."""
        await_value(lambda: self._world.projects.statistics(project)["job_count"], lambda seen: seen == count,
                    within=self._world.await_seconds,
                    words=lambda seen: f"{project.name} should count {count} jobs, and counts {seen}")

    def require_pages(self, person: Person, size: int, count: int) -> None:
        """In pages of this size each of so many jobs is shown once, the newest first.

        :raises Finding: showing the pages.
        """
        pages = in_pages(self._world.http, person, "/api/v2/jobs", size)
        pages.require_each_once(count)
        newest_first = [job.record["id"] for job in reversed(self._by_name.values())]
        if [each["id"] for each in pages.items] != newest_first:
            raise Finding(f"the {count} jobs should be shown the newest first, and are shown as "
                          f"{[each['created_at'] for each in pages.items]}")

    def require_ended_as_said(self, job: Job, outcomes: list[Outcome]) -> None:
        """:raises Finding: when the job does not read as the one report that was accepted was answered."""
        accepted = next(each.record for each in outcomes if each.accepted)
        different = differences(accepted, self.record(job))
        if different:
            raise Finding(f"{job.name} should have ended as was said first: {different}")

    def require_found(self, person: Person, names: list[str], path: str = "", **filters: str) -> None:
        """The person finds exactly these jobs, the newest first.

        :raises Finding: when the list is another.
        """
        known = {job.record["id"]: job.name for job in self._by_name.values()}
        found = [known.get(each["id"], "a job of nobody here") for each in self.listed(person, path, **filters)]
        if found != names:
            raise Finding(f"{person.name} should find {names} with {filters or 'no filter'}, and finds {found}")

    def require_statistics(self, person: Person, expected: Fields, **filters: str) -> None:
        """The numbers are these; those of the five states add up to the total.

        :raises Finding: naming what differs.
        """
        seen = self.statistics(person, **filters)
        flat = {**seen, **seen["by_status"]}
        different = differences(expected, flat)
        if different:
            raise Finding(f"of the numbers of jobs {different}")
        if sum(seen["by_status"].values()) != seen["total"] or list(seen["by_status"]) != list(REACHES):
            raise Finding(f"the five states should add up to the total: {seen}")

    def require_mean_duration(self, person: Person) -> None:
        """:raises Finding: when the mean is not that of the completed jobs."""
        lasted = [each["duration_seconds"] for each in self.listed(person, status="completed")]
        mean = self.statistics(person)["average_duration_seconds"]
        if not lasted or abs(mean - sum(lasted) / len(lasted)) > 2 * TO_THE_MILLISECOND:
            raise Finding(f"the mean of completed jobs that lasted {lasted} should be said, and is said to be {mean}")

    # In the database

    def require_stored(self, job: Job) -> None:
        """PostgreSQL holds the job with the values that are answered.

        :raises Finding: naming what differs.
        """
        record = self.record(job)
        rows = self._world.database.rows("SELECT * FROM jobs WHERE id = :id", id=record["id"])
        if len(rows) != 1:
            raise Finding(f"PostgreSQL should hold {job.name} once, and holds it {len(rows)} times")
        expected = {name: record[name] for name in STORED} | {"created_by": record["created_by"]["id"],
                                                              "tenant_id": job.owner.tenant.id}
        different = differences(expected, {name: answered(value) for name, value in rows[0].items()})
        if different:
            raise Finding(f"PostgreSQL should hold {job.name} as it is answered: {different}")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def answered(value: Any) -> Any:
    """A value of the database as the platform answers it."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value if isinstance(value, (int, float, dict, list, bool, type(None))) else str(value)
