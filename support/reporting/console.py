"""What people see while a run goes on: a line for each scenario as it ends, and what failed in full, and once more."""

from __future__ import annotations

import io
import textwrap
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from behave.formatter.base import Formatter
from behave.model import Feature, Scenario, Step
from behave.model_describe import ModelDescriptor

from support.reporting.again import command
from support.reporting.colours import Paint, is_terminal, wants_colours
from support.reporting.evidence import Evidence
from support.reporting.failures import failure_text
from support.reporting.identity import scenario_ids, title
from support.reporting.listing import SCENARIO_SECONDS, as_text, entries
from support.reporting.masking import Mask
from support.reporting.notes import Attempt, notes_of
from support.reporting.observing import watch
from support.reporting.outcome import step_to_blame
from support.reporting.progress import Progress
from support.reporting.registry import Requirement
from support.reporting.run_record import ScenarioRecord, scenario_record
from support.reporting.soon_flushed import SoonFlushed
from support.settings import Settings

QUIET = ("passed", "skipped", "blocked", "not_run")
_WIDTH = 116


@dataclass(frozen=True)
class Ending:
    """How an attempt at a scenario ended, as the console tells it: plain data, which another process can send."""

    record: ScenarioRecord
    attempt: Attempt
    number: int  # of the attempt, from 1
    clock_jump: str = ""  # in words
    place: str = ""  # file and line of the step to blame; empty where there is none
    below: str = ""  # that step's table and text

    @property
    def status(self) -> str:
        """The first attempt's own; after a later one what all of them come to."""
        return self.record.status if self.number > 1 else self.attempt.status

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to explain."""
        return self.status in QUIET


class ConsoleFormatter(Formatter):
    """Colours and a line of progress on a terminal, plain text elsewhere; with ``--verbose`` each step while it runs.

    The runner sets ``mask``, ``registry``, ``total`` (the number of scenarios in scope), ``settings`` and
    ``evidence_of``. In a dry run, where no scenario ends, it lists them as the formatter ``list`` does; the runner may
    then set ``scenario_seconds``.
    """

    name = "muster"
    description = "A line for each scenario as it ends; failures in full"

    def __init__(self, stream_opener: Any, config: Any):
        super().__init__(stream_opener, config)
        self.stream = self.open()
        self.mask = Mask()
        self.registry: Mapping[str, Requirement] = {}
        self.total: int | None = None
        self.settings: Settings | None = None
        self.evidence_of: Callable[[], Evidence | None] = lambda: None
        self.scenario_seconds = SCENARIO_SECONDS
        self._paint = Paint(wants_colours(self.stream, config))
        self._progress = Progress(self.stream) if is_terminal(self.stream) and not config.verbose else None
        self._soon = SoonFlushed(self.stream)
        self._ids: dict[int, str] = {}
        self._to_list: list[Feature] = []
        self._ended = 0
        self._announced: deque[Step] = deque()
        self._shown = 0  # exhibits of the scenario in hand
        self._failed: list[ScenarioRecord] = []
        self._hand_over: Callable[[Ending, str], None] | None = None

    def feature(self, feature: Feature) -> None:
        """A feature begins."""
        if self.config.dry_run:
            self._to_list.append(feature)
        self.follow(feature)

    def follow(self, feature: Feature) -> None:
        """Follow the feature's scenarios."""
        self._ids.update(scenario_ids(feature))
        watch(feature, self)

    def close(self) -> None:
        """The run is over: every failure once more; a dry one shows what it would have run."""
        self.stop_progress()
        if self.stream is not None:
            if self.config.dry_run:
                self.stream.write(self.mask(as_text(entries(self._to_list, self.config, self.scenario_seconds))))
            self._failures_once_more()
            self._soon.close()
        super().close()

    def stop_progress(self) -> None:
        """Nothing moves on the console any more."""
        if self._progress is not None:
            self._progress.close()

    # A scenario

    def scenario_started(self, scenario: Scenario, attempt: int) -> None:
        """On a terminal the line of progress names it; in verbose mode its steps will follow."""
        self._announced.clear()
        self._shown = 0
        self.in_hand(scenario)
        if self.config.verbose:
            self._say(self._paint("strong", title(scenario)))

    def scenario_ended(self, scenario: Scenario, attempt: int) -> None:
        """Say how it ended."""
        ending = _ending(scenario, scenario_record(scenario, self._ids[id(scenario)], self.mask), attempt)
        if self._hand_over is None:
            self.show(ending)
            return
        said = self.stream.getvalue()
        self.stream = io.StringIO()
        self._hand_over(ending, said)

    def hand_over_to(self, somebody: Callable[[Ending, str], None]) -> None:
        """From now on somebody else shows the endings; each comes with what was said while the scenario was in hand."""
        self._hand_over, self.stream, self._progress = somebody, io.StringIO(), None
        self._soon = SoonFlushed(self.stream)

    def in_hand(self, scenario: Scenario) -> None:
        """On a terminal the line of progress names it."""
        if self._progress is not None:
            self._progress.scenario_began(self.mask(title(scenario)), self.total or 0)

    def show(self, ending: Ending, said: str = "") -> None:
        """The status, where the scenario stands, its name, its seconds; for a failure what happened.

        :param said: what comes before.
        """
        record, attempt, status = ending.record, ending.attempt, ending.status
        self._ended += ending.number == 1
        if self._progress is not None:
            self._progress.scenario_ended(failed=not ending.is_quiet)
        number = f"{self._ended}/{self.total}" if self.total else f"{self._ended}"
        place = " · ".join(filter(None, (record.area, record.feature, record.rule, record.name)))
        tried = f", attempt {ending.number}" if ending.number > 1 else ""
        word = self._paint(status, f"{status.replace('_', ' ').upper():<8}")
        with self._aside():
            if said:
                self.stream.write(said)
            self._say(f"[{number}] {word} {place} ({attempt.seconds:.2f} s{tried})")
            if status in ("skipped", "blocked"):
                self._say(f"    {failure_text(record, {})}")
            if ending.clock_jump:
                self._say(self._paint("warning", f"    {ending.clock_jump}"))
            if not ending.is_quiet:
                self._failed = [*(each for each in self._failed if each.id != record.id), record]
                self._explain(ending)
            self._soon.flush()

    def _explain(self, ending: Ending) -> None:
        record, attempt = ending.record, ending.attempt
        self._say(f"    at {record.path}:{record.line}")
        if ending.place:
            self._say(f"    step: {attempt.failed_step} {self._paint('soft', f'({ending.place})')}")
            if ending.below:
                self._say(ending.below)
        self._say(textwrap.indent(attempt.error, "    "))
        self._say_promises(record, "    ")
        if self.config.verbose and record.trace:
            self._say(textwrap.indent(record.trace, "    "))

    def _say_promises(self, record: ScenarioRecord, indent: str) -> None:
        for each in () if record.platform_gone else record.requirements:
            if each in self.registry:
                words = f"{each}: {self.registry[each].statement}"
                self._say(textwrap.fill(words, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  "))

    def _failures_once_more(self) -> None:
        if not self._failed:
            return
        self._say(f"\n{self._paint('strong', 'What did not pass, once more:')}")
        order = {self.mask(identity): place for place, identity in enumerate(self._ids.values())}
        for record in sorted(self._failed, key=lambda each: order[each.id]):  # slots end them in any order
            self._say(f"\n  {self._paint(record.status, record.name)}")
            self._say(f"    {record.error.partition(chr(10))[0]}")
            self._say_promises(record, "    ")
            self._say(f"    {command(record, self.settings)}")

    # In verbose mode each step, while it runs

    def step(self, step: Step) -> None:
        """A step is to come."""
        self._announced.append(step)

    def match(self, match: Any) -> None:
        """A step begins."""
        if self.config.verbose and self._announced:
            step = self._announced[0]
            self._say(f"    {step.keyword} {step.name}")
            if below := _below(step):
                self._say(below)
            self.stream.flush()

    def result(self, step: Step) -> None:
        """It is through: how, in how many seconds, and what was asked and answered meanwhile."""
        if self._announced:
            self._announced.popleft()
        if not self.config.verbose:
            return
        evidence = self.evidence_of()
        exhibits = evidence.exhibits[self._shown:] if evidence is not None else []
        self._shown += len(exhibits)
        status = step.status.normalized_name
        for exhibit in exhibits:
            self._say(f"      {exhibit.title}")
            self._say(self._paint("soft", textwrap.indent(exhibit.text, "        ")))
        self._say(f"      {self._paint('passed' if step.status.is_passed() else 'failed', status)} ({step.duration:.2f} s)")
        self.stream.flush()

    # The stream

    @contextmanager
    def _aside(self) -> Iterator[None]:
        if self._progress is None:
            yield
            return
        with self._progress.aside():
            yield

    def _say(self, text: str) -> None:
        self.stream.write(self.mask(text) + "\n")


def _ending(scenario: Scenario, record: ScenarioRecord, attempt: int) -> Ending:
    notes = notes_of(scenario)
    ending = Ending(record, notes.attempts[-1], attempt, notes.clock_jump)
    step = None if ending.is_quiet else step_to_blame(scenario)
    if step is None:
        return ending
    return replace(ending, place=f"{Path(step.filename).as_posix()}:{step.line}", below=_below(step))


def _below(step: Step) -> str:
    """The table and the text of a step."""
    table = ModelDescriptor.describe_table(step.table, "      ").rstrip() if step.table is not None else ""
    text = textwrap.indent(f'"""\n{step.text}\n"""', "      ") if step.text is not None else ""
    return "\n".join(filter(None, (table, text)))
