"""What a stack says when it can't be had."""

from __future__ import annotations

from pathlib import Path

ADVICE = {
    "postgres": "Read the log above; a PostgreSQL of your own can be given with -D database_url=…",
    "initdb": "Read the log above; a PostgreSQL of your own can be given with -D database_url=…",
    "cluster": "Kept clusters may be removed at any time, and -D cache=… names another folder for them.",
    "redis": "Read the log above; a Redis of your own can be given with -D redis_url=…",
    "migration": "The schema could not be made: mend the migration that the log names, or the database it was given.",
}
ADVICE_FOR_PLATFORM = "Read the log above: a setting, a missing package or an error at import is named there."


class PartNotReady(Exception):
    """A part of the stack did not come up, or ended while it was needed.

    ``part`` is its name (postgres, redis, platform, worker, beat, migration), ``reason`` says why in a few words,
    ``log_tail`` is the end of its log with secrets masked, ``log`` the whole of it where that is kept. As text: all of
    that, and what to do.
    """

    head = "The stack is not ready:"

    def __init__(self, part: str, reason: str, log_tail: str = "", log: Path | None = None, advice: str = ""):
        super().__init__(part, reason)
        self.part = part
        self.reason = reason
        self.log_tail = log_tail
        self.log = log
        self.advice = advice or ADVICE.get(part, ADVICE_FOR_PLATFORM)

    def __str__(self) -> str:
        lines = [f"{self.head} {self.part} {self.reason}."]
        if self.log_tail:
            lines.append(f"The end of its log{f' ({self.log})' if self.log else ''}:")
            lines.extend(f"  | {line}" for line in self.log_tail.splitlines())
        elif self.log:
            lines.append(f"Its log is empty ({self.log}).")
        lines.append(self.advice)
        return "\n".join(lines)


class PartLost(PartNotReady):
    """A part that had worked, and ended by itself."""

    head = "The platform lost a part:"

    @classmethod
    def of(cls, failure: PartNotReady) -> PartLost:
        """The same failure, of a stack that was ready."""
        return cls(failure.part, failure.reason, failure.log_tail, failure.log, "It was not told to end: its log says why.")


class PortTaken(PartNotReady):
    """Somebody else took a part's port between the choice and the start: another port will do."""


class Stopping(Exception):
    """The stack is being stopped: whatever is still booting gives up. Never leaves the package."""
