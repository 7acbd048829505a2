"""Every change of a task at a site: each in the caller's transaction, guarded by the task's locked row."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select

from reference.accounts.records import Person
from reference.core import audit, cause, clock, outbox
from reference.core.database import TenantSession
from reference.core.errors import Fault, faulty, wrong_state
from reference.core.identity import SIGNED_IN_STATUSES
from reference.core.permissions import may
from reference.core.pictures import Picture
from reference.core.references import referred
from reference.core.uploads import Upload
from reference.notifications import service as notifications
from reference.reports import service as reports
from reference.site_tasks import rules
from reference.site_tasks.records import SiteTask, TaskPhoto, TaskTemplate
from reference.tenancy.service import open_at_sites

# Who


def can_work(person: Person) -> bool:
    return person.status in SIGNED_IN_STATUSES and may(person.role, "tasks.work", person.modules)


def worker(session: TenantSession, person_id: UUID | None, field: str) -> Person | None:
    """The person whom ``field`` of a body names; 422 for who is nobody here, or does no tasks."""
    person = referred(session, Person, person_id, field)
    if person is not None and not can_work(person):
        raise faulty([Fault(field, "not_allowed", "This person does no tasks.")])
    return person


def assign(session: TenantSession, task: SiteTask, person: Person) -> None:
    """Give the task to somebody; 409 where it is over."""
    refuse_unless(task, rules.OPEN)
    if task.assignee_id == person.id:
        return
    before, task.assignee, task.assignee_id = task.assignee_id, person, person.id
    announce(session, task, before)
    tell_assignee(session, task)


def tell_assignee(session: TenantSession, task: SiteTask) -> None:
    data = {"id": str(task.id), "name": task.name, "planned_at": clock.text(task.planned_at)}
    outbox.emit(session, f"me:{task.assignee_id}", "task.assigned", dict(data))
    notifications.notify(session, "task.assigned", [task.assignee_id], title=f"New task: {task.name}",
                         body=f"Planned for {data['planned_at']}.", data=data,
                         event_key=f"task.assigned:{task.id}:{task.version}")


# Verbs: what each needs beside the right status, and what it does beside setting the next one


def do_verb(session: TenantSession, task: SiteTask, verb: str, comment: str | None = None,
            scan_code: str | None = None) -> None:
    """Move the task along its table; 409 where its status does not allow it, 422 for what is still missing."""
    refuse_unless(task, rules.VERBS[verb][0])
    needed = missing_for(task, verb, scan_code)
    if needed:
        raise faulty(needed)
    before, has_begun = task.assignee_id, task.started_at is not None
    if verb in EFFECTS:
        EFFECTS[verb](session, task, comment)
    set_status(session, task, rules.after(verb, has_begun), comment)
    announce(session, task, before)


def missing_for(task: SiteTask, verb: str, scan_code: str | None) -> list[Fault]:
    """What the verb lacks."""
    if verb == "start":
        return missing_for_start(task, scan_code)
    if verb == "partial" and not task.answers and not task.photos:
        return [Fault("answers", "required", "At least one answer or photo is needed.")]
    if verb == "complete":
        answered = [each["question_id"] for each in task.answers]
        return [Fault(field, "required", "This is needed before the task is complete.")
                for field in rules.missing(task.questions, answered, len(task.photos), task.photos_required)]
    return []


def missing_for_start(task: SiteTask, scan_code: str | None) -> list[Fault]:
    faults = []
    if task.assignee_id is None:
        faults.append(Fault("assignee_id", "required", "Somebody must be assigned first."))
    if task.scan_type != "skip" and scan_code is None:
        faults.append(Fault("scan_code", "required", "The code at the place is needed."))
    elif task.scan_type != "skip" and scan_code != task.scan_code:
        faults.append(Fault("scan_code", "precondition", "This is not the code of the place."))
    return faults


def begin(_session: TenantSession, task: SiteTask, _comment: str | None) -> None:
    task.started_at = clock.now()


def hold(_session: TenantSession, task: SiteTask, comment: str | None) -> None:
    task.standby_comment = comment


def give_back(_session: TenantSession, task: SiteTask, _comment: str | None) -> None:
    """It is nobody's then, and to be begun anew."""
    task.assignee, task.assignee_id, task.started_at = None, None, None


def complete(session: TenantSession, task: SiteTask, _comment: str | None) -> None:
    """A report tells of it, for who completed it."""
    task.completed_at = clock.now()
    day = task.planned_at.date().isoformat()
    report = reports.request(session, "task_summary", {"date_from": day, "date_to": day, "task_id": str(task.id)},
                             cause.present().person_id)
    task.report_id = report.id


def reopen(_session: TenantSession, task: SiteTask, _comment: str | None) -> None:
    if clock.now() >= task.expires_at:
        raise wrong_state(task.status, ())
    task.completed_at = None


EFFECTS = {"start": begin, "standby": hold, "hand_back": give_back, "complete": complete, "reopen": reopen}


