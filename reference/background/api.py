"""Background work over HTTP: having what recurs done now."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response

from reference.core import outbox, stores
from reference.core.answers import Answer, takes
from reference.core.calls import Call, needs
from reference.core.errors import existing, unavailable
from reference.core.inputs import Nothing
from reference.core.recurring import RECURRING
from reference.core.routes import Router

router = Router(prefix="/api/v2/background", tags=["background"])

MayManage = Annotated[Call, needs("background.manage")]


class Queued(Answer):
    """A run that was asked for: what it is called, and on which queue it waits."""

    name: str
    queue: str


@router.post("/schedule/{task_name}/run", status_code=202, response_model=Queued, openapi_extra=takes(Nothing))
def run_now(call: MayManage, task_name: str) -> Response:
    """Have what recurs done now, for the own tenant; 503 where the queue is down."""
    recurring = existing(RECURRING.get(task_name))
    call.body(Nothing)
    if not stores.queue_is_up():
        raise unavailable("redis")
    with call.transaction() as session:
        outbox.send_task(session, task_name, {"tenant_id": str(call.person.tenant_id)}, queue=recurring.queue)
    return call.answer(Queued(name=task_name, queue=recurring.queue), 202)
