"""Letting one's face be known: the photos that are sent, and what the face service is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from support.awaiting import await_value
from support.domain.attendance import ATTENDANCE
from support.domain.faces import MEGABYTE, as_data_uri
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.pictures import picture
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

WANTED = 3
LEAST = 480  # pixels, in width and in height
GOOD = f"{WANTED} photos of {LEAST} by {LEAST} pixels"
# What the last of several photos may be instead of what the others are.
LAST_PHOTOS: dict[str, dict[str, Any]] = {
    "of 5 MB": {"weight": 5 * MEGABYTE}, "of 5 MB and a byte": {"weight": 5 * MEGABYTE + 1},
    "479 wide": {"width": LEAST - 1}, "479 high": {"height": LEAST - 1}, "a moving picture": {"kind": "gif"}}
PHOTOS = (r"(?P<count>\d+) (?P<kind>photos|drawings) of (?P<width>\d+) by (?P<height>\d+) pixels"
          rf"(?:, the last (?P<last>{'|'.join(sorted(LAST_PHOTOS, key=len, reverse=True))}))?")


class Enrolments:
    """What people do with their own face."""

    def __init__(self, world: World):
        self._world = world

    def enrol(self, person: Person, sent: list[str] | None = None) -> Outcome:
        """Try to have the person's face enrolled, by three good photos where no others are given."""
        return self._ask(person, "have the face enrolled", "POST", "/face-enrolments", {
            "photos": photos(GOOD) if sent is None else sent})

    def take_back(self, person: Person) -> Outcome:
        return self._ask(person, "have the face forgotten", "DELETE", "/face-enrolments/me")

    def find_good(self, person: Person, quality: float) -> None:
        """Let the face service find the person's photos so good."""
        self._world.faces.service.qualities[person.id] = quality

    # What must be true

    def require_enrolled(self, person: Person, quality: float) -> None:
        """The person finds the own enrolment, of this quality, and the face service was given the photos once.

        :raises Finding: naming what differs.
        """
        record = self._own(person).record
        told = [request for request in self._world.faces.service.asked_of(person.id) if request.path == "/v1/enrol"]
        if (record["status"], record["quality"], record["person_id"]) != ("active", quality, person.id):
            raise Finding(f"{person.name} should be enrolled with a quality of {quality}, and finds {record}")
        if len(told) != 1 or len(told[0].body["photos"]) != WANTED:
            raise Finding(f"the face service should be given three photos of {person.name} once, and was asked "
                          f"{self._world.faces.service.transcript()}")

    def require_not_enrolled(self, person: Person) -> None:
        """:raises Finding: when the person finds an enrolment."""
        self._own(person).require_refused("unknown")

    def require_asked_nothing(self, person: Person) -> None:
        """:raises Finding: when the face service was asked anything about the person."""
        asked = self._world.faces.service.asked_of(person.id)
        if asked:
            raise Finding(f"the face service should be asked nothing about {person.name}, and was: {asked[0]}")

    def await_forgotten(self, person: Person) -> None:
        """The face service was told, last of all, to forget the person, and knows the person no more.

        :raises Finding: when it was not in time.
        """
        service = self._world.faces.service
        await_value(lambda: [request.method for request in service.asked_of(person.id)],
                    lambda methods: methods[-1:] == ["DELETE"] and person.id not in service.likenesses,
                    within=self._world.await_seconds,
                    words=lambda methods: f"the face service should be told to forget {person.name}, and was asked "
                                          f"{methods or 'nothing'}")

    def _own(self, person: Person) -> Outcome:
        return self._ask(person, "read the own enrolment", "GET", "/face-enrolments/me")

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, f"{ATTENDANCE}{path}", token=person.access_token,
                                                                json_body=body))


def photos(text: str) -> list[str]:
    """What "3 photos of 480 by 640 pixels, the last 479 wide" are, as they are sent."""
    said = re.fullmatch(PHOTOS, text).groupdict()
    kind = "png" if said["kind"] == "drawings" else "jpeg"
    alike = {"width": int(said["width"]), "height": int(said["height"]), "kind": kind}
    each = [alike] * int(said["count"])
    if said["last"]:
        each[-1] = alike | LAST_PHOTOS[said["last"]]
    return [as_data_uri(picture(**one), kind) for one in each]
