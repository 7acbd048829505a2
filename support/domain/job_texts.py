"""Texts that are meant as attacks, in every field of jobs that takes a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.domain.comparing import differences
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

LONGEST_KEY = 50  # of a tag
NAME = "Night run"


class JobTexts:
    """Makes a job whose every text is the same, and tries that text where only certain words are taken."""

    def __init__(self, world: World):
        self._world = world
        self._text = ""

    def make_of(self, person: Person, text: str) -> None:
        """A job of an outside runner that failed: all that was said of it is this text.

        :raises Finding: when it is refused.
        """
        self._text, jobs = text, self._world.jobs
        job = jobs.have_outside(person, NAME, parameters=self._parameters(), tags=self._tags())
        jobs.report(job, person, {"status": "running", "current_step": text})
        jobs.report(job, person, {"status": "failed", "error": self._error()})

    def require_unchanged(self) -> None:
        """The job reads back with the text wherever it was sent, and is found by the tag of it.

        :raises Finding: naming where it does not.
        """
        jobs = self._world.jobs
        job = jobs.job(NAME)
        different = differences({"parameters": self._parameters(), "tags": self._tags(), "current_step": self._text,
                                 "error": self._error()}, jobs.record(job))
        if different:
            raise Finding(f"a job should hold texts as they were sent: {different}")
        key, value = next(iter(self._tags().items()))
        jobs.require_found(job.owner, [NAME], tag=f"{key}:{value}")

    def require_refused(self, person: Person) -> None:
        """Where only certain words are taken the text is none: no job is made of it, and none is found by it.

        :raises Finding: when it is taken, or refused in another way.
        """
        jobs = self._world.jobs
        export = {"job_type": "export", "parameters": {"analysis_id": str(uuid4()), "format": self._text}}
        for fields, place, code in (
                ({"job_type": self._text}, "job_type", "not_allowed"), ({"runner": self._text}, "runner", "not_allowed"),
                ({"runner": "external", "project_id": self._text}, "project_id", "format"),
                ({"parameters": {"repository_id": self._text}}, "parameters.repository_id", "format"),
                (export, "parameters.format", "not_allowed")):
            jobs.try_to_make(person, "Another run", **fields).require_fault(place, code)
        job = jobs.job(NAME)
        jobs.try_to_report(job, person, {"status": self._text}).require_fault("status", "not_allowed")
        for filter_ in ("status", "job_type"):
            jobs.try_to_find(person, **{filter_: self._text}).require_fault(filter_, "not_allowed")
        jobs.require_found(person, [], project_id=self._text)
        jobs.require_found(person, [NAME])

    def _parameters(self) -> dict[str, Any]:
        return {"text": self._text, self._text: [self._text, {"deep": self._text}]}

    def _tags(self) -> dict[str, str]:
        return {self._text[:LONGEST_KEY].strip(): self._text}

    def _error(self) -> dict[str, str]:
        return {"code": self._text, "message": self._text}
