"""Runs behave in a folder of its own, with the formatters and the end of a run as the suite uses them."""

from __future__ import annotations

import io
import json
import sys
import textwrap
from contextlib import closing, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from behave import use_step_matcher
from behave.configuration import Configuration
from behave.formatter.base import StreamOpener
from behave.runner import Runner
from behave.step_registry import registry as step_registry

from support.reporting.allure_html import PageMaker
from support.reporting.allure_results import read_results
from support.reporting.console import ConsoleFormatter
from support.reporting.finish import Verdict, finish
from support.reporting.formatter import MusterAllureFormatter
from support.reporting.identity import title
from support.reporting.junit import read_junit
from support.reporting.masked_stream import MaskedStream
from support.reporting.masking import Mask
from support.reporting.notes import notes_of
from support.reporting.observing import observe
from support.reporting.registry import Requirement
from support.reporting.run_record import RunRecord, faults_around, scenario_records
from support.reporting.selection import scenarios_in_scope

REGISTRY = {each.id: each for each in (
    Requirement("MIS-004", "missions", "seed", "behaviour", "A mission that is paused asks no target.",
                "RAGLOX: test_pause; PRS: holds"),
    Requirement("MIS-007", "missions", "found", "behaviour", "A stopped mission stays stopped.", "PRS: found"),
    Requirement("SUI-003", "suite", "seed", "suite", "Scenarios can be listed.", "PRS: list"),
)}

STEPS = '''
import allure
from behave import given, when, then, step, register_type
from behave.api.pending_step import StepNotImplementedError

@step("all is well")
def well(context): pass

@step("the promise is broken")
def broken(context): assert False, "it should be paused, and is running"

@step("the step breaks down")
def breaks(context): raise RuntimeError("the step has a fault")

@step("it is not written yet")
def pending(context): raise StepNotImplementedError("later")

@step("it skips the rest because {reason}")
def skips(context, reason): context.scenario.skip(reason)

@step("it is interrupted")
def interrupted(context): raise KeyboardInterrupt()
'''


@dataclass
class Ran:
    """What a run in a temporary folder left."""

    runner: Runner
    record: RunRecord
    verdict: Verdict
    folder: Path
    console: str

    @property
    def results(self) -> dict[str, list[dict]]:
        """The Allure results on the disk, by the scenario's title."""
        found: dict[str, list[dict]] = {}
        for results in read_results(self.folder / "allure-results").values():
            for result in results:
                found.setdefault(result["name"], []).append(result)
        return found

    def result(self, name: str) -> dict:
        """The one Allure result with this title."""
        (result,) = self.results[name]
        return result

    def words(self, name: str) -> tuple[str, str, str, str]:
        """How record, Allure, JUnit and the sign-off call the result of the scenario with this title."""
        (scenario,) = [each for each in self.record.scenarios if each.name == name]
        junit = dict(read_junit(self.folder / "junit.xml")[0])
        (signed,) = [each["status"] for each in self.sign_off["results"] if each["id"] == scenario.id]
        return scenario.status, self.result(name)["status"], junit[scenario.id], signed

    def agrees(self, name: str, status: str, behave: str) -> None:
        """The scenario with this title has ``status`` wherever it is told, and behave's own model says ``behave``."""
        allure = {"passed": "passed", "failed": "failed", "flaky": "failed", "timed_out": "failed", "error": "broken",
                  "undefined": "broken", "pending": "broken", "skipped": "skipped", "blocked": "skipped",
                  "not_run": "unknown"}[status]
        (model,) = [each.status.name for feature in self.runner.features for each in feature.walk_scenarios()
                    if title(each) == name]
        assert (model, *self.words(name)) == (behave, status, allure, status, status)
        assert self.sign_off["reconciliation"]["agree"], self.sign_off["reconciliation"]["differences"]

    @property
    def sign_off(self) -> dict:
        """``sign-off.json`` as it lies on the disk."""
        return json.loads((self.folder / "sign-off.json").read_text(encoding="utf-8"))

    def attachments(self, item: dict) -> dict[str, str]:
        """The texts attached to one result, step or fixture, by their names."""
        return {each["name"]: (self.folder / "allure-results" / each["source"]).read_text(encoding="utf-8")
                for each in item.get("attachments", [])}

    def fixtures(self, kind: str) -> list[dict]:
        """The preparations (``befores``) or clean-ups (``afters``) in the Allure results."""
        return [fixture for path in (self.folder / "allure-results").glob("*-container.json")
                for fixture in json.loads(path.read_text(encoding="utf-8")).get(kind, [])]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """``run({"missions/hold.feature": "…"}, steps="…", environment="…", arguments=[…]) -> Ran``."""
    def run_behave(features: dict[str, str], *, steps: str = "", environment: str = "", arguments: tuple[str, ...] = (),
                   mask: Mask | None = None, evidence=None, html: bool = False, whole: bool = True,
                   change=None, listed: int | None = None, expected_steps: str = STEPS) -> Ran:
        project = tmp_path / "project"
        for name, text in {**{f"features/{name}": text for name, text in features.items()},
                           "steps/steps.py": textwrap.dedent(expected_steps) + textwrap.dedent(steps),
                           "environment.py": textwrap.dedent(environment)}.items():
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text), encoding="utf-8")
        monkeypatch.chdir(project)
        step_registry.clear()
        use_step_matcher("parse")
        config = Configuration([*arguments], load_config=False)
        config.format, config.reporters = ["null"], []
        return _Run(project, config, mask or Mask(), evidence, html, whole, change, listed).go()

    yield run_behave
    step_registry.clear()
    use_step_matcher("parse")


