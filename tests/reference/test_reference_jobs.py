"""Jobs from their making to their end: what is done, left undone, reported and removed."""

import hashlib
import io
import threading
import zipfile
from uuid import uuid4

import pytest

from support.awaiting import await_value
from tests.reference.conftest import PATIENCE, Person

SOUND = {"requirements.txt": "flask==3.0.0\nrequests\n", "app.py": "import flask\n"}
BROKEN = {"package.json": "{"}


def project(person: Person, name: str = "Harbour") -> str:
    return person.done("POST", "/projects", {"owner": "port", "name": name})["id"]


def repository(person: Person, project_id: str, files: dict = SOUND) -> str:
    made = person.done("POST", "/repositories", {"project_id": project_id, "owner": "port", "name": f"r{uuid4().hex[:8]}"})
    person.done("PUT", f"/repositories/{made['id']}/files",
                {"files": [{"path": path, "content": content} for path, content in files.items()]})
    return made["id"]


def job(person: Person, project_id: str, job_type: str = "analysis", parameters: dict | None = None, **more) -> dict:
    return person.done("POST", "/jobs", {"project_id": project_id, "job_type": job_type, "parameters": parameters or {},
                                         **more})


def ended(person: Person, job_id: str) -> dict:
    return await_value(lambda: person.done("GET", f"/jobs/{job_id}"), lambda found: found["completed_at"],
                       within=PATIENCE, words=lambda found: f"the job should end: {found}")


def slow(person: Person, count: int = 3, pause_ms: int = 5000) -> dict:
    """A job that is being done, and takes its time."""
    where = project(person)
    made = person.done("POST", "/batch/analyses", {"project_id": where, "pause_ms": pause_ms, "repository_ids": [
        repository(person, where) for _ in range(count)]})
    return await_value(lambda: person.done("GET", f"/jobs/{made['id']}"), lambda found: found["progress"] == 33,
                       within=PATIENCE, words=lambda found: f"the job should be at a third: {found}")


def test_a_repository_is_analysed(admin):
    where = project(admin)
    found = repository(admin, where)
    made = job(admin, where, parameters={"repository_id": found})
    dispatched = admin.done("POST", f"/jobs/{made['id']}/dispatch")
    done = ended(admin, made["id"])

    assert (made["status"], made["progress"], made["attempt"]) == ("pending", 0, 0)
    assert dispatched["task_id"]
    assert (done["status"], done["progress"], done["current_step"]) == ("completed", 100, "Done"), done
    analysis = admin.done("GET", f"/analyses/{done['result']['analysis_id']}")
    assert [each["name"] for each in analysis["dependencies"]] == ["flask", "requests"]
    assert done["result"]["issues_found"] == len(analysis["research_gaps"])
    assert admin.done("GET", f"/projects/{where}/stats")["job_count"] == 1


def test_exports_have_files(admin):
    where = project(admin)
    analyses = [admin.done("POST", f"/projects/{where}/analyses", {"detected_technologies": [{"name": name}]})["id"]
                for name in ("b", "a")]
    one = job(admin, where, "export", {"analysis_id": analyses[0], "format": "csv", "csv_type": "technologies"})
    assert admin("GET", f"/jobs/{one['id']}/file").status_code == 409
    admin.done("POST", f"/jobs/{one['id']}/dispatch")
    many = admin.done("POST", "/exports/batch", {"analysis_ids": [*analyses, analyses[0]], "format": "json"})
    single, batch = ended(admin, one["id"]), ended(admin, many["job_id"])

    assert many == {"job_id": batch["id"], "analysis_count": 2, "format": "json", "status": "pending"}
    file = admin("GET", f"/jobs/{one['id']}/file")
    assert file.status_code == 200
    assert single["result"] == {
        "format": "csv", "records_exported": 1, "size_bytes": len(file.content),
        "sha256": hashlib.sha256(file.content).hexdigest(), "file_url": f"/api/v2/jobs/{one['id']}/file"}
    archive = zipfile.ZipFile(io.BytesIO(admin("GET", f"/jobs/{batch['id']}/file").content))
    assert archive.namelist() == sorted(f"analysis_{each}.json" for each in analyses)
    assert batch["result"]["file_count"] == 2


