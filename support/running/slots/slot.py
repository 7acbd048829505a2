"""One slot: a process that boots a platform, runs the scenarios that it is handed, and tells what became of each."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from behave.formatter.base import StreamOpener
from behave.model import Feature, Rule, Scenario, ScenarioOutline
from behave.runner import the_step_registry

from support.reporting.allure_results import ALLURE_FOLDER
from support.reporting.console import ConsoleFormatter, Ending
from support.reporting.formatter import MusterAllureFormatter
from support.reporting.identity import scenario_ids
from support.reporting.run_record import Problem, faults_around, scenario_record
from support.running.console import masked_console
from support.running.interruption import SIGNALS, interruptible, not_interrupted
from support.running.lean_context import LeanContext
from support.running.runner import FAULTY_INPUT, AcceptanceRunner
from support.running.slots.line import Line, Spoken
from support.running.slots.messages import Ended, Over, Ready, Refused
from support.running.slots.session import SessionOfASlot
from support.targets.capabilities import TargetUnreachable

if TYPE_CHECKING:
    from support.running.slots.runner import RunnerOfSlots


def work(run: RunnerOfSlots, name: str, slots: int, connection: Connection, others: list[Connection]) -> None:
    """What the process of a slot does, from its first to its last moment.

    :param others: connections of the run that this process was born with, and that are not its own.
    """
    os.setpgrp()  # Ctrl-C on a terminal is for the run, which tells each slot once
    for each in others:
        each.close()  # else nobody would notice the end of who holds it
    line = Line(connection)
    runner = RunnerOfASlot(run, SessionOfASlot(run.session, name, slots), line)
    with redirect_stdout(Spoken(line, False)), redirect_stderr(Spoken(line, True)), masked_console(runner.session.mask):
        try:
            with interruptible(runner.note_interruption):
                signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
                runner.work()
        except FAULTY_INPUT as fault:
            line.send(Refused(str(fault)))
    with not_interrupted():
        line.close()


class RunnerOfASlot(AcceptanceRunner):
    """Goes through a run as ever, but that the run has done the reading, hands out the scenarios and signs off."""

    def __init__(self, run: RunnerOfSlots, session: SessionOfASlot, line: Line):
        super().__init__(run.config)
        self.settings, self.registry, self.scope = run.settings, run.registry, run.scope
        self.features, self.hooks, self.step_registry = run.features, run.hooks, the_step_registry
        self.context = LeanContext(self)
        self.session = self.config.session = session
        self.session.presence.on_gone = lambda: setattr(self.config, "stop", True)
        self._consoles = [each for each in run.formatters if isinstance(each, ConsoleFormatter)]
        self._scenarios = run.scenarios
        self._line = line
        self._shown: list[tuple[Ending, str]] = []
        self._faults: list[Problem] = []  # around scenarios

    def note_interruption(self) -> None:
        """End after the scenario in hand."""
        self._end_after_this()

    def work(self) -> None:
        """Boot, run what is handed out, wind up, and tell the run that all is over."""
        try:
            self._accept(self._begin())
        except KeyboardInterrupt:  # before anything that has to be wound up in its own way
            with not_interrupted():
                self.session.close()
                self._sign_off([], True)

    def _begin(self) -> TargetUnreachable | None:
        try:
            with self.session.phase("boot"):
                self.session.start()
        except TargetUnreachable as fault:
            return fault
        except BaseException:
            with not_interrupted():
                self.session.close()
            raise
        return None

    def _announce(self) -> None:
        """The run did."""

    def _load_steps(self) -> None:
        """The run did."""

    def _load_what_follows(self) -> None:
        self.session.target.load()

    def _require_defined_steps(self) -> None:
        """The run did."""

    def _begin_page(self) -> None:
        """The run does."""

    def _make_formatters(self) -> None:
        for console in self._consoles:
            console.hand_over_to(lambda ending, said: self._shown.append((ending, said)))
        results = MusterAllureFormatter(StreamOpener(str(self.session.folder / ALLURE_FOLDER)), self.config)
        self.formatters = [*self._consoles, results]
        self._tell_formatters(mask=self.session.mask, registry=self.registry, evidence_of=lambda: self.session.evidence)

    def run_model(self) -> bool:
        """Run one scenario after the other, as they come. Answers nothing that the run would not know."""
        session = self.session
        self._line.send(Ready(session.target.base_url, session.versions, session.mask.take_new()))
        self.run_hook("before_all")
        try:
            while not self._has_to_end() and (place := self._line.next()) is not None:
                self._run_one(place)
        finally:
            self.run_hook_with_capture("after_all")
            self.context._do_remaining_cleanups()
            self.formatters[-1].close()
        return False

    def _has_to_end(self) -> bool:
        return bool(self.aborted or self.session.presence.gone)

    def _run_one(self, place: int) -> None:
        scenario = self._scenarios[place]
        self.feature = scenario.feature
        self.session.goes_on_from(place)
        try:
            with _only(scenario):
                for formatter in self.formatters:
                    formatter.uri(scenario.feature.filename)
                scenario.feature.run(self)
        except KeyboardInterrupt:
            self.abort(reason="KeyboardInterrupt")
        finally:
            self._tell(place, scenario)

    def _tell(self, place: int, scenario: Scenario) -> None:
        for each in self.formatters:
            if isinstance(each, MusterAllureFormatter):
                each.file_logger.finish()  # whoever hears of it may rely on the result
        self._faults += faults_around([scenario.feature], self.scope.scenarios)
        mask, shown, self._shown = self.session.mask, self._shown, []
        record = scenario_record(scenario, scenario_ids(scenario.feature)[id(scenario)], mask)
        self._line.send(Ended(place, record, shown, mask.take_new(), self._has_to_end()))

    def _sign_off(self, problems: list[Problem], interrupted: bool) -> int:
        session = self.session
        session.watch_clock("the end of the run")
        gone = session.presence.gone
        losses = [] if gone or session.target is None else map(Problem, session.target.losses())
        told = [*losses, *problems, *self._unwritten(), *map(Problem, session.clock_jumps), *self._watched(),
                *dict.fromkeys(self._faults), *faults_around([], set(), self)]
        operations = session.watches.operations() if session.watches else {}
        self._line.send(Over(told, gone, dict(session.phases), interrupted, operations, session.mask.take_new()))
        return 0


@contextmanager
def _only(scenario: Scenario) -> Iterator[None]:
    """Its feature, and what else it stands in, have this scenario alone."""
    before = []
    statement: Scenario | ScenarioOutline | Rule | Feature = scenario
    while not isinstance(statement, Feature):
        above = statement.parent
        name = "_scenarios" if isinstance(above, ScenarioOutline) else "run_items"
        before.append((above, name, getattr(above, name)))
        setattr(above, name, [statement])
        statement = above
    try:
        yield
    finally:
        for above, name, items in before:
            setattr(above, name, items)
