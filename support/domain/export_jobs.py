"""What the platform does on projects by itself, as jobs: analyses a repository, exports several analyses in one file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.awaiting import await_value
from support.domain import export_contents as contents
from support.domain.analyses import Analysis
from support.domain.exports import EXTENSIONS, Wish
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.projects import Thing
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

ENDED = ("completed", "failed", "cancelled")


class ExportJobs:
    """``outcome`` is what was answered to the batch that was asked for last."""

    def __init__(self, world: World):
        self._world = world
        self.outcome: Outcome | None = None

    # A repository

    def plan_analysis(self, repository: Thing, person: Person) -> str:
        """The id of a job that would analyse the repository, were it sent off."""
        return self._ask(person, "plan an analysis", "POST", "/jobs", {
            "project_id": repository.record["project_id"], "job_type": "analysis",
            "parameters": {"repository_id": repository.record["id"]}}).record["id"]

    def drop(self, job: str, person: Person) -> None:
        """:raises Finding: when the job cannot be deleted."""
        self._ask(person, "delete the job", "DELETE", f"/jobs/{job}").require_accepted(204)

    def analyse(self, repository: Thing, person: Person) -> Analysis:
        """Have the platform analyse the repository; from now on the scenario knows the analysis.

        :raises Finding: when it does not come to an end, or finds nothing.
        """
        job = self.plan_analysis(repository, person)
        self._ask(person, "send the job off", "POST", f"/jobs/{job}/dispatch").require_accepted(202)
        analysis_id = self.await_done(job, person)["result"]["analysis_id"]
        record = self._ask(person, "read the analysis", "GET", f"/analyses/{analysis_id}").record
        return self._world.analyses.keep(Analysis(f"of {repository.name}", person, {}, record))

    def await_done(self, job: str, person: Person) -> dict[str, Any]:
        """The job when it has ended.

        :raises Finding: when it does not, or has not completed.
        """
        def read() -> dict[str, Any]:
            return self._ask(person, "read the job", "GET", f"/jobs/{job}").record

        found = await_value(read, lambda found: found["status"] in ENDED, within=self._world.await_seconds,
                            words=lambda found: f"the job should come to an end, and is {found['status']}")
        if found["status"] != "completed":
            raise Finding(f"the job should be completed, and is {found['status']}: {found['error']}")
        return found

    def require_unknown(self, job: str, person: Person) -> None:
        """:raises Finding: when the person can read the job."""
        self._ask(person, "read the job", "GET", f"/jobs/{job}").require_refused("unknown")

    def require_found(self, analysis: Analysis, expected: dict[str, Any]) -> None:
        """The platform found exactly these technologies, dependencies, lines and gaps.

        :raises Finding: naming what differs.
        """
        record = self._world.analyses.record(analysis)
        seen = {
            "technologies": sorted(_with_version(each["name"], each["version"]) for each in record["detected_technologies"]),
            "dependencies": sorted(_with_version(each["name"], each["current_version"]) for each in record["dependencies"]),
            "lines": record["code_metrics"]["lines_of_code"],
            "gaps": sorted(each["title"] for each in record["research_gaps"])}
        if seen != expected:
            raise Finding(f"the platform should find {expected}, and finds {seen}")

    # Several analyses

    def export(self, person: Person, ids: list[str], format: str) -> Outcome:
        """Ask for several analyses in one file, whatever becomes of it."""
        self.outcome = self._ask(person, f"export {len(ids)} analyses as {format}", "POST", "/exports/batch",
                                 {"analysis_ids": ids, "format": format})
        return self.outcome

    def ids(self, names: list[str]) -> list[str]:
        """Of the scenario's analyses; "nobody's" is one that nobody has."""
        return [str(uuid4()) if name == "nobody's" else self._world.analyses.analysis(name).id for name in names]

    def require_accepted(self, count: int, format: str) -> None:
        """The batch was accepted: so many analyses, and a job that waits or runs.

        :raises Finding: naming what differs.
        """
        self.outcome.require_accepted(202)
        said = self.outcome.record
        if (said["analysis_count"], said["format"]) != (count, format) or said["status"] not in ("pending", "running"):
            raise Finding(f"a job for {count} analyses as {format} should be under way, and the answer is {said}")

    def require_file(self, person: Person, names: list[str], format: str) -> None:
        """The job makes a ZIP that holds exactly one file for each of these analyses, each as a single export gives it.

        :raises Finding: naming what differs.
        """
        job = self.outcome.record["job_id"]
        self.await_done(job, person)
        answer = self._world.http.ask("GET", f"{V2}/jobs/{job}/file", token=person.access_token)
        Outcome(person.name, "fetch the file", answer).require_accepted(200)
        archive = zipfile.ZipFile(io.BytesIO(answer.body))
        expected = {f"analysis_{each.id}.{EXTENSIONS[format]}": each for each in map(self._world.analyses.analysis, names)}
        if sorted(archive.namelist()) != sorted(expected):
            raise Finding(f"the ZIP should hold exactly {sorted(expected)}, and holds {sorted(archive.namelist())}")
        for name, analysis in expected.items():
            single = self._world.exports.export(analysis, person, Wish(format, {})).answer.body
            if _content(format, archive.read(name)) != _content(format, single):
                raise Finding(f"{name} in the ZIP should be the file that a single export gives, and is another")

    def require_each_named_unknown(self, places: list[int]) -> None:
        """The refusal names each of these places in the list, all alike, and nothing else.

        :raises Finding: when it does not.
        """
        self.outcome.require_faults([(f"analysis_ids.{place}", "unknown") for place in places])
        words = {each["message"] for each in self.outcome.answer.json["errors"]}
        if len(words) != 1:
            raise Finding(f"each unknown analysis should be refused in the same words, and the words are {words}")

    def require_jobs(self, person: Person, count: int) -> None:
        """:raises Finding: when the person finds another number of jobs."""
        found = all_items(self._world.http, person, f"{V2}/jobs")
        if len(found) != count:
            raise Finding(f"{person.name} should find {count} jobs, and finds {len(found)}")

    def await_all(self, outcomes: list[Outcome], person: Person) -> None:
        """:raises Finding: when a job of those that were accepted does not complete."""
        for outcome in outcomes:
            self.await_done(outcome.record["job_id"], person)

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, f"{V2}{path}", token=person.access_token,
                                                                json_body=body))


def _with_version(name: str, version: str | None) -> str:
    return f"{name} {version}" if version else name


def _content(format: str, body: bytes) -> Any:
    """What two files of a format must have in common: a workbook says when it was written, all others are the same."""
    if format != "excel":
        return body
    book = contents.workbook(body)
    return {sheet.title: contents.sheet_rows(book, sheet.title) for sheet in book}
