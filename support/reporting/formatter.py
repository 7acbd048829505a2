"""The Allure formatter: allure-behave's, with what it loses or calls by a wrong name put right.

One result for each scenario in scope, also under a rule, also when a hook, a clean-up or a check after the scenario
failed; its status is the record's; it is known by path, rule, name and example row; tries after the first stand
inside it; exhibits stand under the step in which they came up; nothing is written unmasked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import allure_commons
from allure_behave.formatter import AllureFormatter
from allure_behave.listener import AllureListener
from allure_behave.utils import step_table
from allure_commons.model2 import (
    Label,
    StatusDetails,
    TestAfterResult,
    TestBeforeResult,
    TestResult,
    TestResultContainer,
    TestStepResult,
)
from allure_commons.types import AttachmentType
from allure_commons.utils import format_traceback, now
from behave.formatter.base import Formatter
from behave.model import Feature, Scenario, Step

from support.findings import PlatformGone, WrongScenario
from support.reporting.allure_results import MaskedResults, allure_step_status, describe
from support.reporting.evidence import Evidence, Exhibit
from support.reporting.identity import new_uuid, scenario_ids
from support.reporting.masking import Mask
from support.reporting.notes import described, notes_of
from support.reporting.observing import watch
from support.reporting.outcome import hook_faults
from support.reporting.registry import Requirement
from support.reporting.run_record import scenario_record


class MusterAllureFormatter(AllureFormatter):
    """Writes Allure results into the folder that the stream opener names.

    The runner sets ``evidence_of`` (the evidence of the scenario in hand), ``mask`` and ``registry``.
    """

    name = "allure"
    description = "Allure results, reconciled with behave's own model"

    def __init__(self, stream_opener: Any, config: Any):
        Formatter.__init__(self, stream_opener, config)
        self.listener = TruthfulListener(config)
        self.file_logger = MaskedResults(Path(stream_opener.name), self.listener.mask)
        allure_commons.plugin_manager.register(self.listener)
        allure_commons.plugin_manager.register(self.file_logger)

    @property
    def evidence_of(self) -> Callable[[], Evidence | None]:
        """Gives the evidence of the scenario in hand, or None."""
        return self.listener.evidence_of

    @evidence_of.setter
    def evidence_of(self, ask: Callable[[], Evidence | None]) -> None:
        self.listener.evidence_of = ask

    @property
    def registry(self) -> Mapping[str, Requirement]:
        """The requirements by id: their words stand in failures and descriptions."""
        return self.listener.registry

    @registry.setter
    def registry(self, registry: Mapping[str, Requirement]) -> None:
        self.listener.registry = registry

    @property
    def mask(self) -> Mask:
        """What keeps secrets out of every result and attachment."""
        return self.listener.mask

    @mask.setter
    def mask(self, mask: Mask) -> None:
        self.listener.mask = self.file_logger.mask = mask

    @property
    def fault(self) -> OSError | None:
        """Why not everything could be written, if so."""
        return self.file_logger.fault

    def feature(self, feature: Feature) -> None:
        """A feature begins."""
        self.follow(feature)

    def follow(self, feature: Feature) -> None:
        """Follow the feature's scenarios, those under rules and outlines too."""
        self.listener.ids.update(scenario_ids(feature))
        watch(feature, self.listener)

    def eof(self) -> None:
        """The feature is through: no further attempt of its last scenario can come."""
        self.listener.close_scenario()
        super().eof()

    def close_stream(self) -> None:
        """Write what is still open, also after an interruption."""
        self.listener.close_scenario()
        self.file_logger.finish()
        super().close_stream()


