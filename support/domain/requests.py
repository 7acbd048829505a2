"""Requests that a scenario words itself, for those who speak of requests and answers."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.outcomes import PROBLEM_DOCUMENT
from support.domain.people import Person
from support.drivers.http import Answer
from support.drivers.one_connection import OneConnection
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World


@dataclass
class Request:
    """What is to be sent."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    token: str | None = None


class Requests:
    """Words a request, sends it, and looks at its answer."""

    def __init__(self, world: World):
        self._world = world
        self._request: Request | None = None
        self._answer: Answer | None = None
        self._answers: list[Answer] = []  # the latest last
        self._record_path: str | None = None  # of the record that was answered last

    def word(self, method: str, path: str) -> Request:
        """Begin a request; what follows is said of it until it is sent."""
        self._request = Request(method, path)
        return self._request

    @property
    def request(self) -> Request:
        if self._request is None:
            raise WrongScenario('no request is worded yet: begin with: Given a request GET "/path"')
        return self._request

    @property
    def answer(self) -> Answer:
        if self._answer is None:
            raise WrongScenario("no request was sent yet")
        return self._answer

    def send(self, with_request_id: bool = True) -> None:
        """Send what was worded."""
        request = self.request
        headers = dict(request.headers)
        if request.body is not None:
            headers.setdefault("Content-Type", "application/json")
        self._answer = self._world.http.ask(request.method, request.path, token=request.token, content=request.body,
                                            headers=headers, cookies=request.cookies, with_request_id=with_request_id)
        self._answers.append(self._answer)

    def ask(self, person: Person, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None,
            ) -> Answer:
        """Word a request in the person's name, and send it."""
        request = self.word(method, path)
        request.token, request.body = person.access_token, body
        request.headers |= headers or {}
        self.send()
        return self.answer

    def ask_without(self, person: Person, path: str, name: str) -> Answer:
        """Ask in the person's name, without a header that every client sends."""
        headers = {"Authorization": f"Bearer {person.access_token}", "Accept": "*/*", "User-Agent": "muster"}
        with self._connection() as connection:
            self._answer = connection.ask("GET", path, {each: headers[each] for each in headers if each != name})
        self._answers.append(self._answer)
        return self._answer

    def send_bare_verbs(self, person: Person, path: str, verbs: list[str]) -> None:
        """Each verb of the record at ``path``, one after the other, with neither body nor kind of content.

        :raises Finding: at the first that is not carried out.
        """
        for verb in verbs:
            with self._connection() as connection:
                self._answer = connection.ask("POST", f"{path}/{verb}", {"Authorization": f"Bearer {person.access_token}"})
            self.require_status(200)

    def require_alike(self) -> None:
        """The latest two answers have the same status, kind of content and body.

        :raises Finding: naming what differs.
        """
        first, again = self._answers[-2:]
        for answer in (first, again):
            self._answer = answer
            self.require_json_in_utf8()
        if (first.status, first.body) != (again.status, again.body):
            raise Finding(f"{again.words} should be answered as before ({first.status}: {first.excerpt}), and was with "
                          f"{again.status}: {again.excerpt}")

    def create_mission_of(self, person: Person, text: str) -> None:
        """A mission over a host that nobody asks, with this name and description."""
        sent = {"name": text, "description": text, "scope": ["127.0.0.1"], "goals": ["report"]}
        self.ask(person, "POST", f"{V2}/missions", json.dumps(sent))
        self.require_status(201)
        self._world.sent["text"] = text

    def require_text_unchanged(self, person: Person) -> None:
        """Reading the mission of the latest answer shows its text as it was sent.

        :raises Finding: when it shows another.
        """
        self.ask_of_answered(person, "GET")
        self.require_status(200)
        for field_name in ("name", "description"):
            self.require_field(field_name, self._world.sent["text"])

    def send_what_is_no_http(self) -> None:
        """Send a line that nobody can read as a request."""
        with self._connection() as connection:
            self._answer = connection.send(b"WHO IS THERE?\r\n\r\n", "something that is no HTTP")

    def send_of_size(self, person: Person, path: str, size: int) -> None:
        """A JSON body of exactly so many bytes: an object with one long text."""
        beginning, ending = b'{"name": "', b'"}'
        body = beginning + b"x" * (size - len(beginning) - len(ending)) + ending
        self._answer = self._world.http.ask("POST", path, token=person.access_token, content=body,
                                            headers={"Content-Type": "application/json"})

    def _connection(self) -> OneConnection:
        return OneConnection(self._world.target.base_url, self._world.evidence)

    def ask_of_answered(self, person: Person, method: str, body: str | None = None) -> None:
        """Ask for the record that the latest answer with an id was of, at the address of that record."""
        if "id" in (self.answer.json if self.answer.body else {}):
            self._record_path = f"{self.request.path.split('/' + self.answer.json['id'])[0]}/{self.answer.json['id']}"
        if self._record_path is None:
            raise WrongScenario("no answer named a record yet")
        self.ask(person, method, self._record_path, body)

    def require_status(self, status: int) -> None:
        """:raises Finding: when the answer has another."""
        if self.answer.status != status:
            raise Finding(f"{self.answer.words} should be answered with {status}, and was with {self.answer.status}: "
                          f"{self.answer.excerpt}")

    def require_header(self, name: str, value: str) -> None:
        """:raises Finding: when the answer's header is another or absent."""
        if self.answer.headers.get(name) != value:
            raise Finding(f"the answer to {self.answer.words} should carry {name}: {value}, "
                          f"and carries {self.answer.headers.get(name)!r}")

    def require_no_header(self, name: str) -> None:
        """:raises Finding: when the answer has it."""
        if name in self.answer.headers:
            raise Finding(f"the answer to {self.answer.words} should carry no {name}, and carries "
                          f"{self.answer.headers[name]!r}")

    def require_no_permission(self) -> None:
        """The answer lets no page of another origin read it.

        :raises Finding: when it does.
        """
        given = [f"{name}: {value}" for name, value in self.answer.headers.items()
                 if name.lower().startswith("access-control-")]
        if given:
            raise Finding(f"the answer to {self.answer.words} should let no page of another origin in, and carries "
                          f"{'; '.join(given)}")

    def require_json_in_utf8(self) -> None:
        """:raises Finding: when the answer says that it is something else, or is."""
        kind = self.answer.headers.get("Content-Type", "")
        if kind.lower().replace(" ", "") != "application/json;charset=utf-8":
            raise Finding(f"the answer to {self.answer.words} should say that it is JSON in UTF-8, and says {kind!r}")
        try:
            json.loads(self.answer.body.decode("utf-8"))
        except ValueError as fault:
            raise Finding(f"the answer to {self.answer.words} should be JSON in UTF-8, and is not: {fault}") from None

    def require_faults(self, expected: list[tuple[str, str]]) -> None:
        """Refused for exactly these faults (field and code), each with words.

        :raises Finding: naming those that were told.
        """
        self.require_problem(422)
        told = self.answer.json.get("errors")
        faults = sorted((fault["field"], fault["code"]) for fault in told or ())
        if faults != sorted(expected):
            raise Finding(f"{self.answer.words} should be refused for exactly these faults: {sorted(expected)}; and is for "
                          f"{faults}")
        unclear = [fault["field"] for fault in told if not str(fault.get("message", "")).strip()]
        if unclear:
            raise Finding(f"each fault should be told in words, and these are not: {', '.join(unclear)}")

    def require_field(self, path: str, expected: Any) -> None:
        """The field at ``path`` (``items.0.name``) is exactly this.

        :raises Finding: when it is another or absent.
        """
        value = self._field(path)
        if value != expected:
            raise Finding(f"in the answer to {self.answer.words} {path} should be {json.dumps(expected)}, "
                          f"and is {json.dumps(value)}")

    def require_request_id(self, path: str) -> None:
        """The answer has a request id, and the field at ``path`` is the same.

        :raises Finding: when there is none, or it is another.
        """
        if not self.answer.request_id:
            raise Finding(f"the answer to {self.answer.words} should have a request id, and has none")
        self.require_field(path, self.answer.request_id)

    def require_names(self, path: str) -> None:
        """The field at ``path`` is a list of names, at least one and each once.

        :raises Finding: when it is anything else or absent.
        """
        value = self._field(path)
        is_list = isinstance(value, list) and all(isinstance(name, str) and name for name in value)
        if not is_list or not value or len(set(value)) != len(value):
            raise Finding(f"in the answer to {self.answer.words} {path} should be a list of names, each once, "
                          f"and is {json.dumps(value)}")

    def _field(self, path: str) -> Any:
        value = self.answer.json
        for name in path.split("."):
            if isinstance(value, list) and name.isdigit() and int(name) < len(value):
                value = value[int(name)]
            elif isinstance(value, dict) and name in value:
                value = value[name]
            else:
                raise Finding(f"the answer to {self.answer.words} should have {path}, and has not: {self.answer.excerpt}")
        return value

    def require_problem(self, status: int) -> None:
        """The answer is a refusal in the platform's one shape.

        :raises Finding: naming what differs.
        """
        self.require_status(status)
        if self.answer.media_type != PROBLEM_DOCUMENT:
            raise Finding(f"the refusal of {self.answer.words} should be a problem document, "
                          f"and is {self.answer.media_type!r}")
        self.require_field("status", status)
        self.require_field("instance", self.answer.request_id)
        missing = [name for name in ("type", "title", "detail") if not self.answer.json.get(name)]
        if missing:
            raise Finding(f"the refusal of {self.answer.words} should have {', '.join(missing)}: {self.answer.excerpt}")
