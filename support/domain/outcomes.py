"""What became of something that a person tried, and the business's words for each kind of refusal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.drivers.http import Answer

PROBLEM_DOCUMENT = "application/problem+json"

# The business's word for a refusal, and how the platform says it.
REFUSALS = {
    "not signed in": 401,
    "not allowed": 403,
    "not allowed, since the mission quota is reached": 403,
    "unknown": 404,
    "impossible in its present state": 409,
    "impossible, since too many missions are running": 409,
    "impossible, since the payroll is closed": 409,
    "impossible, since nobody has checked out": 409,
    "outdated": 409,
    "in use": 409,
    "already used": 409,
    "used for another call": 409,
    "still running": 409,
    "malformed": 400,
    "too large": 413,
    "of another kind": 415,
    "suspended": 410,
    "incomplete": 422,
    "calling too often": 429,
    "unavailable": 503,
    "locked": 423,
    "not allowed, since this person is deactivated": 403,
    "impossible, since the tenant needs an administrator": 409,
    "too late, since the link is not valid any more": 410,
    "gone": 410,
    "impossible, whoever it is": 405,
    "impossible, since it cannot be told": 503,
    "impossible, since it has the highest priority already": 409,
    "impossible, since it is archived": 409,
    "impossible, since all its tokens are used": 429,
    "impossible, since the language model is silent": 503,
    "impossible, since a payment is pending": 409,
    "impossible, since there is a payment in the currency": 409,
}
# What a refusal must say beside its status: the same status may mean something else.
_SAYS = {
    "impossible in its present state": ("the state and what it allows",
                                        lambda problem: problem.get("state") and isinstance(problem.get("allowed"), list)),
    "suspended": ("that the tenant is suspended", lambda problem: problem.get("title") == "Tenant suspended"),
    "already used": ("which field is taken", lambda problem: "taken" in _codes(problem)),
    "outdated": ("which version there is now", lambda problem: isinstance(problem.get("current_version"), int)),
    "used for another call": ("that the key was used", lambda problem: problem.get("title") == "Idempotency key used"),
    "still running": ("that the first call is still running", lambda problem: problem.get("title") == "Still running"),
    "unavailable": ("which part is not available",
                    lambda problem: problem.get("title") == "Service unavailable" and bool(problem.get("detail"))),
    "impossible, since it cannot be told": (
        "that the audit trail is what is missing", lambda problem: "audit" in problem.get("detail", "")),
    "in use": ("neither a state nor a version, for neither would help",
               lambda problem: not {"state", "current_version"} & problem.keys()),
    "not allowed, since the mission quota is reached": (
        "that the mission quota is reached", lambda problem: problem.get("title") == "Mission quota reached"),
    "not allowed, since this person is deactivated": (
        "that the person is deactivated", lambda problem: "deactivated" in problem.get("detail", "")),
    "impossible, since the tenant needs an administrator": (
        "that an administrator is needed, and no state",
        lambda problem: "administrator" in problem.get("detail", "") and "state" not in problem),
    "too late, since the link is not valid any more": (
        "that it is the link", lambda problem: problem.get("title") == "Link not valid any more"),
    "impossible, since it has the highest priority already": (
        "that it has the highest priority, and no state",
        lambda problem: problem.get("title") == "Already at the highest priority" and "state" not in problem),
    "impossible, since it is archived": ("that it is archived", lambda problem: problem.get("state") == "archived"),
    "impossible, since all its tokens are used": (
        "that the budget is used up", lambda problem: problem.get("title") == "Token budget used up"),
    "impossible, since the language model is silent": (
        "that it is the language model, and which question is kept",
        lambda problem: problem.get("title") == "Language model unavailable"
        and {"conversation_id", "message_id"} <= problem.keys()),
    "impossible, since a payment is pending": (
        "that a payment is pending", lambda problem: problem.get("title") == "Payment pending"),
    "impossible, since there is a payment in the currency": (
        "that the currency is fixed", lambda problem: problem.get("title") == "Currency fixed"),
    "impossible, since the payroll is closed": (
        "that the payroll is closed", lambda problem: problem.get("title") == "Payroll closed"),
    "impossible, since nobody has checked out": (
        "that the check-out is missing", lambda problem: problem.get("title") == "Not checked out"),
    "impossible, since too many missions are running": (
        "that too many missions are running", lambda problem: problem.get("title") == "Too many running missions"),
}


def _codes(problem: dict) -> list[str]:
    return [fault.get("code") for fault in problem.get("errors") or []]


@dataclass(frozen=True)
class Outcome:
    """``who`` tried ``what``, and this is the platform's ``answer``."""

    who: str
    what: str
    answer: Answer

    @property
    def accepted(self) -> bool:
        return 200 <= self.answer.status < 300

    @property
    def record(self) -> dict:
        """What an accepted attempt answered; {} for an answer without a body."""
        self.require_accepted()
        return self.answer.json if self.answer.body else {}

    def require_accepted(self, status: int | None = None) -> None:
        """:raises Finding: when it was refused, or accepted with another ``status``."""
        if not self.accepted:
            raise Finding(f"{self.who} should be able to {self.what}, and was refused: {self.said()}")
        if status and self.answer.status != status:
            raise Finding(f"{self.who}'s attempt to {self.what} should be answered with {status}, "
                          f"and was with {self.answer.status}")

    def require_refused(self, reason: str) -> None:
        """The refusal is of the kind ``reason`` and has the platform's one shape of refusals.

        :raises Finding: when it was accepted, or refused for another reason.
        """
        expected = REFUSALS[reason]
        if self.answer.status != expected:
            raise Finding(f"{self.who} should be refused as {reason} ({expected}) on trying to {self.what}, "
                          f"and got: {self.said()}")
        problem = self.answer.json
        kind = self.answer.media_type
        if kind != PROBLEM_DOCUMENT or problem.get("status") != expected or not problem.get("instance"):
            raise Finding(f"the refusal on trying to {self.what} should be a problem document with its status and "
                          f"request id, and is {kind}: {self.answer.excerpt}")
        says, fits = _SAYS.get(reason, ("", lambda problem: True))
        if not fits(problem):
            raise Finding(f"the refusal on trying to {self.what} should say {says}, and does not: {self.said()}")

    def require_refused_from(self, state: str, allowed: list[str]) -> None:
        """Refused since the record is in this state, from which exactly these can be reached: the refusal says both.

        :raises Finding: when it was accepted, or the refusal names another state or other ways out of it.
        """
        self.require_refused("impossible in its present state")
        problem = self.answer.json
        seen = (problem["state"], sorted(problem["allowed"]))
        if seen != (state, sorted(allowed)):
            raise Finding(f"the refusal on trying to {self.what} should name the state {state} and as possible "
                          f"{', '.join(sorted(allowed)) or 'nothing'}, and names {seen[0]} and "
                          f"{', '.join(seen[1]) or 'nothing'}")

    def require_unknown_like(self, nobodys: Outcome) -> None:
        """Refused as unknown, in exactly the words in which the same attempt on an id that nobody has was refused.

        :raises Finding: when the two differ.
        """
        self.require_refused("unknown")
        if (nobodys.answer.status, nobodys.without_ids()) != (self.answer.status, self.without_ids()):
            raise Finding(f"{self.who}'s attempt to {self.what} should be refused exactly as for an id that nobody has "
                          f"({nobodys.said()}), and was told: {self.said()}")

    def require_outdated(self, version: int) -> None:
        """:raises Finding: when it was not refused as outdated, or the version named is another."""
        self.require_refused("outdated")
        if self.answer.json["current_version"] != version:
            raise Finding(f"{self.who} should be told that there is version {version} now on trying to {self.what}, "
                          f"and is told {self.answer.json['current_version']}")

    def require_fault(self, field: str, code: str) -> None:
        """Refused as incomplete or wrong, with exactly this one fault.

        :raises Finding: when it was accepted, or refused for other faults too.
        """
        self.require_faults([(field, code)])

    def require_faults(self, expected: list[tuple[str, str]]) -> None:
        """The same, with exactly these faults: field and code of each.

        :raises Finding: when it was accepted, or refused for others.
        """
        self.require_refused("incomplete")
        faults = [(fault.get("field"), fault.get("code")) for fault in self.answer.json.get("errors", [])]
        if sorted(faults) != sorted(expected):
            words = ", ".join(f"{field} is {code}" for field, code in expected)
            raise Finding(f"{self.who} should be told that {words}, and nothing else, on trying to {self.what}; "
                          f"the faults named are {faults}")

    def require_taken(self, field: str) -> None:
        """Refused since another record has what was sent in this field, and for nothing else.

        :raises Finding: when it was accepted, or refused for something else.
        """
        self.require_refused("already used")
        faults = [(fault.get("field"), fault.get("code")) for fault in self.answer.json["errors"]]
        if faults != [(field, "taken")]:
            raise Finding(f"{self.who} should be told that the {field} is taken, and is told {faults}")

    def require_header(self, name: str, value: str) -> None:
        """:raises Finding: when the answer's header is another."""
        if self.answer.headers.get(name) != value:
            raise Finding(f"the answer on trying to {self.what} should carry {name}: {value}, "
                          f"and carries {self.answer.headers.get(name)!r}")

    def without_ids(self) -> dict:
        """The refusal's words, less what is different in every answer."""
        return {name: value for name, value in self.answer.json.items() if name != "instance"}

    def said(self) -> str:
        """The answer in one line; of an accepted one not what it holds, which the evidence shows."""
        if self.accepted:
            return f"accepted ({self.answer.status})"
        if self.answer.media_type == PROBLEM_DOCUMENT:
            problem = self.answer.json
            faults = "; ".join(f"{fault.get('field')}: {fault.get('code')}" for fault in problem.get("errors") or [])
            return " ".join(filter(None, [str(self.answer.status), problem.get("title"), problem.get("detail"), faults]))
        return f"{self.answer.status} {self.answer.excerpt}".rstrip()


