"""How often people may call: what each answer says of it, and what becomes of the call after the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once, few_at_a_time
from support.drivers.http import Answer
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

HEADERS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
WATCHED = ("/health/live", "/health/ready")
SOMEWHERE = f"{V2}/missions/nothing"  # a short answer, for those who only count
LIMITED_BY_THEMSELVES = ("POST /api/v2/exports/batch",)


@dataclass(frozen=True)
class Standing:
    """What an answer says of the caller's limit."""

    limit: int
    left: int
    reset: int

    @classmethod
    def told_by(cls, answer: Answer) -> Standing:
        """:raises Finding: when the answer does not say it, or not in numbers."""
        said = {name: answer.headers.get(name) for name in HEADERS}
        if not all(text and text.isascii() and text.isdigit() for text in said.values()):
            raise Finding(f"the answer to {answer.words} ({answer.status}) should say its limit, what is left of it and "
                          f"when it is counted anew, each as a number, and says {said}")
        return cls(*(int(text) for text in said.values()))


class CallLimits:
    """Calls that are counted. ``answers`` are those of the last sentence."""

    def __init__(self, world: World):
        self._world = world
        self._answers: list[Answer] = []

    # Calling

    def call(self, person: Person, times: int, **how: Any) -> None:
        """Ask so many times for a mission that nobody has."""
        self._answers = [self._ask(person, **how) for _ in range(times)]

    def call_at_once(self, person: Person, times: int) -> None:
        """The same, all at the same moment."""
        self._answers = at_once([lambda: self._ask(person)] * times)

    def call_in_every_way(self, person: Person) -> None:
        """Calls that are answered in each way in which calls of a signed-in person can be answered."""
        new = {"name": "Round", "scope": ["127.0.0.1"], "goals": ["report"]}
        self._answers = []
        made = self._one(person, 201, "POST", "/missions", new)
        self._one(person, 200, "GET", "/missions")
        self._one(person, 403, "GET", "/me", headers={"X-Tenant": self._world.data.slug("nobody")})
        self._one(person, 403, "PATCH", f"/people/{person.id}", {"role": "viewer"})
        self._one(person, 404, "GET", f"/missions/{uuid4()}")
        self._one(person, 409, "POST", f"/missions/{made.json['id']}/pause")
        self._one(person, 400, "POST", "/missions", content="no JSON")
        self._one(person, 415, "POST", "/missions", content="name=x", headers={"Content-Type": "text/plain"})
        self._one(person, 422, "POST", "/missions", {})
        self._one(person, 204, "DELETE", f"/missions/{made.json['id']}")

    def _one(self, person: Person, status: int, method: str, path: str, body: Any = None, **how: Any) -> Answer:
        answer = self._world.http.ask(method, f"{V2}{path}", token=person.access_token, json_body=body, **how)
        if answer.status != status:
            raise Finding(f"{answer.words} should be answered with {status}, and was with {answer.status}: {answer.excerpt}")
        self._answers.append(answer)
        return answer

    def call_everything(self, person: Person) -> None:
        """Each operation that needs a sign-in and has no limit of its own, once and in vain."""
        interface = self._world.interface
        counted_with_all = [each for each in interface.signed_in() if each.name not in LIMITED_BY_THEMSELVES]
        self._answers = [answer for _, answer in interface.try_all_in_vain(counted_with_all, person.access_token)]

    def use_up(self, person: Person) -> None:
        """Call until nothing is left, who has not called yet; each call has to be served, and to count for one.

        :raises Finding: when a call is refused, or does not count for one.
        """
        first = self._ask(person)
        told = Standing.told_by(first)
        self._answers = [first, *few_at_a_time([partial(self._ask, person)] * told.left)]
        self.require_each_number(told.left + 1, 0, told.left)
        for answer in self._answers:
            if answer.status == 429 or Standing.told_by(answer).limit != told.limit:
                raise Finding(f"{person.name} should be served as often as was said ({told.left} more of {told.limit}), "
                              f"and was answered {answer.status} with {Standing.told_by(answer)}: {answer.excerpt}")

    def _ask(self, person: Person, **how: Any) -> Answer:
        return self._world.http.ask("GET", SOMEWHERE, token=person.access_token, **how)

    def call_forwarded(self, person: Person, times: int) -> None:
        """Calls that say that they were forwarded, each for somebody else, and each from another address."""
        self._answers = [self._ask(person, headers=forwarded_for(number), from_address=self.address(f"place {number}"))
                         for number in range(1, times + 1)]

    def watch_between(self, times: int) -> None:
        """Ask for the version, so many times for the health, and again for the version: all from one address."""
        place = self.address("the watch")
        paths = ["/api/version", *WATCHED * times, "/api/version"]
        self._answers = [self._world.http.ask("GET", path, from_address=place) for path in paths]

    # Signing in

    def sign_in(self, person: Person, place: str, times: int = 1, forwarded: bool = False) -> list[Outcome]:
        """Sign in so many times from one address, each time forwarded for another one where that is said."""
        address = self.address(place)
        outcomes = [self._world.accounts.sign_in(
            person, from_address=address, further_headers=forwarded_for(number) if forwarded else {})
            for number in range(1, times + 1)]
        self._answers = [outcome.answer for outcome in outcomes]
        return outcomes

    def address(self, place: str) -> str:
        """An address that this scenario calls so.

        :raises WrongScenario: where the platform cannot be asked from one of our choice.
        """
        address = self._world.target.address_of(f"{self._world.trace.prefix} {place}")
        if address is None:
            raise WrongScenario("this target cannot be asked from an address of our choice: tag the scenario "
                                "@requires.addresses")
        return address

    # What must be true

    def require_counted_down(self, limit: int) -> None:
        """Each of the answers, the first that these callers got, names this limit and one call less left than the one
        before.

        :raises Finding: naming the first that does not.
        """
        before = Standing(limit, limit, 0)
        for answer in self._answers:
            told = Standing.told_by(answer)
            if told.limit != limit:
                raise Finding(f"the answer to {answer.words} should name a limit of {limit} calls, and names {told.limit}")
            if told.left != before.left - 1:
                raise Finding(f"after {answer.words} ({answer.status}) {before.left - 1} calls should be left, one less "
                              f"than before, and {told.left} are said to be")
            before = told

    def require_all_counted(self, limit: int) -> None:
        """The answers, the first that the caller got, name this limit, and each another number of calls that are left: as
        many less as there were calls.

        :raises Finding: naming those that do not.
        """
        told: dict[int, list[str]] = {}
        for answer in self._answers:
            standing = Standing.told_by(answer)
            if standing.limit != limit:
                raise Finding(f"the answer to {answer.words} should name a limit of {limit} calls, "
                              f"and names {standing.limit}")
            told.setdefault(standing.left, []).append(answer.words)
        least = limit - len(self._answers)
        if {*told} != {*range(least, limit)}:
            alike = "; ".join(f"{left} after each of {', '.join(words)}" for left, words in told.items() if len(words) > 1)
            raise Finding(f"{len(self._answers)} calls should leave {least} to {limit - 1}, each another number, and left "
                          f"{min(told)} to {max(told)}, and {alike or 'each another one'}")

    def require_each_number(self, times: int, least: int, most: int) -> None:
        """Each of these numbers of calls was said to be left by exactly one of the answers.

        :raises Finding: naming those that were not, and those that were twice.
        """
        told = sorted(Standing.told_by(answer).left for answer in self._answers)
        if len(told) != times or told != list(range(least, most + 1)):
            raise Finding(f"{times} calls should leave {least} to {most}, each another number, and left "
                          f"{told}")

    def require_reset_within(self, seconds: int) -> None:
        """:raises Finding: when an answer says that counting begins anew later, or has begun already."""
        for answer in self._answers:
            told = Standing.told_by(answer)
            if not 1 <= told.reset <= seconds:
                raise Finding(f"the answer to {answer.words} should say that calls are counted anew in 1 to {seconds} "
                              f"seconds, and says {told.reset}")

    def require_left(self, person: Person, left: int) -> None:
        """One more call of the person is served, and leaves so many.

        :raises Finding: when it is refused, or another number is left.
        """
        answer = self._ask(person)
        if answer.status == 429 or Standing.told_by(answer).left != left:
            raise Finding(f"{person.name} should be served and have {left} calls left, and was answered {answer.status} "
                          f"with {Standing.told_by(answer).left} left")

    def require_told_to_wait(self, outcome: Outcome) -> None:
        """The refusal says after how many seconds it is worth trying again: when calls are counted anew.

        :raises Finding: when it does not.
        """
        outcome.require_refused("calling too often")
        told = Standing.told_by(outcome.answer)
        said = outcome.answer.headers.get("Retry-After")
        if (said, told.left) != (str(told.reset), 0) or not 1 <= told.reset <= 60:
            raise Finding(f"{outcome.who} should be told that no call is left, and to try again in 1 to 60 seconds, when "
                          f"they are counted anew; told were {told.left} left, {said!r} seconds to wait and {told.reset} "
                          "until the count")

    def wait_as_told(self, outcome: Outcome, less: timedelta) -> None:
        """Let the time pass that the refusal named, less some of it."""
        told = timedelta(seconds=Standing.told_by(outcome.answer).reset)
        self._world.operations.move_clock(told - less)

    def require_watching_is_free(self) -> None:
        """The answers about health name no limit, and the calls around them were counted as if there had been none.

        :raises Finding: when one does, or was counted.
        """
        first, *watched, last = self._answers
        for answer in watched:
            told = [name for name in HEADERS if name in answer.headers]
            if answer.status != 200 or told:
                raise Finding(f"{answer.words} should be answered with 200 and without a limit, and was with "
                              f"{answer.status} and {', '.join(told) or 'none'}")
        left = Standing.told_by(first).left - Standing.told_by(last).left
        if left != 1:
            raise Finding(f"{len(watched)} questions after health should not be counted, and {left - 1} were")


def forwarded_for(number: int) -> dict[str, str]:
    """What a proxy would say of a call that it forwards, and whoever wants to be taken for another."""
    address = f"198.51.100.{number % 250 + 1}"
    return {"X-Forwarded-For": address, "Forwarded": f"for={address}", "X-Real-IP": address}
