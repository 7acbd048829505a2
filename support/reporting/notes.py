"""What behave's model has no room for: attempts, clean-up errors, why something was blocked, what was measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Attempt:
    """One run of one scenario."""

    status: str
    started: float  # seconds since the epoch
    seconds: float
    error: str = ""
    failed_step: str = ""


@dataclass
class Notes:
    """What is known of one scenario (or feature, or rule, or the whole run) beyond behave's model."""

    selected: bool | None = None  # None: nobody but behave's own options has decided
    attempts: list[Attempt] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)  # of preparation and clean-up
    problems: list[str] = field(default_factory=list)  # what a check after the scenario found: fails it as a promise
    broken: list[str] = field(default_factory=list)  # rows of the registry that such a check found broken
    operations: dict[str, list[str]] = field(default_factory=dict)  # that it asked for: success, refusal
    measured: dict[str, Any] = field(default_factory=dict)  # memory_mb, rows {table: added}, reset_ms
    blocked_by: str = ""  # the name of the scenario that had to pass first
    timed_out: str = ""  # in words: "longer than 300 s"
    platform_gone: str = ""  # in words: the platform went away while the scenario was in hand
    clock_jump: str = ""  # in words: the machine's clock was set while the scenario was in hand
    broken_off: bool = False  # somebody interrupted the run while the scenario was in hand
    record: tuple[Any, Any] | None = field(default=None, repr=False)  # what it was made of, and the scenario's record
    listeners: list[Any] = field(default_factory=list, repr=False)
    watched: bool = False


def notes_of(statement: Any) -> Notes:
    """The notes on a scenario, rule, feature or runner; made when first asked for."""
    notes = statement.__dict__.get("muster_notes")
    if notes is None:
        notes = statement.muster_notes = Notes()
    return notes


def described(error: BaseException) -> str:
    """The kind of an error and what it says."""
    text = str(error).strip()
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