class TruthfulListener(AllureListener):
    """Builds the results, from behave's calls during a scenario and from its record afterwards."""

    def __init__(self, config: Any):
        super().__init__(config)
        self.mask = Mask()
        self.registry: Mapping[str, Requirement] = {}
        self.evidence_of: Callable[[], Evidence | None] = lambda: None
        self.ids: dict[int, str] = {}  # of each scenario by its id()
        self.verbose = bool(config.verbose)
        self._scenario: Scenario | None = None
        self._attempt_uuid: str | None = None  # of the step that holds a second or later attempt
        self._around: TestResultContainer | None = None
        self._dynamic: dict[str, Any] = {}
        self._prepared = False

    # -- a scenario, from its first attempt to its last

    def scenario_started(self, scenario: Scenario, attempt: int) -> None:
        """An attempt begins: its hooks have not run yet."""
        if attempt == 1:
            self.close_scenario()
            self._scenario, self.current_scenario_uuid = scenario, new_uuid()
            self._dynamic = {}
            self._around = TestResultContainer(uuid=new_uuid(), children=[self.current_scenario_uuid], start=now())
            self.logger.schedule_test(self.current_scenario_uuid, TestResult(uuid=self.current_scenario_uuid,
                                                                             start=now()))
        else:
            self._attempt_uuid = new_uuid()
            self.logger.start_step(self.current_scenario_uuid, self._attempt_uuid,
                                   TestStepResult(name=f"Attempt {attempt}", start=now()))
        self.steps = deque()
        self._prepared = False

    def scenario_ended(self, scenario: Scenario, attempt: int) -> None:
        """An attempt is through, its hooks and clean-ups too."""
        self._end_preparation()
        exhibits = self._new_exhibits()  # they came up after the last step that ran, not in one that did not
        self.flush_steps()
        self._attach_captured(scenario)
        notes = notes_of(scenario)
        faults = [fault for fault in hook_faults(scenario.error_message) if not fault.startswith("before_")]
        self._fixture(TestAfterResult, "Clean-up and checks", exhibits,
                      "\n".join([*faults, *notes.problems, *notes.faults]))
        if self._attempt_uuid is not None:
            last = notes.attempts[-1]
            details = StatusDetails(message=last.error) if last.error else None
            self.logger.stop_step(self._attempt_uuid, stop=now(), status=allure_step_status(last.status),
                                  statusDetails=details)
            self._attempt_uuid = None
        self.logger.get_test(self.current_scenario_uuid).stop = now()

    def close_scenario(self) -> None:
        """Write the result of the scenario in hand: it has had its last attempt."""
        if self._scenario is None:
            return
        record = scenario_record(self._scenario, self.ids[id(self._scenario)], self.mask)
        result = self.logger.get_test(self.current_scenario_uuid)
        stop = result.stop or now()  # an interruption may leave it without an end
        describe(result, record, self.registry)
        result.stop = stop
        if self._dynamic.get("title"):
            result.name = self._dynamic["title"]
        if self._dynamic.get("description"):
            result.description = f"{self._dynamic['description']}\n\n{result.description}"
        if result.statusDetails is not None and self.verbose and record.trace:
            result.statusDetails.trace = record.trace
        self.logger.close_test(self.current_scenario_uuid)
        if self._around is not None and (self._around.befores or self._around.afters):
            self._around.stop = now()
            allure_commons.plugin_manager.hook.report_container(container=self._around)
        self._scenario = self._around = self.current_scenario_uuid = None

    def stop_session(self) -> None:
        """The run is over."""
        while self.group_context._groups:  # an interruption leaves the groups of a feature open
            self.group_context.exit()

    # -- its steps

    def schedule_step(self, step: Step) -> None:
        """behave announces the steps when the hooks before the scenario are through."""
        if self._scenario is not None:
            self._end_preparation()
            super().schedule_step(step)

    def match_step(self, match: Any) -> None:
        """The next step begins."""
        if self.steps:
            super().match_step(match)

    def start_behave_step(self, step: Step) -> None:
        """A step with its doc string and its table, an empty doc string too."""
        self.current_step_uuid = new_uuid()
        self.logger.start_step(self._attempt_uuid or self.current_scenario_uuid, self.current_step_uuid,
                               TestStepResult(name=f"{step.keyword} {step.name}", start=now()))
        if step.text is not None:
            self._attach(str(step.text), "doc string")
        if step.table is not None:
            self._attach(step_table(step), "table", AttachmentType.CSV)

    def stop_behave_step(self, result: Step) -> None:
        """The step in hand is through: its exhibits, its status, what went wrong."""
        if self.current_step_uuid is None:
            return
        for exhibit in self._new_exhibits():
            self._attach(exhibit.text, exhibit.title)
        status = result.status.normalized_name
        details = None
        if result.status.is_undefined():
            details = StatusDetails(message=f"No step is defined for: {result.keyword} {result.name}")
        elif result.exception is not None:
            trace = format_traceback(result.exc_traceback) if self.verbose else None
            in_words = isinstance(result.exception, AssertionError | PlatformGone | WrongScenario)
            message = str(result.exception).strip() if in_words else ""
            details = StatusDetails(message=message or described(result.exception), trace=trace)
        self.logger.stop_step(self.current_step_uuid, stop=now(), status=allure_step_status(status),
                              statusDetails=details)
        self.current_step_uuid = None

    # -- what comes before, between and after

    def _end_preparation(self) -> None:
        if self._prepared or self._scenario is None:
            return
        self._prepared = True
        faults = [fault for fault in hook_faults(self._scenario.error_message) if fault.startswith("before_")]
        self._fixture(TestBeforeResult, "Preparation", self._new_exhibits(), "\n".join(faults))

    def _fixture(self, kind: type, name: str, exhibits: list[Exhibit], words: str) -> None:
        if self._around is None or not (exhibits or words):
            return
        fixture = kind(name=name, start=now(), stop=now(), status="broken" if words else "passed")
        if words:
            fixture.statusDetails = StatusDetails(message=words)
        uuid = new_uuid()
        self.logger._items[uuid] = fixture
        for exhibit in exhibits:
            self._attach(exhibit.text, exhibit.title, parent=uuid)
        self.logger._items.pop(uuid)
        (self._around.befores if kind is TestBeforeResult else self._around.afters).append(fixture)

    def _attach_captured(self, scenario: Scenario) -> None:
        """What the code printed and logged, where something went wrong."""
        if scenario.status.has_failed() and scenario.captured.has_output():
            self._attach(scenario.captured.make_report(), "captured output", parent=self.current_scenario_uuid)

    def _new_exhibits(self) -> list[Exhibit]:
        evidence = self.evidence_of()
        return evidence.take_new() if evidence is not None else []

    def _attach(self, text: str, name: str, kind: AttachmentType = AttachmentType.TEXT,
                parent: str | None = None) -> None:
        self.logger.attach_data(new_uuid(), text, name=name, attachment_type=kind, parent_uuid=parent)

    # -- what step code asks of the allure module

    @allure_commons.hookimpl
    def attach_data(self, body: Any, name: str, attachment_type: Any, extension: str) -> None:
        """Under the step in hand; outside of any scenario, to the whole run."""
        attach = self.logger.global_attach_data if self._scenario is None else self.logger.attach_data
        attach(new_uuid(), body, name=name, attachment_type=attachment_type, extension=extension)

    @allure_commons.hookimpl
    def attach_file(self, source: str, name: str, attachment_type: Any, extension: str) -> None:
        """As attached data."""
        attach = self.logger.global_attach_file if self._scenario is None else self.logger.attach_file
        attach(new_uuid(), source, name=name, attachment_type=attachment_type, extension=extension)

    @allure_commons.hookimpl
    def add_title(self, test_title: str) -> None:
        """``allure.dynamic.title``: shown; the identity stays."""
        self._dynamic["title"] = test_title

    @allure_commons.hookimpl
    def add_description(self, test_description: str) -> None:
        """``allure.dynamic.description``: shown above what the feature and the registry say."""
        self._dynamic["description"] = test_description

    @allure_commons.hookimpl
    def add_label(self, label_type: str, labels: tuple[Any, ...]) -> None:
        """``allure.dynamic.label`` and its kin; they come before what the tags say."""
        if self._scenario is not None:
            self.logger.get_test(self.current_scenario_uuid).labels += [
                Label(label_type, str(getattr(label, "value", label))) for label in labels]
