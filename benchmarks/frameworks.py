"""The same 300 five-step scenarios on Muster and on what else one could use; the wall time of each whole command.

The steps ask no platform: what is left is what hooks, runner and reports cost. Muster's side is a project folder with
the project's own environment.py, behave.ini and registry, driving a platform that only says that it is there
(``-D target=deployed``, without datastores): nothing is booted and nothing reset; everything else is as in any run,
with the console, Allure's results, JUnit, the sign-off and their reconciliation. The others make what they make by
default, and Allure's results where they have none of their own; none of them makes Allure's page, and neither does
Muster but in the line that says so.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import Figure, NotMeasured, Part, in_turn, wall_time
from benchmarks.places import OTHERS, OURS, PROJECT, environment, temporary_folder
from benchmarks.same_scenarios import SCENARIOS, write_behave_steps, write_features, write_pytest_bdd, write_robot
from benchmarks.tiny_platform import tiny_platform

MUSTER, WITH_PAGE = "Muster", "Muster with Allure's page"
STOCK_BEHAVE = "stock behave, no report"
WITHOUT_REPORT = (STOCK_BEHAVE,)


def measure(rounds: int, tell: Callable[[str], None]) -> Part:
    """The times of all, and Muster's ratio to each that writes a report: at most 1.

    :raises NotMeasured: when one is not installed, or does not run all scenarios.
    """
    if not (OTHERS / "behavex").exists():
        raise NotMeasured("the others are not installed: python3 -m venv benchmarks/.venv && "
                          "benchmarks/.venv/bin/pip install -r benchmarks/requirements.txt")
    with temporary_folder() as folder, tiny_platform() as address:
        contenders = {MUSTER: _muster(folder / "muster", address, "no"),
                      WITH_PAGE: _muster(folder / "muster_page", address, "yes"), **_others(folder)}
        found = in_turn(contenders, rounds, tell)
    figures = [Figure(f"{SCENARIOS} scenarios of five steps", MUSTER, name, found[MUSTER], found[name],
                      None if name in (*WITHOUT_REPORT, WITH_PAGE) else 1.0)
               for name in contenders if name != MUSTER]
    return Part("frameworks", __doc__, figures, {"scenarios": SCENARIOS})


def _muster(folder: Path, address: str, page: str) -> Callable[[], float]:
    write_features(folder / "features/missions")
    write_behave_steps(folder / "steps", "{int}")
    for name in ("environment.py", "behave.ini", "features/requirements.csv"):
        (folder / name).symlink_to(PROJECT / name)
    command = [OURS / "behave", "-Dtarget=deployed", f"-Dbase_url={address}", f"-Dallure_page={page}"]

    def run() -> float:
        shutil.rmtree(folder / "reports", ignore_errors=True)
        seconds = wall_time(command, folder, environment())
        counts = json.loads((folder / "reports/latest/sign-off.json").read_text())["scenarios"]
        _require(counts.get("passed"), MUSTER)
        return seconds

    return run


def _others(folder: Path) -> dict[str, Callable[[], float]]:
    behave, robot = folder / "behave", folder / "robot"
    write_features(behave / "features")
    write_behave_steps(behave / "features/steps", "{:d}")
    write_pytest_bdd(behave)
    write_robot(robot)
    allure = ["-f", "allure_behave.formatter:AllureFormatter", "-o", "out"]

    def of_allure(place: Path) -> int:
        return sum(json.loads(path.read_text())["status"] == "passed" for path in place.glob("*-result.json"))

    def of_console(place: Path) -> int:
        said = (place.parent / "output.txt").read_text()
        return int(said.partition(" scenarios passed")[0].rpartition("\n")[2])

    def of_behavex(place: Path) -> int:
        features = json.loads((place / "report.json").read_text())["features"]
        return sum(each["status"] == "passed" for feature in features for each in feature["scenarios"])

    def of_robot(place: Path) -> int:
        return (place / "output.xml").read_text().count("<test ")

    return {
        STOCK_BEHAVE: _command(behave, [OTHERS / "behave", "-f", "progress"], of_console),
        "stock behave with allure-behave": _command(behave, [OTHERS / "behave", *allure], of_allure),
        "pytest-bdd with allure-pytest": _command(behave, [OTHERS / "pytest", "--quiet", "--alluredir=out"], of_allure),
        "Robot Framework": _command(robot, [OTHERS / "robot", "--outputdir", "out", "."], of_robot),
        "behavex, two processes, by feature": _behavex(behave, "feature", of_behavex),
        "behavex, two processes, by scenario": _behavex(behave, "scenario", of_behavex),
    }


def _behavex(folder: Path, scheme: str, count: Callable[[Path], int]) -> Callable[[], float]:
    return _command(folder, [OTHERS / "behavex", "features", "--parallel-processes", "2", "--parallel-scheme", scheme,
                             "--output-folder", "out"], count)


def _command(folder: Path, command: list[str | Path], count: Callable[[Path], int]) -> Callable[[], float]:
    """Run ``command`` and answer its seconds, having seen that ``count`` finds all scenarios in its report."""
    def run() -> float:
        shutil.rmtree(folder / "out", ignore_errors=True)
        # Each has its own commands on the path, as in an environment that was activated.
        path = {"PATH": f"{OTHERS}:{environment()['PATH']}"}
        seconds = wall_time(command, folder, environment(**path))
        _require(count(folder / "out"), " ".join(map(str, command)))
        return seconds

    return run


def _require(passed: int | None, who: str) -> None:
    if passed != SCENARIOS:
        raise NotMeasured(f"{who} should have passed {SCENARIOS} scenarios, and passed {passed}")