def test_a_file_is_kept_for_a_week(platform, admin):
    where = project(admin)
    made = job(admin, where, "export", {"analysis_id": admin.done("POST", f"/projects/{where}/analyses", {})["id"],
                                        "format": "json"})
    admin.done("POST", f"/jobs/{made['id']}/dispatch")
    ended(admin, made["id"])

    platform.pass_time(days=7)
    again = platform.sign_in(admin.slug, f"{admin.slug}@example.org")
    assert again("GET", f"/jobs/{made['id']}/file").status_code == 410
    again.done("POST", "/background/schedule/jobs.files_cleanup/run")
    await_value(lambda: platform.sql("SELECT 1 FROM job_files WHERE job_id = %s", made["id"]), lambda rows: not rows,
                within=PATIENCE, words=lambda _: "the file should go")
    assert again("GET", f"/jobs/{made['id']}/file").status_code == 410


def test_a_batch_goes_on_where_one_cannot_be_read(admin):
    where = project(admin)
    repositories = [repository(admin, where, files) for files in (SOUND, BROKEN, SOUND)]
    made = admin.done("POST", "/batch/analyses", {"project_id": where, "repository_ids": repositories})
    done = ended(admin, made["id"])

    assert done["result"]["total_analyzed"] == 2
    assert [(each["repository_id"], each["status"]) for each in done["result"]["results"]] == list(
        zip(repositories, ("completed", "failed", "completed"), strict=True))
    assert done["result"]["results"][1]["error"]["code"] == "unreadable_manifest"


def test_a_batch_of_which_nothing_can_be_read_fails(admin):
    where = project(admin)
    done = ended(admin, admin.done("POST", "/batch/analyses", {
        "project_id": where, "repository_ids": [repository(admin, where, BROKEN)]})["id"])

    assert (done["status"], done["error"]["code"], done["result"]) == ("failed", "all_failed", None)


def test_a_cancelled_job_stays_as_it_was(platform, admin):
    running = slow(admin)
    cancelled = admin.done("POST", f"/jobs/{running['id']}/cancel")
    await_value(lambda: platform.sql("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = 7301200"),
                lambda held: not held, within=5.0, words=lambda _: "the worker should let go of the job")

    assert (cancelled["status"], cancelled["progress"]) == ("cancelled", 33)
    assert admin.done("GET", f"/jobs/{running['id']}") == cancelled


def test_what_takes_too_long_fails(platform, admin):
    where = project(admin)
    made = job(admin, where, "batch_analysis", {"pause_ms": 5000, "repository_ids": [
        repository(admin, where) for _ in range(3)]}, timeout_seconds=1)
    admin.done("POST", f"/jobs/{made['id']}/dispatch")
    done = ended(admin, made["id"])

    assert (done["status"], done["error"]["code"], done["progress"]) == ("failed", "timeout", 33)


def test_a_lost_workers_job_is_taken_up_again(platform, admin):
    running = slow(admin, pause_ms=2000)
    platform.stack.faults.end("worker", killed=True)
    platform.stack.faults.begin("worker")
    done = ended(admin, running["id"])

    assert (done["status"], done["attempt"], done["result"]["total_analyzed"]) == ("completed", 2, 3)
    assert admin.done("GET", "/analyses")["total"] == 3


def test_a_running_jobs_project_can_go(platform, admin):
    running = slow(admin)
    assert admin("DELETE", f"/projects/{running['project_id']}").status_code == 204
    assert admin("GET", f"/jobs/{running['id']}").status_code == 404
    assert admin.done("GET", "/jobs/statistics")["total"] == 0


