"""Enrolling a face: the face service gets to know it by three photos, with its person's consent.

The service is asked between two transactions, since it may take its time. The second looks at the consent again: what the
service has learnt from who has withdrawn it meanwhile is forgotten.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, ValidationError

from reference.attendance import consents, enrolled, faces
from reference.attendance.records import FaceEnrolment
from reference.core.calls import Call
from reference.core.database import TenantSession
from reference.core.errors import Fault, Problem, faulty
from reference.core.outside import Trouble

LEAST_QUALITY = 0.75


class Learnt(BaseModel):
    """What the service says of the photos."""

    quality: Annotated[float, Field(ge=0, le=1)]


def enrol(call: Call, photos: Sequence[bytes]) -> FaceEnrolment:
    """Let the service know the caller's face; this enrolment takes the place of the one before. Raises the refusal."""
    person_id = call.person.person_id
    with call.transaction() as session:
        consents.require_both(session, person_id)
    quality = _ask(person_id, photos).quality
    with call.transaction() as session:
        refusal = _refusal(session, person_id, quality)
        if refusal is None:
            return enrolled.keep(session, person_id, quality)
        enrolled.forget(session, person_id)
    raise refusal


def _refusal(session: TenantSession, person_id: UUID, quality: float) -> Problem | None:
    """Why what the service has learnt is not to be kept. The consent stays as it is until the transaction ends."""
    consents.of(session, person_id, locked=True)
    try:
        consents.require_both(session, person_id)
    except Problem as problem:
        return problem
    if quality < LEAST_QUALITY:
        return faulty([Fault("photos", "precondition", "The face is not clear enough in these photos.")])
    return None


def _ask(person_id: UUID, photos: Sequence[bytes]) -> Learnt:
    """503 where the service is in trouble."""
    sent = {"person_ref": str(person_id), "photos": [base64.b64encode(photo).decode() for photo in photos]}
    try:
        return Learnt.model_validate(faces.service().ask("POST", "/v1/enrol", sent)[1])
    except Trouble as trouble:
        raise trouble.problem() from None
    except ValidationError:
        raise Trouble(faces.service(), "its answer is not understood").problem() from None
