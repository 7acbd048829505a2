"""``junit.xml``: one entry for each scenario; failed preparations and clean-ups outside of scenarios as errors."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from pathlib import Path

from support.reporting.allure_results import environment
from support.reporting.failures import failure_text
from support.reporting.files import write_text
from support.reporting.masking import Mask
from support.reporting.registry import Requirement
from support.reporting.run_record import RunRecord, ScenarioRecord

JUNIT_FILE = "junit.xml"
AROUND = "preparation and clean-up"  # the suite of what failed outside of any scenario
ELEMENT_IN_JUNIT = {
    "passed": None, "failed": "failure", "flaky": "failure", "timed_out": "failure",
    "error": "error", "undefined": "error", "pending": "error",
    "skipped": "skipped", "blocked": "skipped", "not_run": "skipped",
}
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_junit(path: Path, record: RunRecord, registry: Mapping[str, Requirement], mask: Mask) -> None:
    """Write the file. Its text is masked; characters that XML can't hold are written as ``?``."""
    root = ElementTree.Element("testsuites", name="muster", time=f"{record.seconds:.3f}",
                               timestamp=record.started_at.isoformat(timespec="seconds"))
    features: dict[str, list[ScenarioRecord]] = {}
    for scenario in record.scenarios:
        features.setdefault(scenario.path, []).append(scenario)
    for scenarios in features.values():
        suite = _suite(root, " · ".join(filter(None, (scenarios[0].area, scenarios[0].feature))), record, mask)
        suite.set("time", f"{sum(scenario.seconds for scenario in scenarios):.3f}")
        for scenario in scenarios:
            _case(suite, scenario, registry, mask)
    if record.faults():
        suite = _suite(root, AROUND, record, mask)
        for number, fault in enumerate(record.faults(), start=1):
            case = ElementTree.SubElement(suite, "testcase", classname=AROUND, name=f"fault {number}", time="0")
            _said(case, "error", "around", fault, mask)
    for suite in (*root, root):
        for counted, element in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"),
                                 ("skipped", "skipped")):
            suite.set(counted, str(sum(1 for _ in suite.iter(element))))
    ElementTree.indent(root)
    write_text(path, ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n")


def _suite(root: ElementTree.Element, name: str, record: RunRecord, mask: Mask) -> ElementTree.Element:
    suite = ElementTree.SubElement(root, "testsuite", name=_fit(name, mask))
    suite.set("timestamp", record.started_at.isoformat(timespec="seconds"))
    properties = ElementTree.SubElement(suite, "properties")
    for key, value in environment(record).items():
        if value != "":
            ElementTree.SubElement(properties, "property", name=_fit(key, mask), value=_fit(str(value), mask))
    return suite


def _case(suite: ElementTree.Element, scenario: ScenarioRecord, registry: Mapping[str, Requirement],
          mask: Mask) -> None:
    where = ".".join(filter(None, (scenario.area, scenario.feature, scenario.rule)))
    case = ElementTree.SubElement(suite, "testcase", classname=_fit(where, mask), name=_fit(scenario.name, mask),
                                  time=f"{scenario.seconds:.3f}", file=scenario.path, line=str(scenario.line))
    properties = ElementTree.SubElement(case, "properties")
    for name, value in (("id", scenario.id), *(("requirement", each) for each in scenario.requirements)):
        ElementTree.SubElement(properties, "property", name=name, value=_fit(value, mask))
    element = ELEMENT_IN_JUNIT[scenario.status]
    if element:
        _said(case, element, scenario.status, failure_text(scenario, registry), mask)


def _said(case: ElementTree.Element, element: str, kind: str, text: str, mask: Mask) -> None:
    said = ElementTree.SubElement(case, element, type=kind, message=_fit(text.partition("\n")[0], mask))
    said.text = _fit(text, mask)


def _fit(text: str, mask: Mask) -> str:
    return _NOT_IN_XML.sub("?", mask(text))


def read_junit(path: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """What the file says: (scenario id, its status) for each entry, and the texts of the faults around them."""
    statuses, faults = [], []
    for suite in ElementTree.parse(path).getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            said = next((case.find(name) for name in ("failure", "error", "skipped") if case.find(name) is not None),
                        None)
            if suite.get("name") == AROUND:
                faults.append(said.text or "" if said is not None else "")
                continue
            identity = next((each.get("value", "") for each in case.iter("property") if each.get("name") == "id"), "")
            status = "passed" if said is None else said.get("type", "")
            expected = ELEMENT_IN_JUNIT.get(status)
            found = None if said is None else said.tag
            statuses.append((identity, status if found == expected else f"{status} written as {found}"))
    return statuses, faults