class _Run(Runner):
    """behave's runner with what the suite's own adds for the reports."""

    def __init__(self, project, config, mask, evidence, html, whole, change, listed):
        super().__init__(config)
        number = 1 + sum(1 for _ in (project / "reports").glob("run-*"))
        self.folder, self.mask, self.evidence, self.html = project / f"reports/run-{number}", mask, evidence, html
        self.whole, self.change, self.listed, self.out = whole, change, listed, io.StringIO()
        self.scope: set = set()

    def go(self) -> Ran:
        started = datetime.now(UTC)
        with redirect_stdout(MaskedStream(self.out, self.mask)), redirect_stderr(MaskedStream(self.out, self.mask)):
            self.run()
            sys.stdout.flush()
        record = RunRecord("run-1", self.folder, started, selection=" ".join(self.config.paths or []), whole=self.whole,
                           target={"name": "reference", "base_url": "http://127.0.0.1:1", "versions": {"redis": "7"}},
                           seed=7, release="1.0", commit="abc", command_line="behave", listed=self.listed,
                           scenarios=scenario_records(self.features, self.scope, self.mask),
                           problems=faults_around(self.features, self.scope, self),
                           interrupted=self.interrupted)
        if self.change:
            self.change(record)
        with closing(PageMaker()) if self.html else nullcontext() as page:
            verdict = finish(record, REGISTRY, self.mask, page=page)
        return Ran(self, record, verdict, self.folder, self.out.getvalue())

    @property
    def interrupted(self) -> bool:
        """Somebody pressed Ctrl-C; a failed ``before_all`` aborts too, and is a fault."""
        return self.aborted and not notes_of(self).faults

    def run_model(self, features=None):
        self.scope = scenarios_in_scope(self.features, self.config)
        allure = MusterAllureFormatter(StreamOpener(filename=str(self.folder / "allure-results")), self.config)
        console = ConsoleFormatter(StreamOpener(stream=sys.stdout), self.config)
        allure.mask = console.mask = self.mask
        allure.registry = console.registry = REGISTRY
        if self.evidence:
            allure.evidence_of = lambda: self.evidence
        console.total = len(self.scope)
        self.formatters = [allure, console]
        observe(self)
        return super().run_model(features)
