"""The service that recognises faces: real HTTP on loopback. It makes of each person's photo what a scenario says."""

from __future__ import annotations

import json

from support.stand_ins.http_service import Asked, HttpService, Reply

PERSONS = "/v1/persons/"


class FaceRequest(Asked):
    """One question that the service was asked."""

    @property
    def person(self) -> str:
        """Whom it is about, by the reference that the platform uses."""
        return self.body.get("person_ref") or self.path.removeprefix(PERSONS)

    def __str__(self) -> str:
        return (f"{self.at:%H:%M:%S.%f} {self.method} {self.path} of {self.person} "
                f"(request id {self.headers.get('x-request-id', 'none')})")


class FaceService(HttpService):
    """One service for a run. It knows nobody at first."""

    name = "face service"
    asked_as = FaceRequest
    requests: list[FaceRequest]

    def _forget(self) -> None:
        super()._forget()
        self.likenesses: dict[str, dict[str, float]] = {}  # person -> what a photo of the person is answered with
        self.qualities: dict[str, float] = {}  # person -> how good the photos are by which the person is enrolled

    def know(self, person: str, distance: float = 0.20, liveness: float = 0.90, confidence: float = 0.95) -> None:
        """Let the person be enrolled, and a photo of the person be answered with these figures."""
        self.likenesses[person] = {"distance": distance, "liveness": liveness, "confidence": confidence}

    def asked_of(self, person: str) -> list[FaceRequest]:
        """What was asked about the person, oldest first."""
        with self._changed:
            return [request for request in self.requests if request.person == person]

    def _as_it_should_be(self, request: FaceRequest) -> Reply:
        if (request.method, request.path) == ("POST", "/v1/verify"):
            known = self.likenesses.get(request.person)
            return Reply(200, json.dumps(known).encode()) if known else Reply(404, b'{"error": "not enrolled"}')
        if (request.method, request.path) == ("POST", "/v1/enrol"):
            self.likenesses.setdefault(request.person, {"distance": 0.20, "liveness": 0.90, "confidence": 0.95})
            return Reply(200, json.dumps({"quality": self.qualities.get(request.person, 0.90)}).encode())
        if request.method == "DELETE" and request.path.startswith(PERSONS):
            self.likenesses.pop(request.person, None)
            return Reply(204)
        return Reply(404, b'{"error": "no such operation"}')
