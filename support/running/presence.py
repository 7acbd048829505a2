"""Whether the platform is still there: asked when something failed, for a platform that went away broke no promise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from behave.model import Scenario, Step
from behave.model_type import Status

from support.findings import PlatformGone
from support.reporting.notes import described, notes_of
from support.reporting.run_record import UNREACHABLE, Problem, ScenarioRecord


class Presence:
    """Of the platform of one run. ``ask`` answers in words why it must be taken as gone, and nothing while all is well."""

    def __init__(self, ask: Callable[[], str]):
        self.gone = ""  # why, from the moment at which it was seen
        self.was_there = False  # before it came up it cannot go away
        self.on_gone: Callable[[], None] = lambda: None  # what ends the run
        self._ask = ask

    def look(self) -> str:
        """Ask, until it is gone: then the run ends, and the same words are answered ever after."""
        if self.was_there and not self.gone:
            self.gone = self._ask()
            if self.gone:
                self.on_gone()
        return self.gone

    def blame(self, scenario: Scenario, step: Step | None = None) -> None:
        """Let the scenario in hand, and its step, say that the platform went away, whatever they say now."""
        words = f"the platform went away: {self.gone}"
        if step is not None and step.exception is not None:
            words += f"\nthe step said: {str(step.exception).strip() or described(step.exception)}"
        notes_of(scenario).platform_gone = words
        if step is not None:
            step.exception = PlatformGone(words)
            step.status = Status.error

    def problem(self, scenarios: Sequence[ScenarioRecord]) -> Problem:
        """What the run says of it; those that were not run any more say so, too."""
        for scenario in scenarios:
            if scenario.status == "not_run" and not scenario.reason:
                scenario.reason = "not run: the platform went away before"
        ended = sum(bool(each.attempts) and not each.platform_gone for each in scenarios)
        first_line = self.gone.partition("\n")[0]
        return Problem(f"the platform went away after {ended} of {len(scenarios)} scenarios: {first_line}", UNREACHABLE)
