"""The same scenarios in several slots ÷ one after the other; the wall time of each whole command.

Twelve scenarios that wait a second each, in four slots: Muster's own project folder with nothing but these, driving a
platform that only says that it is there (``-D target=deployed``, without datastores), so that nothing is booted. What
remains between four and the measured ratio is what a run takes for itself: reading, parting, reports. Then a whole area
of the suite in two slots, each of which boots a platform of its own, with all reports but Allure's page; the area once
for three rounds of the waits. The processors decide about that: two platforms share them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import Figure, NotMeasured, Part, in_turn, wall_time
from benchmarks.places import OURS, PROJECT, environment, temporary_folder
from benchmarks.tiny_platform import tiny_platform

SCENARIOS, SLOTS = 12, 4
AREA, SLOTS_OF_AREA = "jobs", 2
ONE = "one after the other"
_STEPS = '''from threading import Event

from behave import then, when


@when("a second passes")
def passes(context):
    context.passed = not Event().wait(1.0)


@then("it has passed")
def has_passed(context):
    assert context.passed
'''


def measure(rounds: int, tell: Callable[[str], None]) -> Part:
    """Both ratios. The waits: at most a third.

    :raises NotMeasured: when a run is not accepted.
    """
    with temporary_folder() as folder, tiny_platform() as address:
        _write(folder / "waits")
        waits = in_turn({jobs: _run(folder / "waits", jobs, ["-Dtarget=deployed", f"-Dbase_url={address}"], SCENARIOS)
                         for jobs in ("1", str(SLOTS))}, rounds, tell)
        area = in_turn({jobs: _run(PROJECT, jobs, [f"-Dreports={folder / 'reports'}", f"features/{AREA}"], None)
                        for jobs in ("1", str(SLOTS_OF_AREA))}, max(1, rounds // 3), tell, warm_up=False)
    figures = [
        Figure(f"{SCENARIOS} scenarios of one second each", f"{SLOTS} slots", ONE, waits[str(SLOTS)], waits["1"], 1 / 3),
        Figure(f"all features of {AREA}, whole command", f"{SLOTS_OF_AREA} slots", ONE, area[str(SLOTS_OF_AREA)], area["1"]),
    ]
    return Part("slots", __doc__, figures, {"processors": os.cpu_count()})


def _write(folder: Path) -> None:
    (folder / "features/missions").mkdir(parents=True)
    (folder / "steps").mkdir()
    (folder / "steps/waiting.py").write_text(_STEPS)
    lines = ["@missions @normal @integration @MIS-001", "Feature: Waiting", ""]
    for number in range(1, SCENARIOS + 1):
        lines += [f"  Scenario: Second {number}", "    When a second passes", "    Then it has passed", ""]
    (folder / "features/missions/waiting.feature").write_text("\n".join(lines))
    for name in ("environment.py", "behave.ini", "features/requirements.csv"):
        (folder / name).symlink_to(PROJECT / name)


def _run(folder: Path, jobs: str, arguments: list[str], scenarios: int | None) -> Callable[[], float]:
    reports = next((Path(each.partition("=")[2]) for each in arguments if each.startswith("-Dreports=")), folder / "reports")

    def run() -> float:
        shutil.rmtree(reports, ignore_errors=True)
        seconds = wall_time([OURS / "behave", "--jobs", jobs, "-Dallure_page=no", *arguments], folder, environment(),
                            output=reports.parent / "output.txt")
        counts = json.loads((reports / "latest/sign-off.json").read_text())["scenarios"]
        if counts.get("passed") != (scenarios or counts["total"]):
            raise NotMeasured(f"all scenarios should have passed, and there are {counts}")
        return seconds

    return run
