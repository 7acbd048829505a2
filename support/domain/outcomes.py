"""What became of something that a person tried, and the business's words for each kind of refusal."""

from __future__ import annotations

from dataclasses import dataclass

from support.drivers.http import Answer
from support.findings import Finding

# The business's word for a refusal, and how the platform says it.
REFUSALS = {
    "not signed in": 401,
    "not allowed": 403,
    "unknown": 404,
    "impossible in its present state": 409,
    "already used": 409,
    "incomplete": 422,
    "locked": 423,
}


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

    def require_accepted(self) -> None:
        """:raises Finding: when it was refused."""
        if not self.accepted:
            raise Finding(f"{self.who} should be able to {self.what}, and was refused: {self.said()}")

    def require_refused(self, reason: str) -> None:
        """The refusal is of the kind ``reason`` and has the platform's one shape of refusals.

        :raises Finding: when it was accepted, or refused for another reason.
        """
        expected = REFUSALS[reason]
        if self.answer.status != expected:
            raise Finding(f"{self.who} should be refused as {reason} ({expected}) on trying to {self.what}, "
                          f"and got: {self.said()}")
        problem = self.answer.json
        kind = self.answer.headers.get("Content-Type", "").split(";")[0]
        if kind != "application/problem+json" or problem.get("status") != expected or not problem.get("instance"):
            raise Finding(f"the refusal on trying to {self.what} should be a problem document with its status and "
                          f"request id, and is {kind}: {self.answer.excerpt}")

    def require_fault(self, field: str, code: str) -> None:
        """Refused as incomplete or wrong, with exactly this one fault.

        :raises Finding: when it was accepted, or refused for other faults too.
        """
        self.require_refused("incomplete")
        faults = [(fault.get("field"), fault.get("code")) for fault in self.answer.json.get("errors", [])]
        if faults != [(field, code)]:
            raise Finding(f"{self.who} should be told that {field} is {code}, and nothing else, on trying to {self.what}; "
                          f"the faults named are {faults}")

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
        if self.answer.headers.get("Content-Type", "").startswith("application/problem+json"):
            problem = self.answer.json
            faults = "; ".join(f"{fault.get('field')}: {fault.get('code')}" for fault in problem.get("errors") or [])
            return " ".join(filter(None, [str(self.answer.status), problem.get("title"), problem.get("detail"), faults]))
        return f"{self.answer.status} {self.answer.excerpt}".rstrip()
