"""behave's runner, with what an acceptance run needs around it: inspection, boot, reports, a true exit code."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from behave.exception import ConfigError, FileNotFoundError, InvalidFileLocationError, InvalidFilenameError
from behave.formatter._registry import make_formatters
from behave.formatter.base import StreamOpener
from behave.runner import Runner, the_step_registry
from behave.step_registry import AmbiguousStep

from support import wall_clock
from support.findings import Finding, PlatformGone
from support.reporting.masking import Mask
from support.reporting.observing import observe
from support.reporting.registry import Requirement, load_registry
from support.reporting.run_record import (
    FAILURE,
    INTERRUPTED,
    UNREACHABLE,
    USAGE,
    Problem,
    RunRecord,
    ScenarioRecord,
    faults_around,
    scenario_records,
)
from support.running.console import complain, lasting_console, masked_console, say
from support.running.ending import unforeseen, unwritten, verdict_of
from support.running.interruption import interruptible, not_interrupted
from support.running.lean_capture import use_lean_capture
from support.running.lean_context import LeanContext, keep_places_of_steps
from support.running.lean_model import use_lean_model
from support.running.reading import require_paths
from support.running.scope import REGISTRY, Scope
from support.running.session import Session
from support.running.step_definitions import Sentences, load_step_modules
from support.running.stepping_back import stepping_back
from support.running.undefined_steps import undefined_steps
from support.settings import Settings, UsageError
from support.targets.capabilities import TargetUnreachable

if TYPE_CHECKING:
    from support.reporting.allure_html import PageMaker

gc.set_threshold(200_000, 20, 20)  # nearly all that is loaded and noted from here on stays until the end
FAULTY_INPUT = (UsageError, ConfigError, FileNotFoundError, InvalidFileLocationError, InvalidFilenameError,
                AmbiguousStep)


UNDEFINED = "there are sentences that nobody has defined:\n  "


class _StepsUndefined(Exception):
    """The features have sentences without a meaning."""


class AcceptanceRunner(Runner):
    """Runs the selected scenarios against the target and signs off what it saw."""

    settings: Settings
    registry: dict[str, Requirement]
    session: Session
    scope: Scope
    _page: PageMaker | None = None
    at_work = False  # whether environment.py is being loaded by this runner

    def __new__(cls, *given: Any) -> AcceptanceRunner:
        """Where several slots are asked for, the runner that does the same with these."""
        if cls is AcceptanceRunner and given[0].jobs > 1 and not given[0].dry_run:
            from support.running.slots.runner import RunnerOfSlots

            cls = RunnerOfSlots
        return super().__new__(cls)

    def run(self) -> bool:
        """The whole run; answers whether it was refused. What a step lacks is said in the report, not as Python code.

        :raises SystemExit: with the run's exit code, where it is another than 0 or 1.
        """
        with lasting_console(self.config.outputs):
            return self._run()

    def load_step_definitions(self, extra_step_paths: Sequence[str] = ()) -> None:
        """Load the sentences of the suite's steps, and of further folders."""
        load_step_modules([Path(self.base_dir, self.config.steps_dir), *extra_step_paths])

    def _run(self) -> bool:
        try:
            self.config.show_snippets = False
            self.settings = self._read_settings()
            if self.config.jobs < 1:
                raise UsageError(f"--jobs {self.config.jobs} is no slot at all, in which nothing can run: give 1 or more")
            require_paths(map(str, self.config.paths))
            self.registry = load_registry(REGISTRY)
            code = super().run()
        except FAULTY_INPUT as fault:
            words = f"there is no {fault}" if isinstance(fault, FileNotFoundError) else str(fault)
            complain(f"Not run: {Mask()(words)}")
            raise SystemExit(USAGE) from None
        if code not in (0, 1):
            raise SystemExit(code)
        return bool(code)

    def run_with_paths(self) -> int:
        """Look at the features while the target boots, and run them. Answers the exit code."""
        self.context = LeanContext(self)
        keep_places_of_steps()
        use_lean_model()
        use_lean_capture()
        Sentences.adopt(the_step_registry)
        logging.getLogger("behave").setLevel(logging.ERROR)  # it would say of each skipped scenario what the report says
        AcceptanceRunner.at_work = True
        self.load_hooks()
        if self.config.dry_run:
            self._read_features()
            return self._list()
        self.session = self.config.session = self._new_session()
        self.session.presence.on_gone = lambda: setattr(self.config, "stop", True)  # behave ends after the one in hand
        with masked_console(self.session.mask), interruptible(self._end_after_this):
            return self._accept(self._begin())

    def _new_session(self) -> Session:
        return Session(self.settings)

    def _end_after_this(self) -> None:
        self.aborted = True

    # What is to be run

    def _read_settings(self) -> Settings:
        command_line = dict(self.config.userdata_defines or ())
        file = {name: value for name, value in self.config.userdata.items() if name not in command_line}
        return Settings.load(command_line, os.environ, file)

    def _read_features(self) -> None:
        locations = [each for each in self.feature_locations() if not self.config.exclude(each)]
        self.scope = Scope(self.config, self.settings, self.registry, locations)
        self.features.extend(self.scope.features_to_run())

    def _list(self) -> int:
        self._load_steps()
        self.formatters = make_formatters(self.config, self.config.outputs)
        self._tell_formatters(scenario_seconds=self.settings.scenario_seconds)
        self.run_model()
        undefined = [] if self.config.steps_catalog else undefined_steps(self.scope.ordered(), the_step_registry)
        if undefined:
            raise UsageError(UNDEFINED + "\n  ".join(undefined))
        return 0

    def _tell_formatters(self, **known: Any) -> None:
        """Give each formatter what it has an attribute for: behave's own have none of them."""
        for formatter in self.formatters:
            for name, value in known.items():
                if hasattr(formatter, name):
                    setattr(formatter, name, value)

    # The run

    def _begin(self) -> TargetUnreachable | None:
        """Let the target begin to boot, and look at the features meanwhile. Answers why it cannot boot, if so.

        Where they cannot be run as they are, the target ends again, and nothing is left.
        """
        session, unreachable = self.session, None
        try:
            with session.phase("boot"):
                try:
                    session.start()
                except TargetUnreachable as fault:
                    unreachable = fault
                stepping_back(self._read_features)
                session.keep_reports()
        except BaseException as fault:
            with not_interrupted():
                session.close()
                session.leave_no_reports()
            if isinstance(fault, KeyboardInterrupt):
                complain("Interrupted before anything was run.")
                raise SystemExit(INTERRUPTED) from None
            raise
        return unreachable

    def _accept(self, unreachable: TargetUnreachable | None) -> int:
        session, problems, interrupted = self.session, [], False
        try:
            with session.phase("boot"):
                if unreachable:
                    raise unreachable
                self._announce()
                session.target.start_stand_ins()
                stepping_back(self._load)
                self._require_defined_steps()
                session.open()
            self._begin_page()
            session.is_compared = any("datastores" in each.effective_tags for each in self.scope.scenarios)
            with session.phase("seed"):
                session.prepare()
            self._make_formatters()
            observe(self)
            gc.freeze()  # what was loaded stays: looking through it again and again would be a tenth of a quick run
            with session.phase("scenarios"):
                self.run_model()
            interrupted = self.aborted
        except _StepsUndefined as fault:
            problems.append(Problem(str(fault), USAGE))
        except TargetUnreachable as fault:
            problems.append(Problem(str(fault), UNREACHABLE))
        except (Finding, PlatformGone) as fault:  # of a scenario they stay with the scenario
            problems.append(Problem(f"what every scenario relies on could not be prepared: {fault}",
                                    UNREACHABLE if session.presence.look() else FAILURE))
        except KeyboardInterrupt:
            interrupted = True
        except Exception as fault:
            if isinstance(fault, FAULTY_INPUT):
                raise
            if not session.presence.look():
                problems.append(unforeseen(fault, self.session))
        finally:
            with not_interrupted():
                problems += self._close()
        with not_interrupted():
            return self._sign_off(problems, interrupted)

    def _close(self) -> list[Problem]:
        for formatter in self.formatters:
            if hasattr(formatter, "stop_progress"):
                formatter.stop_progress()
        try:
            self.session.close()
        except Exception as fault:
            if self.session.presence.gone:
                return [Problem(f"the given datastores could not be emptied: {fault}")]
            return [unforeseen(fault, self.session)]
        return []

    def _announce(self) -> None:
        count = len(self.scope.scenarios)
        broken = f", with the rule broken on purpose: {self.settings.broken}," if self.settings.broken else ""
        say(f"Muster drives {self.settings.target}{broken} with {self._datastores()}: {count} scenario{'s' * (count != 1)}, "
            f"seed {self.settings.seed}. Reports will be in {self.session.folder}")

    def _datastores(self) -> str:
        """Which database and Redis are used, and who said so."""
        def words(name: str, what: str) -> str:
            if getattr(self.settings, name):
                return f"{what} {self.settings.shown()[name]} (from {self.settings.sources[name]})"
            return f"a private {what}" if self.settings.target == "reference" else f"no {what}"

        return f"{words('database_url', 'PostgreSQL')} and {words('redis_url', 'Redis')}"

    def _require_defined_steps(self) -> None:
        undefined = undefined_steps(self.scope.ordered(), the_step_registry)
        if undefined:
            raise _StepsUndefined(UNDEFINED + "\n  ".join(undefined))

    def _load(self) -> None:
        self._load_steps()
        self._load_what_follows()

    def _load_steps(self) -> None:
        from support.running.parameter_types import define_parameter_types  # with the words of all areas

        define_parameter_types()
        self.load_step_definitions()

    def _load_what_follows(self) -> None:
        """Load the modules that the end of the run needs, while the target boots."""
        import support.reporting.finish
        import support.reporting.formatter  # noqa: F401

        self.session.target.load()

    def _begin_page(self) -> None:
        """Let Allure load while scenarios run; where it never came to that, at the end."""
        from support.reporting.allure_html import PageMaker

        if self._page is None and self.settings.allure_page == "yes":
            self._page = PageMaker()

    def _make_formatters(self) -> None:
        from support.reporting.allure_results import ALLURE_FOLDER
        from support.reporting.formatter import MusterAllureFormatter

        results = self.session.folder / ALLURE_FOLDER
        results.mkdir(parents=True, exist_ok=True)

        self.formatters = make_formatters(self.config, self.config.outputs)
        self.formatters.append(MusterAllureFormatter(StreamOpener(str(results)), self.config))
        self._tell_formatters(mask=self.session.mask, registry=self.registry, total=len(self.scope.scenarios),
                              settings=self.settings, evidence_of=lambda: self.session.evidence)

    def _sign_off(self, problems: list[Problem], interrupted: bool) -> int:
        record = self._record(problems, interrupted)
        self._begin_page()
        try:
            verdict = verdict_of(record, self.registry, self.session, self._page)
        finally:
            if self._page is not None:
                self._page.close()
        for line in ["", *verdict.lines]:
            say(line)
        return verdict.exit_code

    def _record(self, problems: list[Problem], interrupted: bool) -> RunRecord:
        session, target = self.session, self.session.target
        session.phases["scenarios"] -= session.phases["reset"]
        session.watch_clock("the end of the run")
        scenarios = self._scenario_records()
        gone = [session.presence.problem(scenarios)] if session.presence.gone else map(Problem, target.losses())
        return RunRecord(
            run_id=session.run_id, folder=session.folder, started_at=session.started_at, finished_at=wall_clock.read(),
            elapsed=session.seconds, selection=self.scope.selection(), whole=self.scope.is_whole(),
            command_line=" ".join(["behave", *sys.argv[1:]]),
            target={"name": target.name, "base_url": target.base_url, "versions": session.versions,
                    "datastores": self._datastores()},
            settings_shown=self.settings.shown(), seed=self.settings.seed, broken=self.settings.broken,
            release=self.settings.release or session.versions.get("platform", ""), commit=_commit(),
            phases=dict(session.phases), scenarios=scenarios,
            operations=session.watches.operations() if session.watches else {},
            carriers=self.scope.carriers(), listed=self.scope.listed, interrupted=interrupted,
            problems=[*gone, *problems, *self._unwritten(), *map(Problem, session.clock_jumps), *self._watched(),
                      *faults_around(self.features, self.scope.scenarios, self)])

    def _scenario_records(self) -> list[ScenarioRecord]:
        return scenario_records(self.features, self.scope.scenarios, self.session.mask)

    def _watched(self) -> list[Problem]:
        """What the watches say of the run as a whole."""
        return [Problem(words) for words in (self.session.watches.problems if self.session.watches else ())]

    def _unwritten(self) -> list[Problem]:
        faults = [fault for formatter in self.formatters if (fault := getattr(formatter, "fault", None))]
        return [unwritten(fault, self.session) for fault in faults]


def _commit() -> str:
    """The suite's own version in git; empty where there is none."""
    try:
        answer = subprocess.run(["git", "describe", "--always", "--dirty", "--abbrev=12"], capture_output=True, text=True,
                                timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip()
