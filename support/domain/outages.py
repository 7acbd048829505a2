"""What the platform still does while a part of it is away, what it says of that, and how soon it is well again."""

from __future__ import annotations

import json
import re
import socket
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.awaiting import await_value
from support.domain.generations import V2
from support.domain.missions import Mission
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.http import Answer
from support.drivers.one_connection import OneConnection
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

READY = "/health/ready"
RETRY_AFTER_SECONDS = "5"
LEAVES_WITHIN_SECONDS = 10.0
# What nobody outside should read: the inside of the platform, however it failed.
INNER_DETAIL = {
    "a stack": r"Traceback|File \"|\bline \d+, in\b",
    "SQL": r"(?i)\bselect\b.+\bfrom\b|\binsert into\b|\bupdate \w+ set\b|\bdelete from\b|\bwhere\b.+=|\[SQL",
    "a constraint or an index": r"\w+_(?:key|idx|fkey|check|pkey)\b|(?i:violates .* constraint)",
    "a driver's or library's text": r"(?i)psycopg|sqlalchemy|asyncpg|pydantic|starlette|fastapi|uvicorn|celery|kombu"
                                    r"|sqlstate|connection refused|errno|server closed the connection|could not connect",
    "an exception's class": r"\b[A-Z]\w*(?:Error|Exception)\b",
    "a path of its files": r"/(?:usr|home|work|root|tmp|opt|var|srv|app)/|site-packages|\.py\b",
    "an address of its parts": r"\b127\.0\.0\.1\b|\blocalhost\b|postgres(?:ql)?://|redis://|\bport \d+",
}


def inner_detail(text: str) -> list[str]:
    """What of the platform's inside an answer shows, in words with the piece that shows it."""
    return [f"{what} ({found[0]!r})" for what, pattern in INNER_DETAIL.items() if (found := re.search(pattern, text))]


def is_taken(host: str | None, port: int | None) -> bool:
    """Whether somebody takes connections there."""
    try:
        socket.create_connection((host, port), timeout=1.0).close()
    except OSError:
        return False
    return True


class Outages:
    """Asks while something is away."""

    def __init__(self, world: World):
        self._world = world
        self._left_answer: Answer | None = None  # to the call that was on its way
        self._left_in = 0.0

    def leave_with_call_on_its_way(self, person: Person) -> None:
        """Send half of a call, tell the platform to leave, and send the rest once it takes no new connection."""
        body = json.dumps({"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"]}).encode()
        place = urlsplit(self._world.target.base_url)
        head = (f"POST {V2}/missions HTTP/1.1\r\nHost: {place.netloc}\r\nAuthorization: Bearer {person.access_token}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode()
        with OneConnection(self._world.target.base_url, self._world.evidence) as connection:
            connection.ask("GET", "/health/live")  # the connection is the platform's, not only the machine's
            connection.begin(head + body[:10])
            began = monotonic()
            leaving = Thread(target=self._world.operations.end_platform, name="the platform leaves")
            leaving.start()
            await_value(lambda: is_taken(place.hostname, place.port), lambda taken: not taken, within=LEAVES_WITHIN_SECONDS,
                        words=lambda _: "a platform that was told to leave should take no new connection, and does")
            connection.begin(body[10:])
            self._left_answer = connection.answer(f"POST {V2}/missions", "POST", head + body)
            leaving.join()
        self._left_in = monotonic() - began

    def require_call_answered(self) -> None:
        """:raises Finding: when the call that was on its way was not carried out."""
        answer = self._left_answer
        if answer.status != 201:
            raise Finding(f"{answer.words}, on its way when the platform was told to leave, should be answered with 201, "
                          f"and was with {answer.status}: {answer.excerpt}")

    def require_gone_within(self, seconds: float) -> None:
        """:raises Finding: when the platform took longer to leave, or somebody still listens at its port."""
        place = urlsplit(self._world.target.base_url)
        if self._left_in > seconds or is_taken(place.hostname, place.port):
            raise Finding(f"the platform should be gone within {seconds} s and its port free, and was gone after "
                          f"{self._left_in:.1f} s")

    def require_ready_in(self, taken: float, seconds: float) -> None:
        """:raises Finding: when the platform took longer until it was ready."""
        if taken > seconds:
            raise Finding(f"the platform should be ready within {seconds} s of its start, and was after {taken:.1f} s")

    def require_not_ready(self, down: dict[str, str]) -> None:
        """The platform says that it is not ready, and of each component whether it is up.

        :raises Finding: naming what it says instead.
        """
        answer = self._world.http.ask("GET", READY)
        said = answer.json.get("components")
        if answer.status != 503 or said != down:
            raise Finding(f"the platform should say that it is not ready, with {down}, and says ({answer.status}) {said}")
        self._require_unavailable(answer, [name for name, word in down.items() if word == "down"])

    def require_nothing_served(self, person: Person, component: str) -> None:
        """Whatever the person asks for is refused as unavailable, and the refusal names this component and nothing inside.

        :raises Finding: naming the first operation that is answered otherwise.
        """
        interface = self._world.interface
        for _, answer in interface.try_all_in_vain(interface.signed_in(), person.access_token):
            self._require_unavailable(answer, [component])
        for outcome in (self._world.accounts.sign_in(person), self._world.accounts.refresh(person)):
            self._require_unavailable(outcome.answer, [component])

    def _require_unavailable(self, answer: Answer, components: list[str]) -> None:
        Outcome("somebody", f"ask {answer.words}", answer).require_refused("unavailable")
        unnamed = [name for name in components if name not in answer.json["detail"]]
        if unnamed:
            raise Finding(f"the refusal of {answer.words} should name {', '.join(unnamed)}, and says: "
                          f"{answer.json['detail']}")
        if answer.headers.get("Retry-After") != RETRY_AFTER_SECONDS:
            raise Finding(f"the refusal of {answer.words} should say to try again after {RETRY_AFTER_SECONDS} seconds, and "
                          f"says {answer.headers.get('Retry-After')!r}")
        shown = inner_detail(answer.text)
        if shown:
            raise Finding(f"the refusal of {answer.words} should tell nothing of the inside, and shows {'; '.join(shown)}")

    def await_served(self, person: Person, seconds: float) -> None:
        """What the person reads is answered again, within so many seconds.

        :raises Finding: when it is not.
        """
        for path in ("/me", "/missions", "/people"):
            await_value(lambda path=path: self._world.http.ask("GET", f"{V2}{path}", token=person.access_token),
                        lambda answer: answer.status == 200, within=seconds,
                        words=lambda answer: f"{person.name} should be served again, and {answer.words} is answered with "
                                             f"{answer.status}: {answer.excerpt}")

    def require_refused_and_unchanged(self, person: Person, tried: list[tuple[str, Mission]]) -> None:
        """Each of these verbs is refused as unavailable, and the mission is what it was.

        :raises Finding: naming the first for which that is not so.
        """
        for verb, mission in tried:
            outcome = self._world.missions.try_it(verb, mission, person)
            self._require_unavailable(outcome.answer, ["redis"])
            self._world.missions.require_unchanged(mission)
