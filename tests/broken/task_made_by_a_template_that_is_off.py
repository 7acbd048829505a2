from __future__ import annotations

from sqlalchemy import select

from reference.core import recurring
from reference.core.database import transaction
from reference.site_tasks import making, tasks
from reference.site_tasks.records import TaskTemplate
from tests.broken._starting import replace, start

RULE = "A template that is switched off has no task made. This platform makes it."
REQUIREMENTS = ("TSK-009",)
SCENARIOS = ("No task is made on a day for which a template is not valid, or while it is switched off",)

to_make = making.to_make


def to_make_always(session, template):
    was, template.active = template.active, True
    try:
        return to_make(session, template)
    finally:
        template.active = was


def generate(tenant_id, kind):
    for each in recurring.tenants(tenant_id):
        with transaction(each) as session:
            templates = session.scalars(select(TaskTemplate.id).where(TaskTemplate.kind == kind)).all()
        for template_id in templates:
            with transaction(each) as session:
                making.generate(session, template_id)


if __name__ == "__main__":
    replace(making, "to_make", to_make_always)
    replace(tasks, "generate", generate)
    start()
