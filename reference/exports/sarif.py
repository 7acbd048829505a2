"""An analysis as SARIF 2.1.0, as GitHub Code Scanning reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from reference.core import clock
from reference.core.answers import as_json
from reference.projects import rules
from reference.projects.records import Analysis

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# id -> word, level, what it says
RULES = {
    "CC001": ("OutdatedDependency", "warning", "A newer version of a dependency is available."),
    "CC002": ("MissingDependency", "note", "A dependency has no fixed version."),
    "CC003": ("ResearchGap", "note", "Something is to be found out or made up for."),
    "CC004": ("TechnologyDetection", "none", "A technology that the project uses."),
}
OUTDATED, MISSING, GAP, TECHNOLOGY = RULES
FAILS = ("warning", "note")  # levels; what has another is of kind pass
NOWHERE = "README.md"
MANIFEST = "package.json"
FINGERPRINT_LENGTH = 16


def render(analysis: Analysis) -> bytes:
    """One run, with a result for each technology, outdated or missing dependency, and gap."""
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(analysis)]}).encode()


def _run(analysis: Analysis) -> dict[str, Any]:
    return {
        "tool": {"driver": {"name": "CommandCenter", "version": analysis.analysis_version, "rules": [
            {"id": rule, "name": word, "shortDescription": {"text": says}, "defaultConfiguration": {"level": level}}
            for rule, (word, level, says) in RULES.items()]}},
        "invocations": [{"executionSuccessful": True, "endTimeUtc": clock.text(analysis.analyzed_at)}],
        "results": list(_results(analysis))}


def _results(analysis: Analysis) -> Iterator[dict[str, Any]]:
    for each in analysis.detected_technologies:
        version = each["version"] or "unknown"
        yield _result(TECHNOLOGY, f"Detected {each['name']} {version} (confidence: {each['confidence']}%)",
                      each["source_file"] or NOWHERE, f"tech-{each['name']}-{version}")
    for each in analysis.dependencies:
        current, file = each["current_version"] or "unknown", each["file"] or MANIFEST
        print_ = f"dep-{each['name']}-{current}"
        if each["status"] == rules.OUTDATED:
            yield _result(OUTDATED, f"Dependency '{each['name']}' is outdated: {current} → {each['latest_version']}"
                                    " available", file, print_)
        elif each["status"] == rules.MISSING:
            yield _result(MISSING, f"Dependency '{each['name']}' has no fixed version", file, print_)
    for each in analysis.research_gaps:
        said = f" - {each['description']}" if each["description"] else ""
        yield _result(GAP, f"Research Gap: {each['title']}{said}", NOWHERE, f"gap-{each['title']}")


def _result(rule: str, message: str, file: str, fingerprint: str) -> dict[str, Any]:
    level = RULES[rule][1]
    digest = hashlib.sha256(fingerprint.encode()).hexdigest()
    return {
        "ruleId": rule, "ruleIndex": list(RULES).index(rule), "level": level, "kind": "fail" if level in FAILS else "pass",
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": relative_uri(file)}, "region": {"startLine": 1}}}],
        "partialFingerprints": {"primaryLocationLineHash": digest[:FINGERPRINT_LENGTH]}}


def relative_uri(file: str) -> str:
    """A path, however it was given, as an address within the repository."""
    parts = [part for part in file.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return quote("/".join(parts)) or NOWHERE
