"""Refusals of every kind and of every operation: their one shape, and what they must not tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from support.domain.generations import V1, V2
from support.domain.interface import of_nobody
from support.domain.outages import inner_detail
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import few_at_a_time
from support.drivers.http import Answer
from support.drivers.one_connection import OneConnection
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE")
MISSIONS = f"{V2}/missions"
MOST_BYTES = 10 * 1024 * 1024  # of a JSON body


@dataclass(frozen=True)
class Refused:
    """A refusal on a connection of its own; ``again`` answers the next call on it, where it was not to be closed."""

    answer: Answer
    is_announced: bool
    again: Answer | None
    is_closed: bool

CALLS_OF_ONE = 500  # of the 600 that may come from one address in a minute

class Refusals:
    """Asks for what is refused. ``answers`` are those of the last sentence."""

    def __init__(self, world: World):
        self._world = world
        self._answers: list[Answer] = []

    def provoke(self, person: Person) -> None:
        """Refusals of each kind, some of them of what no decent program sends."""
        name = {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"]}
        made = self._ask(201, person, "POST", MISSIONS, json_body=name).json["id"]
        self._answers = [
            self._world.http.ask("GET", f"{V2}/me"),
            self._world.http.ask("GET", f"{V2}/me", token="not.a.token"),
            self._ask(403, person, "PATCH", f"{V2}/people/{person.id}", json_body={"role": "viewer"}),
            self._ask(404, person, "GET", f"{MISSIONS}/1%27%20OR%20%271%27=%271"),
            self._ask(404, person, "GET", f"{V2}/..%2f..%2fetc%2fpasswd"),
            self._ask(405, person, "PUT", MISSIONS, json_body={}),
            self._ask(409, person, "POST", f"{MISSIONS}/{made}/pause"),
            self._ask(409, person, "PATCH", f"{MISSIONS}/{made}", json_body={"name": "Other", "version": 7}),
            self._ask(400, person, "POST", MISSIONS, content=b"\xff\xfe{", headers={"Content-Type": "application/json"}),
            self._ask(400, person, "POST", MISSIONS, content=b"[" * 100_000, headers={"Content-Type": "application/json"}),
            self._ask(400, person, "POST", MISSIONS, content=b'{"name": NaN}', headers={"Content-Type": "application/json"}),
            self._ask(415, person, "POST", MISSIONS, content=b"<mission/>", headers={"Content-Type": "application/xml"}),
            self._ask(422, person, "POST", MISSIONS, json_body=name | {"name": "a\x00b"}),
            self._ask(422, person, "POST", MISSIONS, content=b'{"name": "\\ud800"}',
                      headers={"Content-Type": "application/json"}),
            self._ask(422, person, "POST", MISSIONS, json_body=name | {"constraints": {"pause_ms": 10**40}}),
            self._ask(422, person, "POST", MISSIONS, json_body=name | {"rule_ids": [made]}),
            self._ask(422, person, "GET", f"{MISSIONS}?offset=99999999999999999999"),
            self._ask(422, person, "GET", f"{MISSIONS}?status=%00"),
            self._taken(person),
        ]

    def _taken(self, person: Person) -> Answer:
        """A tenant's slug that is given already: only a constraint of the database knows."""
        sent = {"tenant_name": "Again", "tenant_slug": person.tenant.slug, "email": self._world.data.email("again"),
                "password": self._world.data.password(), "full_name": "Nadia North"}
        self._world.mask.learn(sent["password"])
        return self._world.http.ask("POST", f"{V1}/auth/register", json_body=sent)

    def _ask(self, status: int, person: Person, method: str, path: str, **how: Any) -> Answer:
        answer = self._world.http.ask(method, path, token=person.access_token, **how)
        if answer.status != status:
            raise Finding(f"{answer.words} should be answered with {status}, and was with {answer.status}: {answer.excerpt}")
        return answer

    def require_one_shape(self) -> None:
        """Each is a problem document with its status and its request id.

        :raises Finding: naming the first that is not.
        """
        for answer in self._answers:
            problem = answer.json
            absent = [name for name in ("type", "title", "detail") if not problem.get(name)]
            if (answer.media_type != "application/problem+json" or problem.get("status") != answer.status or absent
                    or not answer.request_id or problem.get("instance") != answer.request_id):
                raise Finding(f"the refusal of {answer.words} should be a problem document with its status and request id, "
                              f"and is {answer.media_type}: {answer.excerpt}")

    def require_nothing_inner(self) -> None:
        """:raises Finding: naming the first that shows something of the platform's inside."""
        for answer in self._answers:
            shown = inner_detail(answer.text)
            if shown:
                raise Finding(f"the refusal of {answer.words} ({answer.status}) should tell nothing of the inside, and "
                              f"shows {'; '.join(shown)}")

    def refuse_on_one_connection(self, person: Person) -> list[Refused]:
        """Each kind of refusal, on a connection of its own, and what became of the connection."""
        signed_in = {"Authorization": f"Bearer {person.access_token}"}
        json_type = {"Content-Type": "application/json"} | signed_in
        asked: list[tuple[int, str, str, dict[str, str], bytes | None]] = [
            (401, "GET", f"{V2}/me", {}, None), (403, "GET", f"{V2}/me", signed_in | {"X-Tenant": "nobody"}, None),
            (404, "GET", f"{MISSIONS}/nothing", signed_in, None), (404, "GET", "/nothing", {}, None),
            (405, "PUT", MISSIONS, json_type, b"{}"), (400, "POST", MISSIONS, json_type, b"no JSON"),
            (415, "POST", MISSIONS, {"Content-Type": "text/plain"} | signed_in, b"name"),
            (422, "POST", MISSIONS, json_type, b"{}"), (413, "POST", MISSIONS, json_type, b" " * (MOST_BYTES + 1)),
        ]
        found = []
        for status, *request in asked:
            with OneConnection(self._world.target.base_url, self._world.evidence) as connection:
                answer = connection.ask(*request)
                if answer.status != status:
                    raise Finding(f"{answer.words} should be answered with {status}, and was with {answer.status}: "
                                  f"{answer.excerpt}")
                announced = answer.headers.get("Connection", "").lower() == "close"
                again = None if announced else connection.ask("GET", "/health/live")
                found.append(Refused(answer, announced, again, connection.is_closed() if announced else False))
        return found

    def require_usable_or_closed(self, refused: list[Refused]) -> None:
        """After each refusal the next call on the connection was answered, or the connection was ended as announced.

        :raises Finding: naming the first for which that is not so.
        """
        for each in refused:
            if each.is_announced and not each.is_closed:
                raise Finding(f"after {each.answer.words} ({each.answer.status}) the connection should be closed, as was "
                              "announced, and is not")
            if each.again is not None and each.again.status != 200:
                raise Finding(f"after {each.answer.words} ({each.answer.status}) the next call on the connection should be "
                              f"answered with 200, and was with {each.again.status}: {each.again.excerpt}")

    # Of every operation

    def require_sign_in(self, but: list[str]) -> None:
        """Whoever is not signed in is refused everywhere, but at the operations of these names.

        :raises Finding: naming the operations that are otherwise.
        """
        interface = self._world.interface
        open_ones = set()
        for token in (None, "not.a.token"):
            for operation, answer in interface.try_all_in_vain(interface.operations, token):
                if answer.status == 401:
                    Outcome("a stranger", f"ask {operation.name}", answer).require_refused("not signed in")
                else:
                    open_ones.add(operation.name)
        if sorted(open_ones) != sorted(but):
            wrongly_open, wrongly_shut = sorted(open_ones - set(but)), sorted(set(but) - open_ones)
            raise Finding("whoever is not signed in should be refused everywhere but where it is said: "
                          f"open are also {', '.join(wrongly_open) or 'none'}; shut are {', '.join(wrongly_shut) or 'none'}")

    def require_other_verbs_refused(self, person: Person) -> None:
        """Each verb that a path does not know is refused, and the refusal names exactly those that it knows. Such calls
        are counted by address: where they are more than one may make in a minute, they go on from another.

        :raises Finding: naming the first that is otherwise.
        """
        known: dict[str, set[str]] = {}
        for operation in self._world.interface.operations:
            known.setdefault(operation.path, set()).add(operation.method)
        asked = [(verb, path, verbs) for path, verbs in known.items() for verb in sorted(set(VERBS) - verbs)]
        for some in range(0, len(asked), CALLS_OF_ONE):
            address = self._world.target.address_of(f"{person.email} {some}")
            these = asked[some:some + CALLS_OF_ONE]
            answers = few_at_a_time(
                partial(self._world.http.ask, verb, of_nobody(path), token=person.access_token, from_address=address)
                for verb, path, _ in these)
            for (verb, path, verbs), answer in zip(these, answers, strict=True):
                told = {each.strip() for each in answer.headers.get("Allow", "").split(",")}
                if answer.status != 405 or told != verbs:
                    raise Finding(f"{verb} {path} should be answered with 405 and Allow: {', '.join(sorted(verbs))}, and "
                                  f"was with {answer.status} and Allow: {answer.headers.get('Allow')!r}")
                self._answers = [answer]
                self.require_one_shape()

    def require_described(self, begins: list[str], names: list[str]) -> None:
        """The operations whose paths begin so are exactly these.

        :raises Finding: naming what is too much, and what is absent.
        """
        described = {each.name for each in self._world.interface.operations if each.path.startswith(tuple(begins))}
        if described != set(names):
            raise Finding(f"the description should list exactly these operations: absent are "
                          f"{', '.join(sorted(set(names) - described)) or 'none'}, too many are "
                          f"{', '.join(sorted(described - set(names))) or 'none'}")

    def require_no_id_unknown(self, person: Person, texts: list[str]) -> None:
        """What is no id is answered at each path exactly as an id that nobody has.

        :raises Finding: naming the first that is not.
        """
        paths = [each.path for each in self._world.interface.signed_in()
                 if each.method == "GET" and each.path.endswith("}") and each.path.count("{") == 1]
        for path in paths:
            nobodys, *others = few_at_a_time(
                partial(self._world.http.ask, "GET", asked, token=person.access_token)
                for asked in (of_nobody(path), *(f"{path.partition('{')[0]}{text}" for text in texts)))
            for text, other in zip(texts, others, strict=True):
                outcome = Outcome(person.name, f"read {path} with {text!r}", other)
                outcome.require_unknown_like(Outcome(person.name, f"read {path}", nobodys))
