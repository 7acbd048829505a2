"""One run from its first to its last moment: target, baseline, one world after the other, what each phase took."""

from __future__ import annotations

import os
import secrets
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from time import monotonic, perf_counter
from typing import TYPE_CHECKING

from behave.model import Scenario, Step
from behave.model_type import Status

from support import wall_clock
from support.data import Data
from support.drivers.trace import Trace
from support.findings import Finding, PlatformGone, WrongScenario
from support.reporting.evidence import Evidence
from support.reporting.files import point_latest
from support.reporting.identity import title
from support.reporting.marks import time_limit
from support.reporting.masking import Mask
from support.reporting.notes import described, notes_of
from support.reporting.run_record import tags_of
from support.running.presence import Presence
from support.running.tags import capabilities_required, over_limit, variables_that_skip
from support.running.time_limit import TimeLimit
from support.settings import Settings, UsageError
from support.targets.capabilities import CAPABILITIES, TargetUnreachable

if TYPE_CHECKING:
    from support.datastores.reset import Reset
    from support.running.preparation import Prepared
    from support.targets.base import Target
    from support.watches.breach import Breach
    from support.watches.watches import Watches
    from support.world import World

PREPARATION = 0  # the number of the world that prepares; scenarios are counted from 1


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise UsageError(f"the reports cannot be written: {fault}. Give another folder: -D reports=…") from fault


