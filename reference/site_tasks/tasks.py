"""What recurs: making the tasks that are due soon, and closing those whose time is over."""

from __future__ import annotations

from sqlalchemy import select

from reference.core import recurring
from reference.core.database import transaction
from reference.core.tasks import celery
from reference.site_tasks import changes, making
from reference.site_tasks.records import TaskTemplate


@celery.task(name="tasks.generate")
def generate_tasks(tenant_id: str | None = None) -> None:
    """The tasks of the next 24 hours."""
    generate(tenant_id, "task")


@celery.task(name="tasks.generate_ppm")
def generate_ppm(tenant_id: str | None = None) -> None:
    """Preventive maintenance of the next 7 days."""
    generate(tenant_id, "ppm")


def generate(tenant_id: str | None, kind: str) -> None:
    """Each template's in transactions of their own: others wait for no more than that."""
    for each in recurring.tenants(tenant_id):
        with transaction(each) as session:
            templates = session.scalars(select(TaskTemplate.id).where(
                TaskTemplate.kind == kind, TaskTemplate.active, TaskTemplate.schedule.is_not(None))
                .order_by(TaskTemplate.created_at, TaskTemplate.id)).all()
        for template_id in templates:
            while True:
                with transaction(each) as session:
                    is_more = making.generate(session, template_id)
                if not is_more:
                    break


@celery.task(name="tasks.auto_close")
def auto_close(tenant_id: str | None = None) -> None:
    """Close what is open past its time."""
    recurring.for_each(tenant_id, changes.close_expired)
