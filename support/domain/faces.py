"""Faces: what the face service makes of somebody's photo, and how it fares."""

from __future__ import annotations

import base64
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.pictures import picture
from support.domain.sites import Site
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.stand_ins.face_service import FaceRequest, FaceService
    from support.world import World

FACE_FAULTS = {"no match": "no_match", "not alive": "liveness_failed", "not clear enough": "low_confidence"}
# How the service can be in trouble: status and content of its answers.
ODD_ANSWERS = {"answers that it is broken": (500, None), "answers that it is busy": (503, None),
               "sends somewhere else": (302, None), "answers what nobody understands": (200, b"<!doctype html>"),
               "answers something else": (200, b'{"distance": "near"}')}
VERIFY = "/v1/verify"
TRIES = 3
MEGABYTE = 1024 * 1024
# What somebody may send instead of a photo: the words of a feature -> the text that is sent.
NO_PHOTOS: dict[str, Callable[[], str]] = {
    "a moving picture": lambda: as_data_uri(picture(kind="gif"), "gif"),
    "a moving picture that says to be a photo": lambda: as_data_uri(picture(kind="gif")),
    "a text": lambda: "a photo of me",
    "a photo of 5 MB": lambda: as_data_uri(picture(weight=5 * MEGABYTE)),
    "a photo of 5 MB and a byte": lambda: as_data_uri(picture(weight=5 * MEGABYTE + 1)),
    "a drawing": lambda: as_data_uri(picture(kind="png"), "png"),
}


def as_data_uri(content: bytes, kind: str = "jpeg") -> str:
    """A picture as it is sent within JSON."""
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


class Faces:
    """The faces of a scenario's people, as the face service sees them."""

    def __init__(self, world: World):
        self._world = world

    @property
    def service(self) -> FaceService:
        """:raises WrongScenario: when the platform asks somebody else."""
        service = self._world.target.face
        if service is None:
            raise WrongScenario("this target asks another face service: tag the scenario @requires.face")
        return service

    @staticmethod
    def photo_in_words() -> dict[str, str]:
        """The photo that people send, as it could stand in a text: the middle of it, in each way of writing bytes."""
        content = picture()
        return {"the photo": base64.b64encode(content).decode()[100:160], "the photo's bytes": content.hex()[100:160]}

    def know(self, person: Person, **figures: float) -> None:
        """The person is enrolled, and a photo of the person is answered with these figures."""
        self.service.know(person.id, **figures)

    def check_in(self, person: Person, site: Site, photo: str | None = None, **more: Any) -> Outcome:
        """Try to check in at the site with a photo: one of the person where no other is given."""
        return self._world.attendance.check_in(person, site, face_photo={"data": photo or as_data_uri(picture())}, **more)

    def check_in_with(self, person: Person, site: Site, what: str) -> Outcome:
        """Try to check in with something else for a photo."""
        return self.check_in(person, site, NO_PHOTOS[what]())

    def check_in_within(self, person: Person, site: Site, seconds: float) -> Outcome:
        """Try to check in with a photo.

        :raises Finding: when that is answered later.
        """
        began = monotonic()
        outcome = self.check_in(person, site)
        if monotonic() - began > seconds:
            raise Finding(f"{person.name} should be answered within {seconds} s on trying to check in with a photo, and "
                          f"was after {monotonic() - began:.1f} s")
        return outcome

    def try_in_vain(self, person: Person, site: Site, times: int) -> None:
        """Try so many times to check in with a photo, while the service is in trouble."""
        for _ in range(times):
            self._world.attendance.require_service_in_trouble(self.check_in(person, site))

    def require_asked_once(self, person: Person) -> None:
        """The service was asked once, about this person and with a photo.

        :raises Finding: showing what it was asked.
        """
        asked = self._asked(person, 1)
        if not asked[0].body.get("photo"):
            raise Finding(f"the face service should be asked to verify a photo of {person.name}, and was asked {asked[0]}")

    def require_tried_alike(self, person: Person) -> None:
        """The service was tried three times, under one id of the request and one key.

        :raises Finding: showing what it was asked.
        """
        asked = self._asked(person, TRIES)
        for header in ("x-request-id", "idempotency-key"):
            if len({each.headers.get(header) for each in asked}) != 1 or not asked[0].headers.get(header):
                raise Finding(f"all tries should carry the same {header}, and carry "
                              f"{[each.headers.get(header) for each in asked]}")

    def require_not_asked(self, person: Person, before: int = 0) -> None:
        """:raises Finding: when the service was asked about the person more often than ``before``."""
        self._asked(person, before)

    def _asked(self, person: Person, times: int) -> list[FaceRequest]:
        """What it was asked about photos of the person; that a face is to be forgotten is no such question."""
        asked = [each for each in self.service.asked_of(person.id) if each.path == VERIFY]
        if len(asked) != times:
            raise Finding(f"the face service should be asked {times} times about {person.name}, and was {len(asked)} times")
        return asked
