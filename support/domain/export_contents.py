"""What the file of an analysis must hold in each format, and what it does hold: both as plain lists and texts."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from support.findings import Finding

if TYPE_CHECKING:
    from openpyxl import Workbook

Fields = dict[str, Any]
Row = list[Any]

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
TITLE = "CommandCenter Analysis Report"
CSV_TYPES = ("combined", "technologies", "dependencies", "metrics", "gaps")
_SCHEMA = Path(__file__).parents[2] / "contracts/sarif-2.1.0.json"
RULES = {"CC001": "OutdatedDependency", "CC002": "MissingDependency", "CC003": "ResearchGap", "CC004": "TechnologyDetection"}

# The columns of each table with the fields below them, as the platform's contract has them.
COLUMNS = {
    "technologies": {"Technology": "name", "Version": "version", "Category": "category", "Confidence (%)": "confidence",
                     "Description": "description", "Source File": "source_file"},
    "dependencies": {"Package": "name", "Current Version": "current_version", "Latest Version": "latest_version",
                     "Status": "status", "Severity": "severity", "Package Manager": "package_manager", "File": "file"},
    "metrics": {"Lines of Code": "lines_of_code", "File Count": "file_count", "Complexity Score": "complexity",
                "Documentation Coverage (%)": "documentation_coverage", "Test Coverage (%)": "test_coverage"},
    "gaps": {"Title": "title", "Description": "description", "Category": "category", "Priority": "priority",
             "Estimated Effort": "estimated_effort", "Recommendation": "recommendation"},
}
PARTS = {"technologies": "detected_technologies", "dependencies": "dependencies", "gaps": "research_gaps"}
SHORT = {"technologies": 5, "dependencies": 5, "metrics": 3}  # of so many columns where all tables stand in one file
SHEETS = {"Technologies": "technologies", "Dependencies": "dependencies", "Metrics": "metrics", "Research Gaps": "gaps"}


def counts(record: Fields) -> list[Row]:
    """The four numbers of a summary."""
    return [["Technologies Detected", len(record["detected_technologies"])],
            ["Total Dependencies", len(record["dependencies"])],
            ["Outdated Dependencies", sum(each["status"] == "Outdated" for each in record["dependencies"])],
            ["Research Gaps", len(record["research_gaps"])]]


def table(record: Fields, part: str, *, short: bool = False) -> list[Row]:
    """A table of the analysis: its header and its rows."""
    columns = dict(list(COLUMNS[part].items())[:SHORT.get(part) if short else None])
    if part == "gaps" and short:
        del columns["Estimated Effort"]
    if part == "metrics":
        return [["Metric", "Value"], *([name, record["code_metrics"][field]] for name, field in columns.items())]
    return [list(columns), *([each[field] for field in columns.values()] for each in record[PARTS[part]])]


# CSV


def csv_rows(body: bytes) -> list[Row]:
    """As a standard reader reads them.

    :raises Finding: when the lines do not end as RFC 4180 has it, or the text is marked or not UTF-8.
    """
    text = body.decode("utf-8")
    outside = "".join(text.split('"')[::2])  # what stands in no quotation marks
    if text.startswith("\ufeff") or not text.endswith("\r\n") or outside.count("\r\n") != outside.count("\n"):
        raise Finding("each line of the file should end with CR and LF, and no mark stand before the first")
    return _languages_in_order(list(csv.reader(io.StringIO(text, newline=""))))


def _languages_in_order(rows: list[Row]) -> list[Row]:
    """Which language stands first is nobody's promise."""
    start = rows.index(["Language", "Lines"]) + 1 if ["Language", "Lines"] in rows else len(rows)
    return [*rows[:start], *sorted(rows[start:])]


def csv_expected(record: Fields, csv_type: str) -> list[Row]:
    """The rows of the file of this type, as they are read."""
    return _languages_in_order([[_cell(value) for value in row] for row in _csv_lines(record, csv_type)])


def _csv_lines(record: Fields, csv_type: str) -> Iterator[Row]:
    if csv_type != "combined":
        yield from table(record, csv_type)
        languages = record["code_metrics"]["languages"]
        if csv_type == "metrics" and languages:
            yield from ([], ["Language", "Lines"], *map(list, languages.items()))
        return
    yield from ([TITLE], ["Project", record["project_path"]], ["Analyzed At", record["analyzed_at"]],
                ["Analysis Version", record["analysis_version"]])
    yield from ([], ["SUMMARY"], ["Metric", "Value"], *counts(record))
    for title, part in (("DETECTED TECHNOLOGIES", "technologies"), ("DEPENDENCIES", "dependencies"),
                        ("CODE METRICS", "metrics"), ("RESEARCH GAPS", "gaps")):
        yield from ([], [title], *table(record, part, short=True))


