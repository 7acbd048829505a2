"""Whether a photo shows the person: asked of the face service, judged here."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, ValidationError

from reference.attendance import alerts
from reference.core.errors import Fault, Problem, faulty
from reference.core.outside import Service, Trouble
from reference.core.settings import settings

if TYPE_CHECKING:
    from reference.core.calls import Call  # with the web's framework, which a worker has no use for

MOST_DISTANCE, LEAST_LIVENESS, LEAST_CONFIDENCE = 0.30, 0.50, 0.70
SPOOFED_BELOW = 0.50  # liveness or confidence: no mistake, but a trick

Share = Annotated[float, Field(ge=0, le=1)]


class Likeness(BaseModel):
    """What the service makes of a photo: how far it is from the enrolled face, whether it is alive, and how sure it is."""

    distance: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    liveness: Share
    confidence: Share

    def faults(self) -> list[str]:
        """What keeps it from being the person; nothing where it is."""
        failed = {"no_match": self.distance > MOST_DISTANCE, "liveness_failed": self.liveness < LEAST_LIVENESS,
                  "low_confidence": self.confidence < LEAST_CONFIDENCE}
        return [code for code, has_failed in failed.items() if has_failed]

    def is_spoofed(self) -> bool:
        return self.liveness < SPOOFED_BELOW or self.confidence < SPOOFED_BELOW


WORDS = {"no_match": "The face is another one.", "liveness_failed": "The face does not seem to be alive.",
         "low_confidence": "The face is not clear enough."}


def service() -> Service:
    return Service("face service", settings().face_url)


def verified(call: Call, photo: bytes | None, *, needed: bool) -> dict[str, Any] | None:
    """The figures of the caller's photo, as they are stored; None without one. Raises what it is refused as."""
    if photo is None:
        if needed:
            raise faulty([Fault("face_photo", "required", "At this site a photo of the face is needed.")])
        return None
    likeness = _ask(call.person.person_id, photo)
    faults = likeness.faults()
    if faults:
        if likeness.is_spoofed():
            with call.transaction() as session:
                alerts.raise_alert(session, call.person.person_id, "biometric_mismatch", "high")
        raise Problem(403, "Face not verified", "The photo does not show that it is you.",
                      errors=[Fault("face_photo", code, WORDS[code]) for code in faults])
    return {"verified": True, **likeness.model_dump()}


def _ask(person_id: UUID, photo: bytes) -> Likeness:
    """What the service makes of it: 422 where it does not know the person, 503 where it is in trouble."""
    try:
        status, answer = service().ask("POST", "/v1/verify", {
            "person_ref": str(person_id), "photo": base64.b64encode(photo).decode()}, accepts=(200, 404))
    except Trouble as trouble:
        raise trouble.problem() from None
    if status == 404:
        raise faulty([Fault("face_photo", "precondition", "Your face is not enrolled.")])
    try:
        return Likeness.model_validate(answer)
    except ValidationError:
        raise Trouble(service(), "its answer is not understood").problem() from None
