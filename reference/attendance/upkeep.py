"""What time does to attendance: alerts that wait too long, photos that are kept no longer, faces to be forgotten."""

from __future__ import annotations

import logging
from uuid import UUID

from celery import Task

from reference.attendance import enrolled, escalation, faces, photos
from reference.core import recurring, retries
from reference.core.database import transaction
from reference.core.outside import Trouble
from reference.core.tasks import celery

QUEUE = "external"
log = logging.getLogger(__name__)


@celery.task(bind=True, name="attendance.forget_face")
def forget_face(task: Task, tenant_id: str, person_id: str) -> None:
    """Have the face service forget a face, unless its person has enrolled it anew meanwhile."""
    with transaction(UUID(tenant_id)) as session:
        if enrolled.active(session, UUID(person_id)) is not None:
            return
    try:
        faces.service().ask("DELETE", f"/v1/persons/{person_id}", accepts=(204, 404), tries=1)
    except Trouble as trouble:
        log.warning("the face of %s is not forgotten yet: %s", person_id, trouble)
        retries.try_again(task, QUEUE, trouble)


@celery.task(name="attendance.escalate")
def escalate(tenant_id: str | None = None) -> None:
    """Hand to the administrators what has looked like fraud for too long."""
    recurring.for_each(tenant_id, escalation.escalate_late)


@celery.task(name="attendance.photos_purge")
def photos_purge(tenant_id: str | None = None) -> None:
    """Remove the photos that were kept long enough."""
    recurring.for_each(tenant_id, photos.purge)
