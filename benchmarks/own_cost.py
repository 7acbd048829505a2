"""The suite's own cost: the mission features ÷ the same traffic, sent by a bare script.

One platform is booted and its datastores are marked. A first run of the features, through ``benchmarks.recording``, is
written down: every HTTP request, WebSocket frame, SQL statement and Redis command with its answer, what the surveyed
hosts were told to do, and every wait with what ended it. Then the suite (``-D target=deployed``, with the datastores,
all reports but Allure's page) and ``benchmarks.replay`` run in turn, each a fresh process, and the wall times of both whole
commands are compared; neither boots anything.

The replay asks the same questions with the same people: it registers, signs in, polls with the same back-off until the
answer has the state that the suite saw, awaits the same frames, sends what was sent at once in threads at once, and
does the resets, the baseline and the emptying around the run by their SQL and Redis commands. Its clients are plain: an
httpx client, psycopg, redis-py, websocket-client; the surveyed hosts are of the suite's own class. What the platform made
(ids, tokens, rows of the baseline) is looked for in its answers. It checks the status of each answer and nothing else.

Left out: scenarios that did not pass while they were recorded, those that need what a deployed platform does not offer
(its clock, its faults, its restart), the few words that Celery's remote control exchanges, and the suite's proof that the
platform uses the given database, which holds a lock for half a second or more: the suite does it, the replay does not.
Looks of a poll that came too early are not replayed as such: the replay polls until its own answer fits.
"""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from benchmarks.binding import bind
from benchmarks.measuring import Figure, NotMeasured, Part, in_turn, wall_time
from benchmarks.places import OURS, PROJECT, environment, temporary_folder
from benchmarks.platform import platform
from support.stack import Addresses

# Who may connect at all is left out: its connections are made with what the replay's plain client does not send.
FEATURES = ("features/missions", "features/realtime/mission_updates.feature", "features/realtime/who_may_watch.feature")
MOST_DIFFERENT = 0.01  # of the requests: more, and the replay is no replay


def measure(rounds: int, tell: Callable[[str], None]) -> Part:
    """The ratio without boot: at most 1.5.

    :raises NotMeasured: when the suite does not run, or the replay is answered otherwise.
    """
    with temporary_folder() as folder, platform() as addresses:
        _mark(addresses)
        runs = _Runs(folder, addresses)
        facts = runs.record()
        tell(f"  recorded {facts['scenarios']} scenarios, left out {facts['left out']}")
        # The recorded run has warmed everything up.
        found = in_turn({"suite": runs.suite, "replay": runs.replay}, rounds, tell, warm_up=False)
    bare = "a bare script with the same traffic"
    figures = [
        Figure("mission features, whole command", "Muster", bare, found["suite"], found["replay"], 1.5),
        Figure("mission features, the scenarios alone", "Muster", bare, runs.scenarios, runs.replays),
    ]
    return Part("own_cost", __doc__, figures, facts | {"replayed": runs.done, "answered otherwise": runs.different,
                                                       "seconds of the replay": runs.waited})


def _mark(addresses: Addresses) -> None:
    wall_time([OURS / "python", "-m", "support.datastores", "mark", "--name", "platform",
               f"--database-url={addresses.database_url}", f"--redis-url={addresses.redis_url}",
               f"--broker-url={addresses.broker_url}"], PROJECT, environment(), output=Path("/dev/null"))


class _Runs:
    """The suite and the replay on one platform."""

    def __init__(self, folder: Path, addresses: Addresses):
        self._folder, self._recording, self._told = folder, folder / "recording", folder / "addresses.json"
        self._told.touch(mode=0o600)
        self._told.write_text(json.dumps(asdict(addresses)))
        self._recording.touch(mode=0o600)
        # Nothing of a secret on the command line.
        self._environment = environment(
            MUSTER_TARGET="deployed", MUSTER_BASE_URL=addresses.base_url, MUSTER_DATABASE_URL=addresses.database_url,
            MUSTER_REDIS_URL=addresses.redis_url, MUSTER_BROKER_URL=addresses.broker_url,
            MUSTER_PLATFORM_KEY=addresses.platform_key, MUSTER_SIGNING_KEY=addresses.signing_key)
        self._selection: list[str] = list(FEATURES)
        self.scenarios: list[float] = []  # seconds that the scenarios took, with their resets
        self.replays: list[float] = []  # seconds from the first event to the last
        self.done: dict[str, int] = {}
        self.different: list[str] = []
        self.waited: dict[str, float] = {}  # seconds of the replay, by the kind of event

    def record(self) -> dict[str, object]:
        """Run once with the recording runner; from then on only what passed is run."""
        self._behave(["--runner", "benchmarks.recording:RecordingRunner", "-Dallure_page=no"], codes=(0, 1),
                     MUSTER_BENCH_RECORDING=str(self._recording))
        results = self._signed()["results"]
        passed = [(each["path"], each["line"]) for each in results if each["status"] == "passed"]
        if not passed:
            raise NotMeasured("no scenario passed while the run was recorded: "
                              + self._folder.joinpath("output.txt").read_text()[-800:])
        with self._recording.open("rb") as file:
            bound = bind(pickle.load(file), set(passed))
        with self._recording.open("wb") as file:
            pickle.dump(bound, file)
        self._selection = [f"{path}:{line}" for path, line in passed]
        return {"scenarios": len(passed), "left out": len(results) - len(passed)}

    def suite(self) -> float:
        """The whole command."""
        seconds = self._behave(["-Dallure_page=no"])
        phases = self._signed()["phases"]
        self.scenarios.append(phases["seed"] + phases["scenarios"] + phases["reset"])
        return seconds

    def replay(self) -> float:
        """The whole script."""
        output = self._folder / "replay.txt"
        seconds = wall_time([OURS / "python", "-m", "benchmarks.replay", self._recording, self._told], PROJECT,
                            environment(), output=output)
        said = json.loads(output.read_text().strip().splitlines()[-1])
        self.replays.append(said["seconds"])
        self.done, self.different, self.waited = said["done"], said["different"], said["waited"]
        if said["in_vain"]:
            raise NotMeasured("the replay waited in vain, and its time is none of a bare script: "
                              + "; ".join(said["in_vain"][:10]))
        if len(self.different) > MOST_DIFFERENT * sum(self.done.values()):
            raise NotMeasured(f"the replay was answered otherwise {len(self.different)} times, such as: "
                              + "; ".join(self.different[:10]))
        return seconds

    def _behave(self, arguments: list[str], codes: tuple[int, ...] = (0,), **further: str) -> float:
        reports = self._folder / "reports"
        shutil.rmtree(reports, ignore_errors=True)
        return wall_time([OURS / "behave", *self._selection, f"-Dreports={reports}", *arguments], PROJECT,
                         self._environment | further, codes, self._folder / "output.txt")

    def _signed(self) -> dict:
        return json.loads((self._folder / "reports/latest/sign-off.json").read_text())
