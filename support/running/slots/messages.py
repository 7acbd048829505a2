"""What a slot tells the run. All of it is plain data, and each text is masked."""

from __future__ import annotations

from dataclasses import dataclass, field

from support.reporting.console import Ending
from support.reporting.run_record import Problem, ScenarioRecord


@dataclass(frozen=True)
class Ready:
    """The slot's platform is there, and so is its baseline: it can take a scenario."""

    base_url: str
    versions: dict[str, str]
    secrets: list[str]  # that the run has to mask from now on


@dataclass(frozen=True)
class Ended:
    """A scenario is through, or was broken off."""

    place: int  # of the scenario, in the features' order
    record: ScenarioRecord
    shown: list[tuple[Ending, str]]  # one for each console
    secrets: list[str]
    is_last: bool = False  # the slot takes no other


@dataclass(frozen=True)
class Said:
    """What somebody printed in the slot."""

    text: str
    as_error: bool


@dataclass(frozen=True)
class Over:
    """The slot has ended all that it began."""

    problems: list[Problem]  # that belong to no scenario
    gone: str  # why its platform was taken as gone; empty where it was not
    phases: dict[str, float]
    was_interrupted: bool = False
    operations: dict[str, list[str]] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Refused:
    """The run was asked for something that it cannot do."""

    words: str


Message = Ready | Ended | Said | Over | Refused