def _cell(value: Any) -> str:
    """A value as a reader finds it: text that would be a formula stands behind an apostrophe."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_SIGNS) else text


# SARIF


def sarif_results(record: Fields) -> list[Fields]:
    """What must stand in the log, in this order: of each result what is promised word for word."""
    found = []
    for each in record["detected_technologies"]:
        version = each["version"] or "unknown"
        found.append(_result("CC004", f"Detected {each['name']} {version} (confidence: {each['confidence']}%)",
                             each["source_file"] or "README.md", f"tech-{each['name']}-{version}"))
    for each in record["dependencies"]:
        file, print_ = each["file"] or "package.json", f"dep-{each['name']}-{each['current_version'] or 'unknown'}"
        if each["status"] == "Outdated":
            found.append(_result("CC001", f"Dependency '{each['name']}' is outdated: {each['current_version']} → "
                                          f"{each['latest_version']} available", file, print_))
        elif each["status"] == "Missing":
            found.append(_result("CC002", None, file, print_))
    for each in record["research_gaps"]:
        said = f" - {each['description']}" if each["description"] else ""
        found.append(_result("CC003", f"Research Gap: {each['title']}{said}", "README.md", f"gap-{each['title']}"))
    return found


def _result(rule: str, message: str | None, file: str, fingerprint: str) -> Fields:
    within = "/".join(part for part in file.split("/") if part not in ("", ".", ".."))
    return {"rule": rule, "message": message, "uri": quote(within),
            "fingerprint": hashlib.sha256(fingerprint.encode()).hexdigest()[:16]}


def sarif_read(log: Fields) -> list[Fields]:
    """The log's results, in the same form: the message of a missing version is anybody's, and must not be empty."""
    return [{"rule": each["ruleId"], "message": None if each["ruleId"] == "CC002" and each["message"]["text"]
             else each["message"]["text"],
             "uri": each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
             "fingerprint": each["partialFingerprints"]["primaryLocationLineHash"]} for each in log["runs"][0]["results"]]


def sarif_faults(log: Fields) -> list[str]:
    """Each place where a log is not as the published schema has it."""
    return [f"{'/'.join(map(str, fault.instance_path)) or 'the log'}: {fault.message[:200]}"
            for fault in _sarif_schema().iter_errors(log)]


@cache
def _sarif_schema() -> Any:
    from jsonschema_rs import Draft7Validator  # 60 ms: only for who reads a log

    text = _SCHEMA.read_text(encoding="utf-8")
    # The same expression for a stricter reader: a bracket that closes nothing must be marked as a sign.
    return Draft7Validator(json.loads(text.replace("[a-zA-Z]{2}]?$", r"[a-zA-Z]{2}\\]?$")), validate_formats=True)


# Excel


def workbook(body: bytes) -> Workbook:
    """:raises Finding: when the file is no workbook."""
    from openpyxl import load_workbook  # 150 ms: only for who reads one
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(io.BytesIO(body))
    except (InvalidFileException, KeyError, OSError, ValueError) as fault:
        raise Finding(f"the file should open as a workbook, and does not: {fault}") from None


def sheet_rows(book: Workbook, sheet: str) -> list[Row]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def outdated_in(format: str, body: bytes) -> int:
    """How many dependencies the file says are outdated, in whatever way it says so."""
    if format == "sarif":
        return sum(each["ruleId"] == "CC001" for each in json.loads(body)["runs"][0]["results"])
    if format == "json":
        return sum(each["status"] == "Outdated" for each in json.loads(body)["dependencies"])
    if format == "excel":
        book = workbook(body)
        rows = sum(row[3] == "Outdated" for row in sheet_rows(book, "Dependencies"))
        return _same(rows, book["Summary"]["B9"].value, format)
    if format == "csv":
        rows = csv_rows(body)
        said = next(int(row[1]) for row in rows if row[:1] == ["Outdated Dependencies"])
        return _same(sum(len(row) == 5 and row[3] == "Outdated" for row in rows), said, format)
    from support.domain.export_pages import Page

    page = Page(body)
    return _same(sum(row[3] == "Outdated" for row in page.table("Dependencies")), page.counts()["Outdated Dependencies"],
                 format)


def _same(counted: int, said: int, format: str) -> int:
    if counted != said:
        raise Finding(f"the {format} file should say how many outdated dependencies it shows: it says {said}, and shows "
                      f"{counted}")
    return counted


# What each result of a log must be


def is_scannable(run: Fields, result: Fields) -> bool:
    """Whether it has what GitHub Code Scanning needs."""
    places = [each["physicalLocation"] for each in result["locations"]]
    uris = [place["artifactLocation"]["uri"] for place in places]
    return (result["ruleId"] in [rule["id"] for rule in run["tool"]["driver"]["rules"]] and bool(result["message"]["text"])
            and len(places) == 1 and places[0]["region"]["startLine"] >= 1
            and not uris[0].startswith("/") and ":" not in uris[0].split("/")[0] and ".." not in uris[0].split("/")
            and len(result["partialFingerprints"]["primaryLocationLineHash"]) == 16)


def refers_to_rule(run: Fields, result: Fields) -> bool:
    """Whether id and index are those of one rule, which has the word for its code."""
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    return rule["id"] == result["ruleId"] and rule["name"] == RULES.get(rule["id"])


def is_of_its_kind(_run: Fields, result: Fields) -> bool:
    """Whether its level is that of its rule, and its kind fits the level."""
    level = {"CC001": "warning", "CC002": "note", "CC003": "note", "CC004": "none"}[result["ruleId"]]
    return result["level"] == level and (result["kind"] == "fail") == (level != "none")
