"""``python -m tests.broken [names…]``: is each broken variant of the platform caught by the scenarios that must?

Prints a line for each as it comes. Ends with 0 when all were caught, 1 when one was not, 2 for a name that is none, 130
when it was interrupted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from support.targets.broken_variants import no_such_variant
from tests.broken._forking import Loaded
from tests.broken._judging import BROKEN, CAUGHT, MISSING, SURVIVED, Verdict
from tests.broken._reading import Variant, variants
from tests.broken._running import PROJECT, Interrupted, Runs

KEPT = PROJECT / "reports/broken"
FEW = 2  # are run sooner than anything is loaded for them


def main(arguments: list[str], **how) -> int:
    """Run them, and answer the exit code. ``how`` goes to ``Runs``."""
    parser = argparse.ArgumentParser(prog="python -m tests.broken", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="variants of tests/broken; none: all")
    parser.add_argument("--jobs", type=_count, default=None, metavar="N", help="so many at once (one for each core)")
    parser.add_argument("--keep", action="store_true", help=f"keep the reports of each run, in {KEPT.relative_to(PROJECT)}")
    asked = parser.parse_args(arguments)
    try:
        chosen = choose(variants(), asked.names)
    except ValueError as fault:
        sys.stderr.write(f"Not run: {fault}\n")
        return 2
    if asked.keep:
        shutil.rmtree(KEPT, ignore_errors=True)
    folder = KEPT if asked.keep else Path(tempfile.mkdtemp(prefix="muster-broken-"))
    try:
        with _interruptible():
            return _run(chosen, folder, asked.jobs or len(os.sched_getaffinity(0)), how)
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def loaded() -> Iterator[dict[str, Any]]:
    """Load the suite and the platform once, for all runs. Answers how they begin then; as ever where it cannot be done."""
    folder = Path(tempfile.mkdtemp(prefix="muster-loaded-"))
    platform = Loaded("tests.broken._platform", folder)
    suite = Loaded("tests.broken._suite", folder, str(platform.place))
    try:
        yield {"begin": suite.begin} if suite.is_ready() and platform.is_ready() else {}
    finally:
        suite.end()
        platform.end()
        shutil.rmtree(folder, ignore_errors=True)


def choose(known: list[Variant], names: list[str]) -> list[Variant]:
    """Those of these names, all where none is named.

    :raises ValueError: for a name that is none, with the nearest that exists.
    """
    by_name = {variant.name: variant for variant in known}
    for name in names:
        if name not in by_name:
            raise ValueError(no_such_variant(name, by_name))
    return [by_name[name] for name in dict.fromkeys(names)] or known


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} should be a whole number, 1 to 64")
    return int(text)


def _run(chosen: list[Variant], folder: Path, jobs: int, how: dict[str, Any]) -> int:
    progress, began = Progress(len(chosen)), time.monotonic()
    try:
        with loaded() if len(chosen) > FEW and not how else nullcontext({}) as ahead:
            _run_all(chosen, Runs(folder, **how, **ahead), jobs, progress)
    except (KeyboardInterrupt, Interrupted):
        return progress.interrupted()
    return progress.total(time.monotonic() - began)


def _run_all(chosen: list[Variant], runs: Runs, jobs: int, progress: Progress) -> None:
    threads = ThreadPoolExecutor(jobs)
    waiting = [threads.submit(runs.against, variant) for variant in chosen]
    try:
        for done in as_completed(waiting):
            progress.tell(done.result())
    except (KeyboardInterrupt, Interrupted):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the end is under way
        raise
    finally:
        for each in waiting:
            each.cancel()
        runs.end()
        threads.shutdown()


@contextmanager
def _interruptible() -> Iterator[None]:
    """A request to end this process ends it as Ctrl-C does."""
    handlers = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)


class Progress:
    """What is printed: a line for each verdict, and on a terminal one below that says what is left."""

    def __init__(self, total: int):
        self._total = total
        self._verdicts: list[Verdict] = []
        self._began = time.monotonic()
        self._on_terminal = sys.stdout.isatty()
        self._draw()

    def tell(self, verdict: Verdict) -> None:
        self._verdicts.append(verdict)
        self._say(str(verdict))
        self._draw()

    def interrupted(self) -> int:
        """The exit code, after saying how far it came."""
        self._say(f"Interrupted after {len(self._verdicts)} of {self._total}; what was running is ended.")
        return 130

    def total(self, seconds: float) -> int:
        """The exit code, after the sums."""
        found = Counter(verdict.kind for verdict in self._verdicts)
        sums = [f"{found[kind]} {kind.lower()}" for kind in (CAUGHT, SURVIVED, BROKEN, MISSING) if found[kind]]
        uncaught = [str(verdict).partition("\n")[0] for verdict in self._verdicts if verdict.kind != CAUGHT]
        self._say("\n".join(["", *uncaught, f"{self._total} broken variants in {seconds:.0f} s: {', '.join(sums)}."]))
        return 1 if uncaught else 0

    def _say(self, text: str) -> None:
        sys.stdout.write(("\r\x1b[K" if self._on_terminal else "") + f"{text}\n")
        sys.stdout.flush()

    def _draw(self) -> None:
        done = len(self._verdicts)
        if not self._on_terminal or done == self._total:
            return
        caught = sum(verdict.kind == CAUGHT for verdict in self._verdicts)
        words = f"{done}/{self._total} done, {done - caught} not caught"
        if done:
            words += f", about {(time.monotonic() - self._began) / done * (self._total - done):.0f} s left"
        sys.stdout.write(f"\r\x1b[K{words}")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