class Session:
    """What lasts for the whole run. environment.py's hooks hand over to it."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self.started_at = wall_clock.read()
        self.run_id = f"{self.started_at:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        self.folder = settings.reports / self.run_id
        self.log_folder = self.folder / "logs"
        self.mask = Mask(settings.secrets())
        self.phases: Counter[str] = Counter()
        self.presence = Presence(lambda: self.target.went_away())
        self.clock_jumps: list[str] = []  # in words
        self.target: Target | None = None
        self.versions: dict[str, str] = {}
        self.evidence: Evidence | None = None  # of the scenario in hand
        self.watches: Watches | None = None
        self._reset: Reset | None = None
        self._prepared: Prepared | None = None
        self._numbers = 0
        self._memory_before: float | None = None
        self._limit = TimeLimit(settings.scenario_seconds)
        self._started = monotonic()
        self._began = self._step_began = 0.0
        self._scenario: Scenario | None = None
        self._clock = wall_clock.ClockWatch()
        self._is_kept = self._is_first = False  # the folder of this run, and the one of all
        self.is_compared = False  # whether a scenario holds the datastores against all that they held at first
        self.must_end = False  # a datastore turned out to be one that may not be emptied: no further scenario

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Add the time of what is inside to the phase's seconds."""
        started = perf_counter()
        try:
            yield
        finally:
            self.phases[name] += perf_counter() - started

    @property
    def seconds(self) -> float:
        """Since its start."""
        return monotonic() - self._started

    # Around the run

    def start(self) -> None:
        """Begin to boot the target; returns at once.

        :raises UsageError: when a given datastore may not be emptied.
        :raises TargetUnreachable: when one does not answer.
        """
        from support.targets import make_target

        self.target = make_target(self.settings, self.log_folder)
        self._guard()
        self._make_folder()
        self.target.start()

    def _make_folder(self) -> None:
        """The run's folder, in which the parts of the target begin to log."""
        self._is_first = not self.settings.reports.exists()
        with _written():
            self.folder.mkdir(parents=True)
            self.log_folder.mkdir(mode=0o700)  # as they are written; masked when the run has ended

    def keep_reports(self) -> None:
        """Something will be run: ``latest`` leads to it from now on, and not to an earlier run, should it be killed."""
        self._is_kept = True
        if self.folder.exists():
            with _written():
                point_latest(self.folder)

    def leave_no_reports(self) -> None:
        """Take the folder away again where nothing was to be run after all."""
        if self._is_kept:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._is_first:
            with suppress(OSError):  # somebody else keeps reports there by now
                self.settings.reports.rmdir()

    def open(self) -> None:
        """Wait for the target, and connect.

        :raises TargetUnreachable: when the target does not come up, or what answers is no platform.
        """
        import httpx

        self.target.open()
        for secret in self.target.secrets():
            self.mask.learn(secret)
        self.target.client.timeout = self.settings.answer_seconds
        try:
            self.versions = self.target.versions()
        except (httpx.HTTPError, ValueError, AttributeError) as fault:  # no answer, no JSON, no object
            raise TargetUnreachable("what answers there is not the platform: "
                                    f"{self.target.went_away() or described(fault)}") from fault
        self.presence.was_there = True
        from support.watches.watches import Watches

        self.watches = Watches(self.target)

    def prepare(self) -> None:
        """Make the baseline and remember it, where the suite has the datastores.

        :raises UsageError: when the platform answers from another database than the suite was given.
        """
        if self.target.database is None:
            return
        self.target.require_same_database()
        from support.running.preparation import prepare

        with closing(self._world(PREPARATION, "the baseline")) as world:
            self._prepared = prepare(world, self.settings.reset, self.is_compared)
        self._reset = self._prepared.reset
        self.watches.begin(self._prepared)

    def close(self) -> None:
        """End everything that the run started, and leave given datastores empty; safe at any moment, and repeatedly."""
        try:
            if self.watches is not None and not self.presence.gone:
                self.watches.end()
            if self._reset is not None and not self.target.owns_datastores:
                self._reset.empty()
        finally:
            if self._reset is not None:
                self._reset.close()
            self._reset = None
            if self.target is not None:
                self.target.close()

    # Around a scenario

    def begin(self, scenario: Scenario) -> World | None:
        """The scenario's own world; None when it is skipped, which then says why."""
        if self.must_end:
            raise UsageError("the run ended before: a datastore may not be emptied any more")
        self.watch_clock(f"what came before “{title(scenario)}”")
        reason = self._reason_to_skip(scenario)
        if reason:
            scenario.skip(reason)
            return None
        self._numbers += 1
        self._limit = TimeLimit(time_limit(tags_of(scenario), self.settings.scenario_seconds))
        self._memory_before = self._memory_mb()
        self._began = perf_counter()
        self._scenario = scenario
        for stand_in in self.target.stand_ins:
            stand_in.forget()
        return self._world(self._numbers, f"{scenario.filename}: {scenario.name}")

    def step_begins(self) -> None:
        """The time of the scenario's limit runs."""
        self._step_began = perf_counter()
        self._limit.begin_step()

    def step_ended(self, world: World, step: Step, unread: Sequence[str] = ()) -> None:
        """Where a step failed, keep what helps to understand it: it is shown under this step.

        :param unread: ``table`` or ``text`` where the step has one that its code did not look at: then the scenario says
                       something that nobody checks.
        """
        self._limit.end_step()
        step.duration = perf_counter() - self._step_began  # behave's own is that of a clock that can be set
        if unread and step.status.is_passed():
            step.exception = WrongScenario(f"the sentence takes no {' and no '.join(unread)}")
            step.status = Status.error
        if not step.status.has_failed():
            return
        if not isinstance(step.exception, KeyboardInterrupt) and self.presence.look():
            self.presence.blame(self._scenario, step)
            world.http.give_up(self.presence.gone)
        for socket in world.live_updates.sockets:
            world.evidence.record("websocket", f"what {socket.owner} saw up to here", socket.transcript())
        if "survey_targets" in world.__dict__:
            world.evidence.record("stand-in", "what the survey's targets were asked", world.survey_targets.transcript())
        if "mailboxes" in world.__dict__ and self.target.mail is not None:
            world.evidence.record("mail", "what mail came for the scenario's people", world.mailboxes.transcript())
        for service in (self.target.face, self.target.language_model, self.target.webhook):
            if service is not None and service.requests:
                world.evidence.record("stand-in", f"what the {service.name} was asked", service.transcript())
        if self._reset is not None and not self.presence.gone:
            world.evidence.record("rows", "rows that the scenario added", self._rows_added())
        log = self.target.log_since(f"{world.trace.prefix}-")
        if log:
            world.evidence.record("log", "what the platform and the worker logged since the scenario's first request", log)

    def end(self, world: World | None, scenario: Scenario) -> None:
        """Clean up, look at what every scenario is looked at for, measure, and put everything back to the baseline.

        :raises Finding: when the scenario left something that could not be cleaned away.
        """
        if world is None:
            return
        notes = notes_of(scenario)
        self._limit.end()
        if self._limit.reached:
            notes.timed_out = self._limit.words
        notes.problems += over_limit(tags_of(scenario), perf_counter() - self._began)
        failures = []
        for end in (self._undo_faults, lambda: self._watch(scenario, self.watches.look_at_records, world), world.close,
                    lambda: self._watch(scenario, self.watches.look_at_answers, world),
                    lambda: self._watch(scenario, lambda _: self.watches.look_at_connections(), world),
                    lambda: self._note_operations(scenario, world), lambda: self._measure(scenario),
                    lambda: self._put_back(scenario)):
            try:
                end()  # each whatever became of the one before: the next scenario needs all of them
            except Exception as fault:
                failures.append(str(fault))
                self.must_end = self.must_end or isinstance(fault, UsageError)
                self.presence.look()
        notes.clock_jump = self.watch_clock(f"“{title(scenario)}”")
        if failures and self.presence.gone:
            world.evidence.record("note", "what could not be cleaned up any more", "\n".join(failures))
            if not notes.platform_gone:
                self.presence.blame(scenario)
                raise PlatformGone(notes.platform_gone)
        elif failures:
            raise Finding("\n".join(failures))

    def watch_clock(self, during: str) -> str:
        """Take down whether the machine's clock was set since this was last called; answers it in words."""
        jump = self._clock.jumped_by()
        if not jump:
            return ""
        self.clock_jumps.append(wall_clock.jump_in_words(jump, during))
        return self.clock_jumps[-1]

    # Inner

    def _guard(self) -> None:
        given = self.settings
        if given.database_url or given.redis_url or given.broker_url:
            from support.datastores.guard import Datastores, Unreachable, check

            try:
                check(Datastores.of(given.database_url, given.redis_url, given.broker_url,
                                    "" if given.database_url else self.target.private_database),
                      truncate=given.reset == "truncate")
            except Unreachable as fault:
                raise TargetUnreachable(str(fault)) from fault

    def _world(self, number: int, scenario_id: str) -> World:
        from support.world import World

        self.evidence = self.target.evidence = Evidence(self.mask)
        trace = Trace(self.run_id, number)
        return World(self.target, self.evidence, trace,
                     Data(self.settings.seed, scenario_id, trace.prefix), self.settings.await_seconds, self._prepared)

    def _reason_to_skip(self, scenario: Scenario) -> str:
        missing = [name for name in capabilities_required(scenario.effective_tags) if name not in self.target.capabilities]
        if missing:
            return f"the target {self.target.name} does not offer " + ", ".join(
                f"{name} ({CAPABILITIES[name]})" for name in sorted(missing))
        variables = [name for name in variables_that_skip(scenario.effective_tags) if os.environ.get(name)]
        return f"the environment variable {variables[0]} is set" if variables else ""

    def _rows_added(self) -> str:
        from sqlalchemy.exc import DBAPIError

        try:
            rows = self._reset.measure()
        except (Finding, DBAPIError) as fault:  # somebody's lock, or a database that is away: the step has failed already
            return str(fault)
        return "\n".join(f"{table}: {count:+d}" for table, count in sorted(rows.items())) or "none"

    def _undo_faults(self) -> None:
        if not self.presence.gone:
            self.target.undo_faults()

    def _watch(self, scenario: Scenario, look: Callable[[World], list[Breach]], world: World) -> None:
        """What holds whatever a scenario speaks of: seen broken, it fails the scenario, and is named as broken."""
        if self.presence.gone:
            return
        notes = notes_of(scenario)
        for breach in look(world):
            notes.problems.append(breach.words)
            notes.broken += [each for each in breach.requirements if each not in notes.broken]

    def _note_operations(self, scenario: Scenario, world: World) -> None:
        if not self.presence.gone:
            notes_of(scenario).operations = self.watches.operations_met(world)

    def _measure(self, scenario: Scenario) -> None:
        if self.presence.gone:
            return
        measured = notes_of(scenario).measured
        after = self._memory_mb()
        known = after is not None and self._memory_before is not None
        measured["memory_mb"] = round(after - self._memory_before, 1) if known else None
        if self._reset is not None:
            measured["rows"] = self._reset.measure()

    def _put_back(self, scenario: Scenario) -> None:
        if self._reset is None or self.presence.gone:
            return
        started = perf_counter()
        try:
            with self.phase("reset"):
                self._reset.run()
        finally:
            notes_of(scenario).measured["reset_ms"] = round((perf_counter() - started) * 1000, 1)

    def _memory_mb(self) -> float | None:
        """Resident memory of the platform's processes on this machine; None where they can't be seen."""
        processes = self.target.processes()
        if not processes:
            return None
        import psutil

        try:
            return sum(psutil.Process(pid).memory_info().rss for pid in processes.values()) / 2**20
        except psutil.Error:
            return None
