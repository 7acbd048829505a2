"""Allure results from the record of a scenario: identity, labels, links, status; and what surrounds them."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import orjson
from allure_commons import hookimpl
from allure_commons.logger import AllureFileLogger
from allure_commons.mapping import parse_tag
from allure_commons.model2 import GlobalError as AllureGlobalError
from allure_commons.model2 import Globals, Label, Link, Parameter, Status, StatusDetails, TestResult
from allure_commons.types import LabelType, LinkType
from allure_commons.utils import host_tag, md5, now, platform_label

from support.reporting.background import BackgroundWriter
from support.reporting.failures import failure_text
from support.reporting.files import masked, write_text
from support.reporting.identity import new_uuid
from support.reporting.masking import Mask, writable
from support.reporting.registry import Requirement
from support.reporting.run_record import RunRecord, ScenarioRecord

ALLURE_FOLDER = "allure-results"
RESULT_LABEL = "result"  # our own word for the result: Allure has fewer
STATUS_IN_ALLURE = {
    "passed": Status.PASSED, "failed": Status.FAILED, "flaky": Status.FAILED, "timed_out": Status.FAILED,
    "error": Status.BROKEN, "undefined": Status.BROKEN, "pending": Status.BROKEN,
    "skipped": Status.SKIPPED, "blocked": Status.SKIPPED, "not_run": Status.UNKNOWN,
}
_STEP_STATUS = {"passed": Status.PASSED, "failed": Status.FAILED, "skipped": Status.SKIPPED,
                "untested": Status.SKIPPED}


def allure_step_status(behave_status: str) -> str:
    """Allure's word for the status of a step; whatever is not known is broken."""
    return _STEP_STATUS.get(behave_status, Status.BROKEN)


def describe(result: TestResult, scenario: ScenarioRecord, registry: Mapping[str, Requirement]) -> None:
    """Fill in everything of ``result`` that the record knows: all but its steps, attachments and times."""
    result.name = scenario.name
    result.fullName = scenario.id
    result.historyId = result.testCaseId = md5(scenario.id)
    result.titlePath = [part for part in (scenario.area, scenario.feature, scenario.rule) if part]
    result.parameters = [Parameter(name=name, value=value) for name, value in scenario.parameters.items()]
    result.description = _description(scenario, registry)
    result.labels = _labels(scenario, given=result.labels)
    result.links = _links(scenario) + list(result.links)
    result.status = STATUS_IN_ALLURE[scenario.status]
    text = failure_text(scenario, registry)
    if text:
        result.statusDetails = StatusDetails(message=text, trace=None, flaky=scenario.status == "flaky" or None)


def _labels(scenario: ScenarioRecord, given: list[Label]) -> list[Label]:
    """Where the scenario stands, how grave it is, its tags; what step code gave comes before what tags say."""
    marked = [parsed for tag in scenario.tags if isinstance(parsed := _parsed(tag), Label)
              and parsed.name != LabelType.SEVERITY]
    place = [(LabelType.EPIC, scenario.area), (LabelType.FEATURE, scenario.feature), (LabelType.STORY, scenario.rule),
             (LabelType.PARENT_SUITE, scenario.area), (LabelType.SUITE, scenario.feature),
             (LabelType.SUB_SUITE, scenario.rule), (LabelType.SEVERITY, scenario.severity)]
    said = {label.name for label in given} or {label.name for label in marked if label.name != LabelType.TAG}
    run = [(RESULT_LABEL, scenario.status), *_machine_labels(),
           (LabelType.THREAD, f"{os.getpid()}-{threading.current_thread().name}")]
    labels = [Label(name, value) for name, value in place if value and name not in said]
    return [*labels, *given, *marked, *(Label(name, value) for name, value in run)]


def _links(scenario: ScenarioRecord) -> list[Link]:
    """A link for each requirement to its words in the sign-off beside the report, and those that tags give."""
    marked = [parsed for tag in scenario.tags if isinstance(parsed := _parsed(tag), Link)]
    return [Link(LinkType.TEST_CASE, f"sign-off.html#{each}", each) for each in scenario.requirements] + marked


_parsed = lru_cache(maxsize=None)(parse_tag)  # the same few, in one scenario after the other


@cache
def _machine_labels() -> tuple[tuple[str, str], ...]:
    return ((LabelType.HOST, host_tag()), (LabelType.FRAMEWORK, "behave"), (LabelType.LANGUAGE, platform_label()))


def _description(scenario: ScenarioRecord, registry: Mapping[str, Requirement]) -> str:
    promises = [f"**{each}** {registry[each].statement}" for each in scenario.requirements if each in registry]
    return "\n\n".join(part for part in (scenario.description, *promises, f"`{scenario.path}:{scenario.line}`") if part)


def _members(item: Any) -> dict[str, Any]:
    """What one of Allure's classes holds, as JSON takes it: without what is empty."""
    return {name: each for name, each in item.__dict__.items() if each or each is False}


