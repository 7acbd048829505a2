"""A house of its own for a test: the suite's steps and hooks, and features that the test writes."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import psutil

from support.stack import Addresses
from support.stack.keeper import MARK

PROJECT = Path(__file__).parents[2]
BEHAVE = Path(sys.executable).parent / "behave"
SECONDS = 300  # that a run may take on a slow machine


@dataclass
class Ended:
    """A run of behave that has ended."""

    code: int
    output: str
    folder: Path

    @property
    def sign_off(self) -> dict:
        return json.loads((self.folder / "sign-off.json").read_text())

    @property
    def statuses(self) -> dict[str, str]:
        """The result of each scenario by its name."""
        return {each["name"]: each["status"] for each in self.sign_off["results"]}


class House:
    """A folder in which behave runs as in the project."""

    def __init__(self, folder: Path, temporary: Path):
        self.folder, self.temporary = folder, temporary
        for name in ("steps", "environment.py", "behave.ini"):
            (folder / name).symlink_to(PROJECT / name)
        (folder / "features").mkdir()
        (folder / "features/requirements.csv").symlink_to(PROJECT / "features/requirements.csv")

    def write(self, path: str, text: str) -> None:
        """A feature file below ``features``."""
        place = self.folder / "features" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(dedent(text))

    def add_steps(self, text: str) -> None:
        """Further sentences, beside the suite's own."""
        suite = self.folder / "steps"
        if suite.is_symlink():
            suite.unlink()
            suite.mkdir()
            for path in (PROJECT / "steps").glob("*.py"):
                (suite / path.name).symlink_to(path)
        (suite / "of_the_test.py").write_text(dedent(text))

    def left(self) -> list[str]:
        """Processes and folders of stacks whose private folders are in this house's folder for such."""
        found = [str(path) for path in self.temporary.iterdir()]
        for process in psutil.process_iter():
            try:
                command = " ".join(process.cmdline())
                if process.environ().get(MARK, "").startswith(str(self.temporary)) or str(self.temporary) in command:
                    found.append(command)
            except psutil.Error:
                continue
        return found

    def behave(self, *arguments: str, started_in: Path | None = None, **environment: str) -> Ended:
        """Run behave to its end."""
        answer = subprocess.run([BEHAVE, *arguments], cwd=started_in or self.folder, env=self.environment() | environment,
                                text=True, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL)
        return Ended(answer.returncode, answer.stdout + answer.stderr, (self.folder / "reports/latest").resolve())

    def behave_on_a_terminal(self, *arguments: str, **environment: str) -> Ended:
        """Run behave to its end; it believes that somebody looks on."""
        ours, its = pty.openpty()
        run = subprocess.Popen([BEHAVE, *arguments], cwd=self.folder, stdout=its, stderr=its, stdin=subprocess.DEVNULL,
                               env=self.environment() | {"TERM": "xterm-256color"} | environment)
        os.close(its)
        shown = b""
        with os.fdopen(ours, "rb", buffering=0) as terminal, contextlib.suppress(OSError):  # which says that it is over
            while piece := terminal.read(65536):
                shown += piece
        code = run.wait(timeout=SECONDS)
        return Ended(code, shown.decode().replace("\r\n", "\n"), (self.folder / "reports/latest").resolve())

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start behave and go on."""
        return subprocess.Popen([BEHAVE, *arguments], cwd=self.folder, env=self.environment(), text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)

    def listed(self, *arguments: str) -> list[str]:
        """The names of the scenarios that a selection lists."""
        answer = self.behave("--dry-run", "--no-summary", "--format=list.json", "--outfile=list.json", *arguments)
        assert answer.code == 0, answer.output
        return [each["name"] for each in json.loads((self.folder / "list.json").read_text())["scenarios"]]

    def environment(self) -> dict[str, str]:
        """Ours without anything that names a datastore or a setting; no page is made, which would take a second."""
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith("MUSTER_") and name not in ("DATABASE_URL", "TESTING_DATABASE_URL")}
        return kept | {"MUSTER_ALLURE_PAGE": "no", "TMPDIR": str(self.temporary)}


def addresses_of(platform: Addresses) -> list[str]:
    """The arguments that tell the datastores command of a platform's datastores."""
    return [f"--database-url={platform.database_url}", f"--redis-url={platform.redis_url}",
            f"--broker-url={platform.broker_url}"]
