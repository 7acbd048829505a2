from __future__ import annotations

from reference.analytics import recorder
from tests.broken._starting import replace, start

RULE = "What cannot be recorded is done all the same. This platform records first, and else refuses."
REQUIREMENTS = ("ANA-021",)
SCENARIOS = ("What cannot be recorded is done all the same",)


async def record_first(recording, scope, receive, send):
    async def send_recorded(message):
        if message["type"] == "http.response.start" and "signed_in" in scope and recorder.is_counted(scope["path"]):
            person = scope["signed_in"]
            try:
                recorder.store([{
                    "tenant_id": str(person.tenant_id), "person_id": str(person.person_id),
                    "at": recorder.clock.text(recorder.clock.now()), "method": scope["method"],
                    "route": scope["route"].path, "status": message["status"], "duration_ms": 1.0,
                    "request_id": scope["request_id"]}])
            except recorder.SQLAlchemyError:
                message = {**message, "status": 503}
        await send(message)

    await recording.app(scope, receive, send_recorded)


if __name__ == "__main__":
    replace(recorder.Recording, "__call__", record_first)
    start()
