"""What follows a tenant's suspension or activation, in a worker."""

from __future__ import annotations

import logging

from reference.core.stores import LOOK_CHANNEL, keys
from reference.core.tasks import celery

log = logging.getLogger(__name__)


@celery.task(name="tenancy.status_changed")
def status_changed(changed_id: str) -> None:
    """Have each process look at its sockets now: those of a suspended tenant are closed.

    Not ``tenant_id``: this task is for suspended tenants, too. Where Redis is away each process looks by itself.
    """
    log.info("sockets are looked at, tenant %s has changed", changed_id)
    keys().publish(LOOK_CHANNEL, changed_id)