def test_a_delay_is_waited_for(platform, admin):
    where = project(admin)
    made = job(admin, where, parameters={"repository_id": repository(admin, where)})
    waiting = admin.done("POST", f"/jobs/{made['id']}/dispatch", {"delay_seconds": 3600})
    platform.pass_time(minutes=59)
    admin = platform.sign_in(admin.slug, f"{admin.slug}@example.org")
    assert admin.done("GET", f"/jobs/{made['id']}")["status"] == "pending"
    platform.pass_time(minutes=1)
    done = ended(admin, made["id"])

    assert waiting["task_id"] == done["task_id"]
    assert done["status"] == "completed"


def test_an_outside_runner_reports(admin):
    where = project(admin)
    made = job(admin, where, runner="external")
    at = f"/jobs/{made['id']}"
    running = admin.done("PATCH", at, {"status": "running", "progress": 25, "current_step": "Reading"})
    assert (running["status"], running["progress"], running["current_step"]) == ("running", 25, "Reading")
    assert admin("PATCH", at, {"progress": 24}).status_code == 409
    assert admin("POST", f"{at}/dispatch").status_code == 409
    result = {"nested": [1, 2.5, None, {"ключ": "значение"}]}
    done = admin.done("PATCH", at, {"status": "completed", "result": result})
    assert (done["status"], done["progress"], done["result"]) == ("completed", 100, result)
    assert admin("PATCH", at, {"status": "failed", "error": {"code": "x", "message": "y"}}).json()["state"] == "completed"
    assert admin("DELETE", at).status_code == 204


@pytest.mark.parametrize(("body", "faults"), [
    ({"job_type": "walk"}, [("job_type", "not_allowed")]),
    ({"job_type": "x" * 51}, [("job_type", "not_allowed")]),
    ({"parameters": []}, [("parameters", "type")]),
    ({}, [("parameters.repository_id", "required")]),
    ({"parameters": {"repository_id": str(uuid4())}}, [("parameters.repository_id", "unknown")]),
    ({"parameters": {"repository_id": "x", "more": 1}},
     [("parameters.repository_id", "format"), ("parameters.more", "unknown_field")]),
    ({"runner": "external", "parameters": {"a": "\u0000"}}, [("parameters", "format")]),
    ({"runner": "external", "parameters": {"a": "x" * 70000}}, [("parameters", "too_long")]),
    ({"runner": "external", "tags": {str(number): "" for number in range(21)}}, [("tags", "too_long")]),
    ({"runner": "external", "tags": {"": ""}}, [("tags..[key]", "too_short")]),
    ({"job_type": "batch_analysis", "parameters": {"repository_ids": [], "pause_ms": 5001}},
     [("parameters.repository_ids", "too_short"), ("parameters.pause_ms", "out_of_range")]),
    ({"job_type": "export", "parameters": {"analysis_id": str(uuid4()), "format": "json", "csv_type": "gaps"}},
     [("parameters.csv_type", "not_allowed")]),
    ({"timeout_seconds": 0, "created_by": "me", "runner": "external"},
     [("timeout_seconds", "out_of_range"), ("created_by", "unknown_field")]),
])
def test_what_is_no_job(admin, body, faults):
    answer = admin("POST", "/jobs", {"project_id": project(admin), "job_type": "analysis", **body})

    assert answer.status_code == 422, answer.text
    assert [(each["field"], each["code"]) for each in answer.json()["errors"]] == faults
    assert admin.done("GET", "/jobs")["total"] == 0


def test_numbers_that_json_cannot_hold_are_refused(admin):
    fields = f'"project_id": "{project(admin)}", "job_type": "analysis", "runner": "external"'
    body = f'{{{fields}, "parameters": {{"a": 1e999}}}}'.encode()
    answer = admin.client.request("POST", "/api/v2/jobs", content=body, headers={
        "Authorization": f"Bearer {admin.token}", "Content-Type": "application/json"})

    assert [(each["field"], each["code"]) for each in answer.json()["errors"]] == [("parameters", "format")]


def test_of_two_dispatches_at_once_one_counts(admin):
    where = project(admin)
    made = job(admin, where, parameters={"repository_id": repository(admin, where)})
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(admin("POST", f"/jobs/{made['id']}/dispatch").status_code))
               for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert sorted(answers) == [202, 409, 409, 409]
