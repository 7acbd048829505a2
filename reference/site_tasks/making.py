"""How tasks come to be: by hand, from a template, and by its schedule."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from reference.accounts.records import Person
from reference.core import clock
from reference.core.database import TenantSession
from reference.core.errors import taken
from reference.site_tasks import cron, rules
from reference.site_tasks.changes import announce, can_work, set_status, tell_assignee
from reference.site_tasks.records import SiteTask, TaskTemplate

AT_ONCE = 50  # in one transaction: until it ends, nobody else's changes can be told
COPIED = ("name", "description", "site_id", "priority", "scan_type", "scan_code", "plan_minutes", "grace_minutes",
          "expiry_minutes", "questions", "photos_required")


def create(session: TenantSession, task: SiteTask) -> SiteTask:
    """Store a new task, and tell who is to do it."""
    task.expires_at = task.planned_at + timedelta(minutes=task.expiry_minutes)
    set_status(session, task, "assigned")
    session.add(task)
    announce(session, task)
    if task.assignee_id is not None:
        tell_assignee(session, task)
    return task


def of_template(template: TaskTemplate, planned_at: datetime, assignee: Person | None) -> SiteTask:
    """A task as the template is now."""
    return SiteTask(template_id=template.id, due_at=planned_at, planned_at=planned_at,
                    assignee_id=assignee.id if assignee else None, **{name: getattr(template, name) for name in COPIED})


def make(session: TenantSession, template: TaskTemplate, planned_at: datetime, assignee: Person | None) -> SiteTask:
    """One task of the template, whose row is locked; 409 where it has one for that time."""
    if session.scalar(select(SiteTask.id).where(SiteTask.template_id == template.id, SiteTask.due_at == planned_at)):
        raise taken("planned_at")
    return create(session, of_template(template, planned_at, assignee))


def to_make(session: TenantSession, template: TaskTemplate) -> list[datetime]:
    """The due times for which the next run makes a task of the template."""
    if not template.active or template.schedule is None:
        return []
    moment = clock.now()
    due = cron.due_times(template.schedule, template.timezone, moment, rules.AHEAD[template.kind], template.valid_from,
                         template.valid_until)
    made = set(session.scalars(select(SiteTask.due_at).where(SiteTask.template_id == template.id,
                                                             SiteTask.due_at > moment)))
    return [each for each in due if each not in made]


def generate(session: TenantSession, template_id: UUID) -> bool:
    """Make the template's tasks that are due soon, the first of many; answers whether there are more.

    The template's row is locked: two runs do so one after the other.
    """
    template = lock_template(session, template_id)
    if template is None:
        return False
    assignee = template.assignee if template.assignee and can_work(template.assignee) else None
    due = to_make(session, template)
    for each in due[:AT_ONCE]:
        create(session, of_template(template, each, assignee))
    return len(due) > AT_ONCE


def lock_template(session: TenantSession, template_id: UUID) -> TaskTemplate | None:
    return session.scalar(select(TaskTemplate).where(TaskTemplate.id == template_id).with_for_update(of=TaskTemplate)
                          .execution_options(populate_existing=True))