def set_status(session: TenantSession, task: SiteTask, status: str, comment: str | None = None, *,
               by_time: bool = False) -> None:
    """Give the task a status, and its history a line of who did that."""
    person_id = None if by_time else cause.present().person_id
    person = session.get(Person, person_id) if person_id else None
    task.status = status
    task.history = [*(task.history or []), {
        "at": clock.text(clock.now()), "status": status, "comment": comment,
        "person": {"id": str(person.id), "full_name": person.full_name} if person else None}]


def refuse_unless(task: SiteTask, statuses: Collection[str]) -> None:
    """409 where the task has none of these statuses."""
    if task.status not in statuses:
        raise wrong_state(task.status, rules.TRANSITIONS[task.status])


def announce(session: TenantSession, task: SiteTask, before: UUID | None = None) -> None:
    """Tell what the task is now: whose it is, whose it was, and who looks after the tenant's tasks."""
    session.flush()
    data = {"id": str(task.id), "status": task.status, "version": task.version,
            "assignee_id": str(task.assignee_id) if task.assignee_id else None}
    for person_id in {task.assignee_id, before} - {None}:
        outbox.emit(session, f"me:{person_id}", "task.changed", dict(data))
    outbox.emit(session, "tenant", "task.changed", dict(data), whose={task.assignee_id} - {None})


# What is found out, and what is to be done


def answer(task: SiteTask, given: Collection[tuple[str, Any]]) -> None:
    """Replace the answers; 409 where the task is not being done, 422 for one that fits no question of it."""
    refuse_unless(task, rules.ANSWERABLE)
    questions, faults, answers = {each["id"]: each for each in task.questions}, [], {}
    for number, (question_id, value) in enumerate(given):
        question = questions.get(question_id)
        if question is None:
            faults.append(Fault(f"answers.{number}.question_id", "unknown", "The task asks no such question."))
        elif question_id in answers:
            faults.append(Fault(f"answers.{number}.question_id", "not_allowed", "This question was answered before."))
        elif not rules.fits(question, value):
            faults.append(Fault(f"answers.{number}.answer", "type", f"The question asks for {question['kind']}."))
        else:
            answers[question_id] = {"question_id": question_id, "answer": value,
                                    "flagged": rules.is_flagged(question, value)}
    if faults:
        raise faulty(faults)
    task.answers = list(answers.values())


def add_photo(session: TenantSession, task: SiteTask, file: Upload, picture: Picture) -> None:
    """Keep a photo; 409 where the task is not being done, 422 for one too many."""
    refuse_unless(task, rules.ANSWERABLE)
    if len(task.photos) >= rules.MOST_PHOTOS:
        raise faulty([Fault("file", "too_long", f"A task has at most {rules.MOST_PHOTOS} photos.")])
    photo = TaskPhoto(id=uuid4(), task_id=task.id, content=file.content)
    session.add(photo)
    task.photos = [*task.photos, {"id": str(photo.id), "name": file.name, "content_type": picture.media_type,
                                  "size": len(file.content)}]


def change(session: TenantSession, task: SiteTask, fields: dict[str, Any]) -> None:
    """Set these fields, and tell it; 409 where the task is over, 422 where it would expire before it is to be done."""
    refuse_unless(task, rules.OPEN)
    for name, value in fields.items():
        setattr(task, name, value)
    refuse_short_expiry(task)
    task.expires_at = task.planned_at + timedelta(minutes=task.expiry_minutes)
    if session.is_modified(task):
        announce(session, task)


def refuse_short_expiry(task: SiteTask) -> None:
    if task.expiry_minutes < task.plan_minutes + task.grace_minutes:
        raise faulty([Fault("expiry_minutes", "out_of_range", "This is shorter than the time to do it, with its grace.")])


def close_expired(session: TenantSession) -> None:
    """Close what is open past its time, and tell whose it was."""
    expired = session.scalars(select(SiteTask).where(SiteTask.status.in_(rules.OPEN), SiteTask.expires_at < clock.now())
                              .order_by(SiteTask.id).with_for_update(of=SiteTask))
    for task in expired.all():
        set_status(session, task, "auto_closed", by_time=True)
        audit.by_time(session, task)
        announce(session, task)
        if task.assignee_id is not None:
            notifications.notify(session, "task.auto_closed", [task.assignee_id], title=f"Task closed: {task.name}",
                                 body="It was not completed in time.", data={"id": str(task.id), "name": task.name},
                                 event_key=f"task.auto_closed:{task.id}")


# Sites


def count_open(session: TenantSession, site_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many tasks are open at each of these sites."""
    return dict(session.execute(select(SiteTask.site_id, func.count()).where(
        SiteTask.site_id.in_(site_ids), SiteTask.status.in_(rules.OPEN)).group_by(SiteTask.site_id)).all())


def count_templates(session: TenantSession, site_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many templates name each of these sites: their tasks would be nowhere."""
    return dict(session.execute(select(TaskTemplate.site_id, func.count()).where(
        TaskTemplate.site_id.in_(site_ids)).group_by(TaskTemplate.site_id)).all())


open_at_sites["tasks"] = count_open
open_at_sites["task templates"] = count_templates
