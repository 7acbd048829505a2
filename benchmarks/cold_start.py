"""A cold ``behave --tags=@smoke`` with one scenario ÷ the platform alone from its start to ready.

Cold means: each is a fresh process that boots everything, ends it, and leaves nothing running. Measured is the wall
time of the whole command as a person types it, with all reports, Allure's page among them. The platform alone is
``support.stack.Stack`` in a fresh process (``benchmarks/platform_alone.py``): the seconds from ``start`` to the return
of ``await_ready``, without the interpreter's own start, the imports and the end. Both with the initialised cluster in the
cache, as after anybody's first run; in lines of their own without it, without Allure's page, and against the whole
fresh process up to ready.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import Figure, NotMeasured, Part, in_turn, wall_time
from benchmarks.places import OURS, PROJECT, environment, temporary_folder


def measure(rounds: int, tell: Callable[[str], None]) -> Part:
    """The ratio with the cache: at most 2.

    :raises NotMeasured: when there is no smoke scenario, or a run is not accepted.
    """
    with temporary_folder() as folder:
        name = _one_smoke_scenario(folder)
        warm, cold = folder / "cache", folder / "empty cache"
        platform = _Platform(folder)
        found = in_turn({
            "suite": lambda: _behave(folder, name, warm, "yes"),
            "no page": lambda: _behave(folder, name, warm, "no"),
            "platform": lambda: platform.seconds(warm),
            "suite, empty cache": lambda: _behave(folder, name, _emptied(cold), "yes"),
            "platform, empty cache": lambda: platform.seconds(_emptied(cold)),
        }, rounds, tell)
    one, alone = "one smoke scenario, whole command", "the platform alone, start to ready"
    processes = platform.processes[warm][-rounds:]
    figures = [
        Figure("cold start", one, alone, found["suite"], found["platform"], 2.0),
        Figure("cold start", f"{one}, without Allure's page", alone, found["no page"], found["platform"]),
        Figure("cold start", one, "the platform's whole fresh process, up to ready", found["suite"], processes),
        Figure("cold start, empty cache", one, alone, found["suite, empty cache"], found["platform, empty cache"]),
    ]
    return Part("cold_start", __doc__, figures, {"scenario": name})


def _one_smoke_scenario(folder: Path) -> str:
    place = folder / "list.json"
    wall_time([OURS / "behave", "--dry-run", "--tags=@smoke", "--format=list.json", f"--outfile={place}"], PROJECT,
              environment(), output=folder / "output.txt")
    names = [each["name"] for each in json.loads(place.read_text())["scenarios"]]
    if not names:
        raise NotMeasured("there is no scenario with the tag @smoke")
    return names[0]


def _behave(folder: Path, name: str, cache: Path, page: str) -> float:
    reports = folder / "reports"
    shutil.rmtree(reports, ignore_errors=True)
    seconds = wall_time([OURS / "behave", "--tags=@smoke", f"--name=^{re.escape(name)}$", f"-Dreports={reports}",
                         f"-Dcache={cache}", f"-Dallure_page={page}"], PROJECT, environment(), output=folder / "output.txt")
    counts = json.loads((reports / "latest/sign-off.json").read_text())["scenarios"]
    if counts.get("passed") != 1:
        raise NotMeasured(f"one scenario should have passed, and there are {counts}")
    return seconds


def _emptied(cache: Path) -> Path:
    shutil.rmtree(cache, ignore_errors=True)
    return cache


class _Platform:
    """Fresh processes that start the platform alone."""

    def __init__(self, folder: Path):
        self._folder = folder
        self.processes: dict[Path, list[float]] = {}  # by the cache: seconds from a process's own start to ready

    def seconds(self, cache: Path) -> float:
        """From ``Stack.start`` to ready."""
        output, began = self._folder / "output.txt", time.monotonic()
        wall_time([OURS / "python", "-m", "benchmarks.platform_alone"], PROJECT, environment(MUSTER_CACHE=str(cache)),
                  output=output)
        said = json.loads(output.read_text().strip().splitlines()[-1])
        self.processes.setdefault(cache, []).append(said["ready_at"] - began)
        return said["seconds"]
