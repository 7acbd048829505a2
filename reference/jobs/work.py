"""What a worker does for each type of job, step by step. Each step is one transaction of the run that it is given."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select

from reference.core.database import TenantSession
from reference.exports import files
from reference.jobs import changes, rules
from reference.jobs.records import Job, JobFile
from reference.jobs.run import Impossible, Run
from reference.projects import analysis as reading
from reference.projects import changes as projects
from reference.projects.records import Analysis, Repository, RepositoryFile

BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)  # of a file in a ZIP: the same files make the same ZIP
ZIP = "application/zip"
FIELDS = {"technologies": "detected_technologies", "dependencies": "dependencies", "gaps": "research_gaps"}


def analysis(run: Run) -> None:
    """Read a repository, and keep what was found."""
    run.step(10, "Loading")
    repository_id = UUID(run.parameters["repository_id"])
    with run.reading() as session:
        paths = session.scalars(select(RepositoryFile.path).where(RepositoryFile.repository_id == repository_id)).all()
    run.step(50, "Analysing")
    with run.reading() as session:
        found = analysed(session, repository_id)
    run.step(80, "Writing")
    with run.writing() as (session, job):
        if session.get(Repository, repository_id) is None:
            raise Impossible("repository_deleted")
        keep(session, found)
        changes.set_progress(session, job, 100, "Done")
        changes.complete(session, job, {
            "analysis_id": str(found.id), "repository_id": str(repository_id), "duration_ms": found.analysis_duration_ms,
            "files_analyzed": len(reading.counted(paths)), "issues_found": len(found.research_gaps)})


def analysed(session: TenantSession, repository_id: UUID) -> Analysis:
    """What the repository's files say, not yet stored."""
    repository = session.get(Repository, repository_id)
    if repository is None:
        raise Impossible("repository_deleted")
    try:
        return reading.analyse(session, repository)
    except reading.UnreadableManifest:
        raise Impossible("unreadable_manifest") from None


def keep(session: TenantSession, found: Analysis) -> None:
    session.add(found)
    projects.forget_statistics(session, found.project_id)
    session.flush()


def batch_analysis(run: Run) -> None:
    """One repository after another, from the first that is not done. What cannot be analysed holds up none."""
    repository_ids, pause = run.parameters["repository_ids"], run.parameters.get("pause_ms", 0) / 1000
    total = len(repository_ids)
    for number in range(run.done, total):
        with run.writing() as (session, job):
            job.entries = [*job.entries, entry(session, repository_ids[number])]
            changes.set_progress(session, job, rules.share(number + 1, total), f"Repository {number + 1} of {total}")
        if number + 1 < total:
            run.wait(pause)
    with run.writing() as (session, job):
        done = sum(each["status"] == "completed" for each in job.entries)
        if not done:
            raise Impossible("all_failed")
        changes.complete(session, job, {"total_analyzed": done, "results": job.entries})


def entry(session: TenantSession, repository_id: str) -> dict[str, Any]:
    """What has become of one repository of a batch."""
    made: dict[str, Any] = {"repository_id": repository_id, "analysis_id": None, "status": "completed", "error": None}
    try:
        found = analysed(session, UUID(repository_id))
    except Impossible as failure:
        return made | {"status": "failed", "error": rules.error(failure.code)}
    keep(session, found)
    return made | {"analysis_id": str(found.id)}


def export(run: Run) -> None:
    """One analysis as a file."""
    run.step(20, "Exporting")
    format_, csv_type = run.parameters["format"], run.parameters.get("csv_type")
    with run.reading() as session:
        found = analysis_of(session, run.parameters["analysis_id"])
    file = files.render(found, format_, csv_type)
    with run.writing() as (session, job):
        changes.set_progress(session, job, 100, "Done")
        bring(session, job, file, {"format": format_, "records_exported": records_in(found, csv_type)})


def batch_export(run: Run) -> None:
    """Several analyses as files of one format, in a ZIP."""
    format_, analysis_ids = run.parameters["format"], run.parameters["analysis_ids"]
    made: dict[str, bytes] = {}
    for number, analysis_id in enumerate(analysis_ids, start=1):
        with run.reading() as session:
            found = analysis_of(session, analysis_id)
        made[files.name_in_batch(found.id, format_)] = files.render(found, format_).content
        run.step(rules.share(number, len(analysis_ids)), f"Analysis {number} of {len(analysis_ids)}")
    with run.writing() as (session, job):
        file = files.File(zipped(made), ZIP, f"analyses_{job.id}.zip")
        bring(session, job, file, {"format": format_, "file_count": len(made)})


def analysis_of(session: TenantSession, analysis_id: str) -> Analysis:
    found = session.get(Analysis, UUID(analysis_id))
    if found is None:
        raise Impossible("analysis_deleted")
    return found


def records_in(found: Analysis, csv_type: str | None) -> int:
    """How many technologies, dependencies and gaps the file tells of; figures are no records."""
    told: Iterable[str] = FIELDS.values() if csv_type in (None, "combined") else filter(None, [FIELDS.get(csv_type)])
    return sum(len(getattr(found, field)) for field in told)


def zipped(contents: dict[str, bytes]) -> bytes:
    """The files in one, by name."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in sorted(contents):
            archive.writestr(zipfile.ZipInfo(name, BEGINNING_OF_TIME), contents[name], zipfile.ZIP_DEFLATED)
    return written.getvalue()


def bring(session: TenantSession, job: Job, file: files.File, about: dict[str, Any]) -> None:
    """Keep the file, and complete the job that has made it."""
    session.add(JobFile(job_id=job.id, name=file.name, content_type=file.media_type, content=file.content))
    changes.complete(session, job, {**about, "size_bytes": len(file.content),
                                    "sha256": hashlib.sha256(file.content).hexdigest(),
                                    "file_url": f"/api/v2/jobs/{job.id}/file"})


WORK: dict[str, Callable[[Run], None]] = {
    "analysis": analysis, "export": export, "batch_analysis": batch_analysis, "batch_export": batch_export}
FIRST_STEPS = {"analysis": "Starting"}  # what a job says when it has begun
