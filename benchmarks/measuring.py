"""Ratios measured in one run: two or more things are done in turn, several times, and compared round by round.

Absolute times drift by a factor of two on a shared machine; what is done in the same round drifts alike.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Timer

SECONDS = 900  # that one command may take
SHOWN = 1500  # characters of what a failed command said
LONGEST = 300  # characters of the command itself


class NotMeasured(Exception):
    """Something could not be measured; says what, and what the command that failed said."""


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was ``measured`` against what, each in seconds a round."""

    what: str
    measured: str
    against: str
    measured_seconds: Sequence[float]
    against_seconds: Sequence[float]
    at_most: float | None = None  # the ratio that is promised; None: a line for comparison only
    remark: str = ""

    @property
    def ratios(self) -> list[float]:
        """Of each round."""
        return [one / other for one, other in zip(self.measured_seconds, self.against_seconds, strict=True)]

    @property
    def ratio(self) -> float:
        """The median of the rounds' ratios."""
        return median(self.ratios)

    @property
    def verdict(self) -> str:
        """Whether the promise is kept; empty where there is none."""
        if self.at_most is None:
            return ""
        return "kept" if self.ratio <= self.at_most else "MISSED"


@dataclass(frozen=True)
class Part:
    """One of the comparisons: its figures, and how they were come by."""

    name: str
    how: str
    figures: list[Figure] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)  # what else was seen: counts, sizes


def in_turn(contenders: Mapping[str, Callable[[], float]], rounds: int, tell: Callable[[str], None],
            warm_up: bool = True) -> dict[str, list[float]]:
    """The seconds that each contender answers, round by round; every round begins with another one.

    :param warm_up: do all once before, uncounted: bytecode is compiled and files are read.
    """
    names, found = list(contenders), {name: [] for name in contenders}
    if warm_up:
        for name in names:
            contenders[name]()
    for number in range(rounds):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            found[name].append(contenders[name]())
        tell(f"  round {number + 1} of {rounds}: "
             + ", ".join(f"{name} {_in_words(found[name][-1])}" for name in names))
    return found


def wall_time(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str], codes: Sequence[int] = (0,),
              output: Path | None = None) -> float:
    """The seconds from the start to the end of ``command`` as a process of its own.

    :raises NotMeasured: when it ends with another exit code (one that takes longer than ``SECONDS`` is killed),
        naming the end of what it said.
    """
    with (output or folder / "output.txt").open("w+b") as said:
        began = time.perf_counter()
        with subprocess.Popen(command, cwd=folder, env=dict(environment), stdin=subprocess.DEVNULL, stdout=said,
                              stderr=subprocess.STDOUT) as process:
            too_long = Timer(SECONDS, process.kill)
            too_long.start()
            try:
                code = process.wait()  # with a time limit of its own Python would only look every 50 ms
                seconds = time.perf_counter() - began
            except BaseException:
                process.kill()
                raise
            finally:
                too_long.cancel()
        if code not in codes:
            said.seek(0)
            end = said.read().decode("utf-8", "replace")[-SHOWN:]
            words = " ".join([Path(command[0]).name, *map(str, command[1:])])
            raise NotMeasured(f"{words[:LONGEST]}{' …' * (len(words) > LONGEST)} ended with {code}:\n{end}")
    return seconds


def _in_words(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def spread(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and the highest."""
    return min(values), max(values)