def _as_text(item: Any) -> str:
    return orjson.dumps(item, default=_members).decode()


def masked_json(item: Any, mask: Mask) -> str:
    """One of Allure's classes, or plain data, as JSON; each text in it masked before it is encoded.

    Nearly all of them have nothing to mask, and there is nothing that a run writes more often: so it is encoded first,
    and taken apart only where the whole of it could hide a secret.
    """
    try:
        text = _as_text(item)
    except orjson.JSONEncodeError:  # half a character, of which the mask makes something that can be written
        return _as_text(masked(json.loads(json.dumps(item, default=_members)), mask))
    return text if mask.is_needless(text) else _as_text(masked(orjson.loads(text), mask))


class MaskedResults(AllureFileLogger):
    """Writes results and attachments, each text masked before it is encoded.

    One that could not be written ends nothing: ``fault`` says why, and the verdict of the run tells it.
    """

    def __init__(self, folder: Path | str, mask: Mask):
        super().__init__(folder)
        self.folder = self._report_dir
        self.mask = mask
        self._writer = BackgroundWriter()

    @property
    def fault(self) -> OSError | None:
        """Why not everything could be written, if so; all that was reported has been written, or not, then."""
        self._writer.finish()
        return self._writer.fault

    def _report_item(self, item: Any) -> None:
        # Under its own name at once: nobody reads a result before the run has ended.
        self._write(item.file_pattern.format(prefix=new_uuid()), masked_json(item, self.mask).encode())

    def _write(self, name: str, content: bytes) -> None:
        self._writer.write(self.folder / name, content)

    def finish(self) -> None:
        """Wait until all that was reported is written."""
        self._writer.finish()

    @hookimpl
    def report_attached_data(self, body: Any, file_name: str) -> None:
        """Text is masked; what is no UTF-8 is written as it is."""
        raw = writable(body).encode() if isinstance(body, str) else bytes(body)
        self._write(file_name, self._masked(raw))

    @hookimpl
    def report_attached_file(self, source: str, file_name: str) -> None:
        """As attached data: the file is read, and its text masked."""
        self._write(file_name, self._masked(Path(source).read_bytes()))

    def _masked(self, raw: bytes) -> bytes:
        try:
            return self.mask(raw.decode("utf-8")).encode()
        except UnicodeDecodeError:
            return raw


def complete(folder: Path, record: RunRecord, registry: Mapping[str, Requirement], mask: Mask) -> None:
    """Add what a formatter can't know while it runs: scenarios that never started, faults, and the environment.

    Only what was never attempted is added: an attempted scenario without a result stays missing, and is found.
    """
    results = MaskedResults(folder, mask)
    at = int(1000 * record.started_at.timestamp())
    never_begun = [scenario for scenario in record.scenarios if not scenario.attempts]
    written = set(read_results(folder)) if never_begun else set()
    for scenario in never_begun:
        if scenario.id not in written:
            result = TestResult(uuid=new_uuid(), start=at, stop=at)
            describe(result, scenario, registry)
            results.report_result(result=result)
    faults = record.faults()
    if faults:
        results.report_globals(globals_item=Globals(
            errors=[AllureGlobalError(message=fault, timestamp=now()) for fault in faults]))
    lines = [f"{name.replace(' ', '-')}={' '.join(str(value).split())}"
             for name, value in environment(record).items() if value != ""]
    results.finish()
    write_text(folder / "environment.properties", mask("\n".join(lines)) + "\n")


def forget_result(folder: Path, scenario_id: str) -> None:
    """Remove what somebody who was killed meanwhile may have written of a scenario, or half of it."""
    for path in folder.glob("*-result.json"):
        try:
            is_of_it = orjson.loads(path.read_bytes()).get("fullName") == scenario_id
        except ValueError:
            is_of_it = True
        if is_of_it:
            path.unlink()


def environment(record: RunRecord) -> dict[str, Any]:
    """What the run ran against and with: for every report."""
    versions = {f"{part} version": version for part, version in record.target.get("versions", {}).items()}
    return {"target": record.target.get("name", ""), "address": record.target.get("base_url", ""), **versions,
            "release": record.release, "seed": "" if record.seed is None else record.seed, "commit": record.commit,
            "selection": record.selection or "everything", "command line": record.command_line, "run": record.run_id}


def read_results(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The results that lie in ``folder``, by the scenario's id; more than one for an id is a fault to be found."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*-result.json")):
        result = orjson.loads(path.read_bytes())
        found.setdefault(result.get("fullName", path.name), []).append(result)
    return found


def read_faults(folder: Path) -> list[str]:
    """The faults beside the scenarios, as they lie in ``folder``."""
    return [error.get("message", "") for path in sorted(folder.glob("*-globals.json"))
            for error in orjson.loads(path.read_bytes()).get("errors", [])]
