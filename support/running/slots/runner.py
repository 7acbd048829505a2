"""The run in slots: it reads and inspects as ever, hands out the scenarios, shows what comes back, and signs off."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from time import monotonic
from types import SimpleNamespace

from behave.formatter._registry import make_formatters
from behave.model import Scenario

from support import wall_clock
from support.reporting.allure_results import ALLURE_FOLDER, forget_result
from support.reporting.console import QUIET, ConsoleFormatter, Ending
from support.reporting.identity import scenario_ids, title
from support.reporting.notes import Attempt
from support.reporting.run_record import UNREACHABLE, Problem, ScenarioRecord, scenario_record
from support.running.console import pass_on
from support.running.interruption import SIGNALS, heard_by
from support.running.runner import AcceptanceRunner
from support.running.slots.conditions import require_divisible
from support.running.slots.messages import Ended, Message, Over, Ready, Refused, Said
from support.running.slots.session import SessionOfSlots
from support.running.slots.slot import work
from support.running.slots.work import Work
from support.settings import Settings, UsageError

_IN_TURN = ("boot", "seed")  # phases of a slot before its first scenario; the slowest one's count


@dataclass
class Slot:
    """One slot as the run sees it."""

    name: str
    process: ForkProcess
    connection: Connection
    in_hand: int | None = None  # the place of its scenario
    since: float = 0.0
    ended: int = 0  # scenarios, in which its platform was there
    is_ready: bool = False
    is_leaving: bool = False  # it takes no further one
    is_sent_home: bool = False  # it was told that nothing more comes
    over: Over | None = None  # its last words


class RunnerOfSlots(AcceptanceRunner):
    """Takes the place of ``AcceptanceRunner`` where --jobs asks for more than one slot."""

    session: SessionOfSlots

    def _read_settings(self) -> Settings:
        settings = super()._read_settings()
        require_divisible(settings, self.config)
        return settings

    def _new_session(self) -> SessionOfSlots:
        return SessionOfSlots(self.settings)

    def _read_features(self) -> None:
        super()._read_features()
        self.scenarios: list[Scenario] = self.scope.ordered()
        self._work = Work(self.scenarios, self.settings.reports)
        self._records: dict[int, ScenarioRecord] = {}  # that came back, by the scenario's place
        self._problems: list[tuple[str, Problem]] = []  # with the slot that told it
        self._slots: list[Slot] = []
        self._addresses: list[str] = []
        self._refused = ""  # why the run cannot be, as a slot found out
        self._number_of_slots = min(self.config.jobs, self._work.most_at_once)

    def _datastores(self) -> str:
        if self.settings.target != "reference":
            return f"{super()._datastores()} in {self._number_of_slots} slots"
        return f"{super()._datastores()} in each of {self._number_of_slots} slots"

    def _begin_page(self) -> None:
        """Not before the slots have parted, and are ready."""
        if self._slots:
            super()._begin_page()

    def _make_formatters(self) -> None:
        self.formatters = make_formatters(self.config, self.config.outputs)
        self._consoles = [each for each in self.formatters if isinstance(each, ConsoleFormatter)]
        for formatter in self.formatters:
            for feature in self.features:
                formatter.feature(feature)
        self._tell_formatters(mask=self.session.mask, registry=self.registry, total=len(self.scenarios),
                              settings=self.settings)
        (self.session.folder / ALLURE_FOLDER).mkdir(parents=True, exist_ok=True)

    # While scenarios run

    def run_model(self) -> bool:
        """Let the slots run everything. Answers nothing that the results do not say."""
        with heard_by(self._interrupt):
            try:
                self._start_slots()
                self._follow()
            finally:
                self._end_slots()
        if self._refused:
            self.session.leave_no_reports()
            raise UsageError(self._refused)
        for formatter in self.formatters:
            formatter.close()
        self._add_up()
        return False

    def _start_slots(self) -> None:
        fork = multiprocessing.get_context("fork")
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)  # until each slot has its own way to be interrupted
        try:
            for number in range(1, self._number_of_slots + 1):
                if self.aborted:
                    break
                ours, its = fork.Pipe()
                others = [ours, *(each.connection for each in self._slots)]
                process = fork.Process(target=work, args=(self, f"slot-{number}", self._number_of_slots, its, others))
                process.start()
                its.close()
                self._slots.append(Slot(f"slot {number}", process, ours))
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)

    def _follow(self) -> None:
        while living := self._living():
            for connection in wait([each.connection for each in living]):
                slot = next(each for each in living if each.connection is connection)
                try:
                    message = connection.recv()
                except (EOFError, OSError):
                    self._is_gone(slot)
                else:
                    self._hear(slot, message)
            self._hand_out()

    def _living(self) -> list[Slot]:
        return [each for each in self._slots if not each.connection.closed]

    def _hear(self, slot: Slot, message: Message) -> None:
        match message:
            case Said():
                pass_on(message.text, message.as_error)
            case Ready():
                self._learn(message.secrets)
                self._take_place()
                self.session.versions = self.session.versions or message.versions
                self._addresses.append(message.base_url)
                slot.is_ready = True
                if all(each.is_ready for each in self._slots):
                    self._begin_page()
            case Ended():
                self._learn(message.secrets)
                slot.in_hand, slot.is_leaving = None, message.is_last
                slot.ended += not message.record.platform_gone
                self._take(message)
            case Over():
                self._learn(message.secrets)
                slot.over = message
                self._note_end(slot)
            case Refused():
                slot.over = Over([], "", {})
                self._refused = message.words
                self._end_all()

    def _take_place(self) -> None:
        if not self._refused:
            self.session.keep_reports_now()

    def _learn(self, secrets: list[str]) -> None:
        for secret in secrets:
            self.session.mask.learn(secret)

    def _take(self, ended: Ended) -> None:
        self._records[ended.place] = ended.record
        for console, (ending, said) in zip(self._consoles, ended.shown, strict=False):
            console.show(ending, said)
        if self.config.stop and ended.record.status not in QUIET:
            self._work.drop()

    def _hand_out(self) -> None:
        for slot in self._living():
            if slot.in_hand is not None or slot.is_leaving or slot.is_sent_home or not slot.is_ready:
                continue
            others = [each for each in self._living() if each is not slot]
            place = self._work.next(others)
            if place is not None:
                slot.in_hand, slot.since = place, monotonic()
                for console in self._consoles:
                    console.in_hand(self.scenarios[place])
                self._send(slot, place)
            elif self._work.is_done or any(not (each.is_sent_home or each.is_leaving) for each in others):
                slot.is_sent_home = True  # what has to be alone waits for the last one
                self._send(slot, None)

    def _send(self, slot: Slot, place: int | None) -> None:
        with suppress(OSError):  # it is gone: its connection says so next
            slot.connection.send(place)

    # When something ends that should not

    def _interrupt(self) -> None:
        """Somebody asked for the end: each slot is told so as often as the run."""
        self.aborted = True
        self._end_all()

    def _end_all(self) -> None:
        self._work.drop()
        for slot in self._living():
            with suppress(ProcessLookupError):  # it has ended in this very moment
                os.kill(slot.process.pid, signal.SIGINT)

    def _note_end(self, slot: Slot) -> None:
        self._take_place()
        self._problems += [(slot.name, each) for each in slot.over.problems]
        if slot.over.gone:
            first_line = slot.over.gone.partition("\n")[0]
            self._problems.append((slot.name, Problem(
                f"the platform went away after {slot.ended} of {len(self.scenarios)} scenarios: {first_line}", UNREACHABLE)))
        if slot.over.was_interrupted and not self.aborted:  # somebody asked the slot itself
            self._interrupt()
        elif not slot.is_sent_home and (self.settings.target != "reference" or not slot.over.gone):
            self._work.drop()  # what ended it would end the others, too

    def _is_gone(self, slot: Slot) -> None:
        slot.connection.close()
        slot.process.join()
        if slot.over is not None:
            return
        code = slot.process.exitcode
        how = f"was ended by signal {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
        words = f"the process of {slot.name} {how}"
        if slot.in_hand is not None:
            self._lose(slot, words)
            words += f" while “{title(self.scenarios[slot.in_hand])}” was in hand"
        self._take_place()
        self._problems.append(("", Problem(words)))

    def _lose(self, slot: Slot, words: str) -> None:
        """The scenario in hand has come to no end: that says nothing of what it promises."""
        record = replace(self._untouched(slot.in_hand), status="error", error=words, platform_gone=True, reason="")
        forget_result(self.session.folder / ALLURE_FOLDER, record.id)
        seconds = monotonic() - slot.since
        attempt = Attempt("error", wall_clock.read().timestamp() - seconds, seconds, words)
        self._take(Ended(slot.in_hand, record, [(Ending(record, attempt, 1), "")] * len(self._consoles), []))

    def _end_slots(self) -> None:
        """Whatever happened, none is left: one that lives still is killed, and its keeper ends what it began."""
        for slot in self._living():
            slot.process.kill()
            slot.process.join()
            slot.connection.close()

    # The end

    def _add_up(self) -> None:
        """What each phase took: of those of the slots, which pass side by side, the longest."""
        phases, words = self.session.phases, [each.over for each in self._slots if each.over]
        for name in (*_IN_TURN, "reset"):
            longest = max((each.phases.get(name, 0.0) for each in words), default=0.0)
            phases[name] += longest
            if name in _IN_TURN:
                phases["scenarios"] -= longest
        operations = next((each.operations for each in words if each.operations), {})
        self.session.watches = SimpleNamespace(operations=lambda: operations)
        self.session.target.base_url = " ".join(dict.fromkeys(self._addresses))

    def _scenario_records(self) -> list[ScenarioRecord]:
        found = [self._records.get(place) or self._untouched(place) for place in range(len(self.scenarios))]
        if not self.aborted and any(each.over and each.over.gone for each in self._slots):
            for each in found:
                if each.status == "not_run" and not each.reason:
                    each.reason = "not run: the platform went away before"
        return found

    def _untouched(self, place: int) -> ScenarioRecord:
        scenario = self.scenarios[place]
        return scenario_record(scenario, scenario_ids(scenario.feature)[id(scenario)], self.session.mask)

    def _watched(self) -> list[Problem]:
        """All that the slots say of the run as a whole: what several of them say, once."""
        told: dict[Problem, list[str]] = {}
        for name, problem in self._problems:
            told.setdefault(problem, []).append(name)
        return [problem if len(names) == len(self._slots) or not names[0]
                else replace(problem, text=f"{' and '.join(dict.fromkeys(names))}: {problem.text}")
                for problem, names in told.items()]
