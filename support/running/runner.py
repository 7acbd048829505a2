"""behave's runner, with what an acceptance run needs around it: inspection, boot, reports, a true exit code."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from behave.exception import ConfigError, FileNotFoundError, InvalidFileLocationError, InvalidFilenameError
from behave.formatter._registry import make_formatters
from behave.formatter.base import StreamOpener
from behave.model import Feature, Scenario
from behave.parser import ParserError
from behave.runner import Context, Runner
from behave.runner_util import parse_features
from behave.step_registry import AmbiguousStep

from support.findings import Finding, PlatformGone
from support.reporting.finish import finish
from support.reporting.formatter import MusterAllureFormatter
from support.reporting.masking import Mask
from support.reporting.observing import observe
from support.reporting.reconciliation import ALLURE_FOLDER
from support.reporting.registry import Requirement, load_registry
from support.reporting.run_record import UNREACHABLE, USAGE, Problem, RunRecord, faults_around, scenario_records
from support.reporting.selection import scenarios_in_scope
from support.running.console import complain, masked_console, say
from support.running.inspection import LEFT_OUT_UNLESS_NAMED, SELECTING, check_tag_words, inspect, narrowed
from support.running.interruption import interruptible, not_interrupted
from support.running.parameter_types import define_parameter_types
from support.running.session import Session
from support.settings import Settings, UsageError
from support.targets.base import TargetUnreachable

REGISTRY = Path("features/requirements.csv")
_FAULTY_INPUT = (UsageError, ParserError, ConfigError, FileNotFoundError, InvalidFileLocationError, InvalidFilenameError,
                 AmbiguousStep)


class AcceptanceRunner(Runner):
    """Runs the selected scenarios against the target and signs off what it saw."""

    settings: Settings
    registry: dict[str, Requirement]
    session: Session

    def run(self) -> bool:
        """The whole run; answers whether it was refused. What a step lacks is said in the report, not as Python code.

        :raises SystemExit: with the run's exit code, where it is another than 0 or 1.
        """
        try:
            self.config.show_snippets = False
            self.settings = self._read_settings()
            self.registry = load_registry(REGISTRY)
            code = super().run()
        except _FAULTY_INPUT as fault:
            words = f"there is no {fault}" if isinstance(fault, FileNotFoundError) else str(fault)
            complain(f"Not run: {Mask()(words)}")
            raise SystemExit(USAGE) from None
        if code not in (0, 1):
            raise SystemExit(code)
        return bool(code)

    def run_with_paths(self) -> int:
        """Look at the features first, then at the target. Answers the exit code."""
        self.context = Context(self)
        logging.getLogger("behave").setLevel(logging.ERROR)  # it would say of each skipped scenario what the report says
        self.load_hooks()
        self._read_features()
        if self.config.dry_run:
            return self._list()
        self.session = self.config.session = Session(self.settings)
        with masked_console(self.session.mask), interruptible():
            return self._accept()

    # What is to be run

    def _read_settings(self) -> Settings:
        command_line = dict(self.config.userdata_defines or ())
        file = {name: value for name, value in self.config.userdata.items() if name not in command_line}
        return Settings.load(command_line, os.environ, file)

    def _read_features(self) -> None:
        self.features.extend(self._parsed_features())
        inspect(self.features, self.registry)
        used = {str(tag) for feature in self.features for scenario in feature.walk_scenarios()
                for tag in scenario.effective_tags}
        check_tag_words(self._tag_words(), used, self.registry)
        self.whole = self._parsed_whole()
        self.config.tag_expression = narrowed(self.config.tag_expression, self.settings, self.registry)
        self.in_scope = scenarios_in_scope(self.features, self.config)
        # Counted apart, as the list command does: a scenario that got lost in between would be noticed.
        self.listed = len(scenarios_in_scope(self._parsed_features(), self.config))
        if not self.in_scope:
            raise UsageError(f"nothing matches the selection ({self._selection() or 'everything'}) among {len(self.whole)} "
                             "scenarios; @wip and @load ones are left out unless --tags names them")

    def _parsed_features(self) -> list[Feature]:
        paths = [location for location in self.feature_locations() if not self.config.exclude(location)]
        return parse_features(paths, language=self.config.lang)

    def _parsed_whole(self) -> list[Scenario]:
        """Every scenario of the suite, those left out by default apart."""
        paths = sorted(map(str, Path("features").rglob("*.feature")))
        scenarios = [scenario for feature in parse_features(paths) for scenario in feature.walk_scenarios()]
        return [each for each in scenarios if not each.effective_tags & set(LEFT_OUT_UNLESS_NAMED)]

    def _carriers(self) -> dict[str, int]:
        """For each requirement how many scenarios of the whole suite carry it."""
        return dict(Counter(str(tag) for scenario in self.whole for tag in scenario.effective_tags if tag in self.registry))

    def _is_whole(self) -> bool:
        """Whether every scenario of the suite is in scope: asked of the scenarios, not of the options that select."""
        def places(scenarios: Iterable[Scenario]) -> set[tuple[str, int]]:
            return {(str(Path(each.filename).resolve()), each.line) for each in scenarios}

        return places(self.whole) <= places(self.in_scope)

    def _tag_words(self) -> list[str]:
        tags = self.config.tags or []
        return [tags] if isinstance(tags, str) else list(tags)

    def _selection(self) -> str:
        """What was asked for, in words; empty for everything."""
        parts = [f"--tags={words}" for words in self._tag_words()]
        parts += [f"--name={name}" for name in self.config.name or ()]
        parts += [f"{name}={getattr(self.settings, name)}" for name in SELECTING if getattr(self.settings, name)]
        parts += [f"--{name} {found.pattern}" for name in ("include", "exclude")
                  if (found := getattr(self.config, f"{name}_re", None))]
        paths = [str(path) for path in self.config.paths if Path(str(path)).resolve() != Path("features").resolve()]
        return " ".join([*paths, *parts])

    def _list(self) -> int:
        self._load_steps()
        self.formatters = make_formatters(self.config, self.config.outputs)
        self._tell_formatters(scenario_seconds=self.settings.scenario_seconds)
        failed = self.run_model()
        return int(failed)

    def _tell_formatters(self, **known: Any) -> None:
        """Give each formatter what it has an attribute for: behave's own have none of them."""
        for formatter in self.formatters:
            for name, value in known.items():
                if hasattr(formatter, name):
                    setattr(formatter, name, value)

    # The run

    def _accept(self) -> int:
        session, problems, interrupted = self.session, [], False
        try:
            with session.phase("boot"):
                session.start()
                self._announce()
                self._load_steps()
                session.open()
            with session.phase("seed"):
                session.prepare()
            self._make_formatters()
            observe(self)
            with session.phase("scenarios"):
                self.run_model()
            interrupted = self.aborted
        except TargetUnreachable as fault:
            problems.append(Problem(str(fault), UNREACHABLE))
        except (Finding, PlatformGone) as fault:  # of a scenario they stay with the scenario
            problems.append(Problem(f"what every scenario relies on could not be prepared: {fault}"))
        except KeyboardInterrupt:
            interrupted = True
        except Exception as fault:
            if isinstance(fault, _FAULTY_INPUT):
                raise
            problems.append(self._unforeseen(fault))
        finally:
            with not_interrupted():
                problems += self._close()
        with not_interrupted():
            return self._sign_off(problems, interrupted)

    def _close(self) -> list[Problem]:
        try:
            self.session.close()
        except Exception as fault:
            return [self._unforeseen(fault)]
        return []

    def _unforeseen(self, fault: Exception) -> Problem:
        """An error of the suite itself: kept whole in a file, and in the report as what it is."""
        place = self.session.folder / "suite-error.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as file:
            file.write(self.session.mask("".join(traceback.format_exception(fault))))
        return Problem(f"the suite itself broke: {type(fault).__name__}: {fault} (the whole of it is in {place})")

    def _announce(self) -> None:
        count = len(self.in_scope)
        say(f"Muster drives {self.settings.target} with {self._datastores()}: {count} scenario{'s' * (count != 1)}, "
            f"seed {self.settings.seed}. Reports will be in {self.session.folder}")

    def _datastores(self) -> str:
        """Which database and Redis are used, and who said so."""
        def words(name: str, what: str) -> str:
            if getattr(self.settings, name):
                return f"{what} {self.settings.shown()[name]} (from {self.settings.sources[name]})"
            return f"a private {what}" if self.settings.target == "reference" else f"no {what}"

        return f"{words('database_url', 'PostgreSQL')} and {words('redis_url', 'Redis')}"

    def _load_steps(self) -> None:
        define_parameter_types()
        self.load_step_definitions()

    def _make_formatters(self) -> None:
        results = self.session.folder / ALLURE_FOLDER
        results.mkdir(parents=True, exist_ok=True)
        self.formatters = make_formatters(self.config, self.config.outputs)
        self.formatters.append(MusterAllureFormatter(StreamOpener(str(results)), self.config))
        self._tell_formatters(mask=self.session.mask, registry=self.registry, total=len(self.in_scope),
                              evidence_of=lambda: self.session.evidence)

    def _sign_off(self, problems: list[Problem], interrupted: bool) -> int:
        record = self._record(problems, interrupted)
        verdict = finish(record, self.registry, self.session.mask, html=self.settings.allure_page == "yes")
        for line in ["", *verdict.lines]:
            say(line)
        return verdict.exit_code

    def _record(self, problems: list[Problem], interrupted: bool) -> RunRecord:
        session, target = self.session, self.session.target
        session.phases["scenarios"] -= session.phases["reset"]
        lost = [Problem(loss) for loss in target.losses()]
        return RunRecord(
            run_id=session.run_id, folder=session.folder, started_at=session.started_at, finished_at=datetime.now(UTC),
            selection=self._selection(), whole=self._is_whole(), command_line=" ".join(["behave", *sys.argv[1:]]),
            target={"name": target.name, "base_url": target.base_url, "versions": session.versions,
                    "datastores": self._datastores()},
            settings_shown=self.settings.shown(), seed=self.settings.seed,
            release=self.settings.release or session.versions.get("platform", ""), commit=_commit(),
            phases=dict(session.phases), scenarios=scenario_records(self.features, self.in_scope, session.mask),
            carriers=self._carriers(), listed=self.listed, interrupted=interrupted,
            problems=[*problems, *lost, *faults_around(self.features, self.in_scope, self)])


def _commit() -> str:
    """The suite's own version in git; empty where there is none."""
    try:
        answer = subprocess.run(["git", "describe", "--always", "--dirty", "--abbrev=12"], capture_output=True, text=True,
                                timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip()