class Outcomes:
    """What was tried in a scenario, the latest last, and what became of it."""

    def __init__(self) -> None:
        self._all: list[Outcome] = []

    def keep(self, *outcomes: Outcome) -> None:
        """Later sentences speak of these."""
        self._all += outcomes

    def keep_only(self, outcomes: list[Outcome]) -> None:
        """Later sentences speak of these, which were tried at the same moment, and of nothing before."""
        self._all = list(outcomes)

    def last(self, count: int = 1) -> list[Outcome]:
        """The outcomes of the last ``count`` attempts, oldest first."""
        if len(self._all) < count:
            raise WrongScenario(f"the sentence speaks of {count} attempts, and this scenario made {len(self._all)}")
        return self._all[-count:]

    def of(self, who: str) -> Outcome:
        """The outcome of the last attempt, which must have been this person's.

        :raises WrongScenario: when somebody else tried last: the sentence speaks of the wrong person.
        """
        outcome = self.last()[0]
        if outcome.who != who:
            raise WrongScenario(f"the sentence speaks of {who}, and {outcome.who} tried last (to {outcome.what})")
        return outcome

    def require_accepted(self, count: int) -> None:
        """So many of the attempts were accepted.

        :raises Finding: with what each was answered.
        """
        accepted = [outcome for outcome in self._all if outcome.accepted]
        if len(accepted) != count:
            raise Finding(f"of {len(self._all)} attempts to {self.last()[0].what} exactly {count} should be accepted, "
                          f"and {len(accepted)} were:\n{self._each()}")

    def require_refused(self, count: int, reason: str) -> None:
        """So many of the attempts were refused, each for this reason.

        :raises Finding: when more or fewer were refused, or one for another reason.
        """
        refused = [outcome for outcome in self._all if not outcome.accepted]
        if len(refused) != count:
            raise Finding(f"{count} of {len(self._all)} attempts should be refused as {reason}, and {len(refused)} were "
                          f"refused:\n{self._each()}")
        for outcome in refused:
            outcome.require_refused(reason)

    def require_refused_in_ways(self, expected: dict[str, int]) -> None:
        """Every attempt was refused, so many for each of these reasons.

        :raises Finding: when more or fewer were refused for one.
        """
        statuses = {REFUSALS[reason]: reason for reason in expected}
        found = Counter(statuses.get(outcome.answer.status, outcome.said()) for outcome in self._all)
        if found != Counter(expected):
            raise Finding(f"of {len(self._all)} attempts to {self.last()[0].what} there should be refused {expected}, "
                          f"and it was {dict(found)}")
        for outcome in self._all:
            outcome.require_refused(statuses[outcome.answer.status])

    def require_others_outdated(self, version: int) -> None:
        """Every attempt that was not accepted, at least one, was refused as outdated, with this version named.

        :raises Finding: naming the first that was not.
        """
        others = [outcome for outcome in self._all if not outcome.accepted]
        if not others:
            raise Finding(f"one of {len(self._all)} attempts should be refused as outdated, and none was:\n{self._each()}")
        for outcome in others:
            outcome.require_outdated(version)

    def require_all_refused(self, reason: str) -> None:
        """Every one of the attempts was refused for this reason.

        :raises Finding: naming the first that was not.
        """
        for outcome in self.last(max(1, len(self._all))):
            outcome.require_refused(reason)

    def require_all_refused_from(self, state: str, allowed: list[str]) -> None:
        """Every one of the attempts was refused since the record is in this state, from which these can be reached.

        :raises Finding: naming the first that was not.
        """
        for outcome in self.last(max(1, len(self._all))):
            outcome.require_refused_from(state, allowed)

    @property
    def all(self) -> list[Outcome]:
        """Every attempt, oldest first."""
        return list(self._all)

    def _each(self) -> str:
        """What became of each, one a line."""
        return "\n".join(f"  {outcome.who} tried to {outcome.what}: {outcome.said()[:120]}" for outcome in self._all)
