"""What became of one scenario, in one place: every artefact takes its status and its words from here."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from behave.model import Scenario, Step
from behave.model_type import Status

from support.findings import WrongScenario
from support.reporting.notes import described, notes_of

STATUSES = ("passed", "failed", "error", "skipped", "undefined", "pending", "flaky", "blocked", "timed_out", "not_run")
"""The words for a result. Only ``passed`` shows a promise."""

NOT_STARTED = "not started, "  # begins the error of a scenario whose feature or rule could not be prepared
_OWN_CODE = ("steps", "support", "environment.py")


@dataclass(frozen=True)
class Outcome:
    """The result of one attempt."""

    status: str
    error: str = ""
    failed_step: str = ""
    reason: str = ""
    trace: str = ""


def outcome_of(scenario: Scenario) -> Outcome:
    """The result of the last attempt, as behave's model has it after the scenario's hooks and clean-ups."""
    notes, broken_off = notes_of(scenario), _broken_off(scenario)
    status = _status(scenario, broken_off)
    if status in ("passed", "skipped", "blocked", "not_run"):
        reason = f"needs {notes.blocked_by}" if status == "blocked" else scenario.skip_reason or ""
        if broken_off:
            reason = "the run was interrupted while it was under way"
        return Outcome(status, reason=str(reason))
    step = step_to_blame(scenario)
    parts = [notes.platform_gone] if notes.platform_gone else [
        _preparation_fault(scenario), notes.timed_out, _step_error(step), _empty(scenario), _hook_error(scenario),
        *notes.problems, *notes.faults]
    culprit = step if step is not None and step.exception is not None else scenario
    trace = "".join(traceback.format_tb(culprit.exc_traceback)) if culprit.exc_traceback else ""
    return Outcome(status, "\n".join(dict.fromkeys(filter(None, parts))), _sentence(step) if step else "", trace=trace)


def _status(scenario: Scenario, broken_off: bool) -> str:
    notes = notes_of(scenario)
    if notes.blocked_by:
        return "blocked"
    if notes.platform_gone:
        return "error"
    if notes.timed_out:
        return "timed_out"
    status, steps = scenario.status, list(scenario.all_steps)
    if broken_off:  # by a person: that says nothing of the promise
        return "not_run"
    if scenario.hook_failed or notes.faults or status.is_hook_error():
        return "error"
    if status is Status.skipped:
        return "skipped"
    if status is Status.untested:
        return "error" if _preparation_fault(scenario) else "not_run"
    for step in steps:  # the first step that did not pass decides, as in behave's own model
        if step.status is Status.passed:
            continue
        if step.status.is_undefined():
            return "undefined"
        if step.status.is_pending():  # behave lets it pass under @wip
            return "pending"
        if not step.status.is_passed():
            break
    if status.is_failure():
        return "failed"
    if status.is_error():
        return "error"
    if not scenario.steps:
        return "pending"
    return "failed" if notes.problems else "passed"


def _broken_off(scenario: Scenario) -> bool:
    """Whether somebody interrupted the run while it was in hand, and nothing had failed by then."""
    for step in scenario.all_steps:
        if step.exception is not None and _from_interruption(step.exception):
            return True
        if step.hook_failed and _interrupted_in_a_hook(step):
            return True
        if step.status.has_failed():
            return False
    return notes_of(scenario).broken_off or _interrupted_in_a_hook(scenario)


def _from_interruption(error: BaseException | None) -> bool:
    """An interruption, or what a clean-up met that it brought about."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def _interrupted_in_a_hook(statement: Scenario | Step) -> bool:
    """behave notes nothing but the failure of the hook: of an error it would keep the words."""
    return bool(statement.hook_failed and statement.exception is None and not statement.error_message)


def step_to_blame(scenario: Scenario) -> Step | None:
    """The first step that failed, is not written yet or that nobody defined."""
    for step in scenario.all_steps:
        if step.status.has_failed() or step.status.is_pending() or step.status.is_undefined():
            return step
    return None


def _step_error(step: Step | None) -> str:
    if step is None:
        return ""
    if step.status.is_undefined():
        return f"No step is defined for: {_sentence(step)}"
    if step.status.is_pending():
        return f"The step is not written yet: {_sentence(step)}"
    error, words = step.exception, "a hook of this step failed: " if step.hook_failed else ""
    if isinstance(error, AssertionError):
        return words + (str(error).strip() or f"the assertion gave no message ({_place(error)})")
    if isinstance(error, WrongScenario):
        return f"{words}the scenario is wrong: {error}"
    if isinstance(error, KeyboardInterrupt):
        return "interrupted"
    if error is not None:
        return f"{words}{described(error)} ({_place(error)})"
    return step.error_message or words


def _hook_error(scenario: Scenario) -> str:
    if not scenario.hook_failed:
        return ""
    return "\n".join(hook_faults(scenario.error_message)) or "a hook of the scenario was interrupted"


def _preparation_fault(scenario: Scenario) -> str:
    """Why the scenario could not start: a failed preparation of its rule or feature."""
    if scenario.status is not Status.untested:
        return ""
    container = scenario.parent
    while container is not None:
        if getattr(container, "hook_failed", False):
            words = [fault for fault in hook_faults(container.error_message) if fault.startswith("before_")]
            if words:
                return NOT_STARTED + words[0]
        container = container.parent
    return ""


def _empty(scenario: Scenario) -> str:
    return "" if scenario.steps else "The scenario has no steps: it checks nothing"


def hook_faults(message: str | None) -> list[str]:
    """``before_scenario failed: …`` for each of the errors of hooks that behave keeps in one text."""
    errors = re.split(r"^HOOK-ERROR in ", message or "", flags=re.MULTILINE)[1:]
    return [error.strip().replace(": ", " failed: ", 1) for error in errors]


def _sentence(step: Step) -> str:
    return f"{step.keyword} {step.name}"


def _place(error: BaseException) -> str:
    """The file and line of the suite's own code, deepest first, where an error came up."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if any(part in _OWN_CODE for part in Path(frame.filename).parts)
           and "site-packages" not in frame.filename]
    frame = (own or frames or [None])[-1]
    if frame is None:
        return "no line known"
    path = Path(frame.filename).absolute()
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path.name
    return f"{shown}:{frame.lineno}"
