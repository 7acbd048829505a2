"""Runs the scenarios of one broken variant, and only these, in a behave of their own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tests.broken._judging import BROKEN, CAUGHT, MISSING, Verdict, judge, own_fault
from tests.broken._reading import Variant

PROJECT = Path(__file__).resolve().parents[2]
BEHAVE = (str(Path(sys.executable).with_name("behave")),)
SECONDS = 300.0  # that one run may take
SECONDS_TO_LEAVE = 20.0  # after an interrupt
LINES = 12  # of a run's output, where it says nothing else
SETTING = "MUSTER_"


class Interrupted(Exception):
    """The run was ended because all of them are."""


class Runs:
    """Runs of behave, several at once if ``against`` is called in several threads; each in a folder below ``folder``.

    ``begin``: what begins one, called as ``subprocess.Popen`` is. One that is forked from what was loaded before is as good
    as any where it catches the variant. Where it does not, a run from nothing decides.
    """

    def __init__(self, folder: Path, behave: tuple[str, ...] = BEHAVE, seconds: float = SECONDS,
                 begin: Callable[..., subprocess.Popen] = subprocess.Popen):
        self._folder = folder
        self._behave = behave
        self._seconds = seconds
        self._begin = begin
        self._living: dict[str, subprocess.Popen] = {}
        self._lock = threading.Lock()
        self._ending = False

    def against(self, variant: Variant) -> Verdict:
        """Run the variant's scenarios against it.

        :raises Interrupted: when ``end`` was called.
        """
        if not variant.scenarios:
            return Verdict(variant, MISSING, f": {variant.missing}")
        folder = self._folder / variant.name
        if self._begin is not subprocess.Popen:
            with suppress(OSError):  # of what was loaded, should it have ended
                verdict = self._verdict(variant, folder, self._begin)
                if verdict.kind == CAUGHT:
                    return verdict
            folder = folder.with_name(f"{variant.name}-anew")
        return self._verdict(variant, folder, subprocess.Popen)

    def _verdict(self, variant: Variant, folder: Path, begin: Callable[..., subprocess.Popen]) -> Verdict:
        began = time.monotonic()
        folder.mkdir(parents=True)
        output = folder / "output.txt"
        code = self._run(variant, folder, output, begin)
        seconds = time.monotonic() - began
        if code is None:
            return Verdict(variant, BROKEN, f": its run did not end in {self._seconds:.0f} s\n{_tail(output)}", seconds)
        try:
            verdict = judge(variant, json.loads((folder / "latest/sign-off.json").read_text()), seconds)
            for log in sorted((folder / "latest/logs").glob("*.log")) if verdict.kind == CAUGHT else ():
                if fault := own_fault(variant, log.read_text(errors="replace")):
                    verdict = Verdict(variant, BROKEN, f": its own code does not fit any more: {fault}", seconds)
        except (OSError, ValueError):
            verdict = Verdict(variant, BROKEN, f": its run ended with exit code {code} and no sign-off", seconds)
        return verdict if verdict.kind != BROKEN else replace(verdict, words=f"{verdict.words}\n{_tail(output)}")

    def end(self) -> None:
        """Interrupt every run, as a person would, and wait until all are gone with what they had started."""
        with self._lock:
            self._ending = True
            living = list(self._living.values())
        for process in living:
            process.send_signal(signal.SIGINT)
        deadline = time.monotonic() + SECONDS_TO_LEAVE
        for process in living:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _run(self, variant: Variant, folder: Path, output: Path, begin: Callable[..., subprocess.Popen]) -> int | None:
        """The exit code; None when it had to be ended."""
        with output.open("wb") as log:
            with self._lock:
                if self._ending:
                    raise Interrupted
                # A session of its own: an interrupt at the terminal comes to it through us alone, and once.
                process = self._living[variant.name] = begin(
                    [*self._behave, *arguments(variant, folder)], cwd=PROJECT, env=environment(), stdin=subprocess.DEVNULL,
                    stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
            try:
                code = process.wait(self._seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                code = None
            finally:
                with self._lock:
                    del self._living[variant.name]
        if self._ending:
            raise Interrupted
        return code


def arguments(variant: Variant, folder: Path) -> list[str]:
    """What behave is told: the variant, and its scenarios by their titles; an outline's title stands for its rows."""
    names = [f"--name=^{re.escape(title)}( -- @.*)?$" for title in variant.scenarios]
    return ["-D", f"broken={variant.name}", "-D", "allure_page=no", "-D", f"reports={folder}", *names]


def environment() -> dict[str, str]:
    """Ours without anything that names another target or a datastore: what is broken runs on private ones."""
    return {name: value for name, value in os.environ.items()
            if name == f"{SETTING}CACHE" or not (name.startswith(SETTING) or name.endswith("DATABASE_URL"))}


def _tail(output: Path) -> str:
    lines = output.read_text(errors="replace").rstrip().splitlines() if output.exists() else []
    return "\n".join(f"  | {line}" for line in lines[-LINES:]) or "  | nothing was printed"
