"""Sends what nobody thought of, in the names of the suite's own people, and looks at every answer."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from support.domain.comparing import some_of
from support.domain.people import Person
from support.drivers.contract import disagreements
from support.drivers.http import Exchange
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.made_up import MadeUp
    from support.world import World

_LEFT_OUT = ("/auth/logout", "/sessions/{session_id}", "/suspend")  # after which nothing would be answered any more
_LONGEST = 120  # characters of a request that a message shows


class Probing:
    """Bounded in number, and the same again for the same seed."""

    def __init__(self, world: World):
        self._world = world
        self._seen: list[tuple[MadeUp, Exchange]] = []

    def send(self, count: int, people: list[Person]) -> None:
        """So many requests, each in the name of one of the people, or of nobody."""
        from hypothesis import HealthCheck, Phase, given, seed, settings
        from hypothesis import strategies as st

        from support.domain import made_up

        description = self._world.target.description
        operations = tuple(each for each in description.operations if not each.path.endswith(_LEFT_OUT))
        self._world.interface.spared |= {person.id for person in people}  # who is deactivated can ask nothing more
        known = self._world.interface.known_ids(people[0])

        @seed(self._world.target.settings.seed)
        @settings(max_examples=count, database=None, deadline=None, phases=[Phase.generate], print_blob=False,
                  suppress_health_check=list(HealthCheck))
        @given(made_up.requests(operations, description.document, known), st.sampled_from([*people, *people, None]))
        def probe(request: MadeUp, person: Person | None) -> None:
            self._ask(request, person)

        probe()

    def require_kept(self, foreign: Person) -> None:
        """No internal error, no answer beyond the description, nothing of another tenant's; and most were signed in.

        :raises Finding: naming the requests that were answered otherwise.
        """
        world = self._world
        faults = []
        for request, exchange in self._seen:
            words = disagreements(world.target.description, [exchange], world.mask)
            shown = [each for each in (foreign.email, foreign.tenant.slug, foreign.tenant.id, foreign.id)
                     if each in exchange.answer.text and not _is_above_tenants(request)]
            words += [f"{request.operation.name} shows {' and '.join(shown)} of {foreign.tenant.name}"] if shown else []
            faults += [f"{each}, when sent {self._shown(request)}" for each in words]
        if faults:
            raise Finding(f"whatever is sent, the answer should be one that the description knows: {some_of(faults)}")
        statuses = Counter(exchange.answer.status for _, exchange in self._seen)
        if (statuses[401] + statuses[429]) * 2 > len(self._seen):
            told = ", ".join(f"{count} times {status}" for status, count in statuses.most_common())
            raise Finding(f"most requests were refused before they were looked at, which shows nothing: {told}")

    def _ask(self, request: MadeUp, person: Person | None) -> None:
        headers = dict(request.headers)
        if _is_above_tenants(request):
            headers["X-Platform-Key"] = self._world.target.platform_key
        if request.content is not None:
            headers.setdefault("Content-Type", "application/json")
        self._world.http.ask(
            request.operation.method, request.path, token=person.access_token if person else None, headers=headers,
            parameters=request.parameters or None, content=request.content)
        self._seen.append((request, self._world.http.exchanges[-1]))

    def _shown(self, request: MadeUp) -> str:
        parts = [request.path, *(f"{name}={value!r}" for name, value in request.parameters.items()),
                 *(f"{name}: {value}" for name, value in request.headers.items()),
                 "" if request.content is None else request.content.decode("utf-8", "replace")]
        words = self._world.mask(re.sub(r"\s+", " ", " ".join(filter(None, parts))))
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _is_above_tenants(request: MadeUp) -> bool:
    return request.operation.path.startswith("/platform/")
