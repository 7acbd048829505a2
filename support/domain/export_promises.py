"""What must be true of a workbook, a table, a log or a page, whatever analysis it is of."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from support.domain import export_contents as contents
from support.domain.comparing import differences
from support.domain.outcomes import Outcome
from support.findings import Finding

if TYPE_CHECKING:
    from openpyxl import Workbook

    from support.domain.analyses import Analysis
    from support.domain.export_pages import Page
    from support.world import World

EMPTY_LINE = "(an empty line)"
BLUE, AMBER, WHITE = "3B82F6", "FEF3C7", "FFFFFF"


def as_shown(moment: str) -> str:
    """A moment to the second: a spreadsheet keeps no more than milliseconds of it."""
    return datetime.fromisoformat(moment).replace(microsecond=0).isoformat()


def _shown(cell: str) -> str:
    return cell.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")


def _colour(found: Any) -> str:
    """Red, green and blue of a cell's colour; nothing where it has none of its own."""
    return str(found.rgb)[-6:] if found is not None else ""


class ExportPromises:
    """Each ``require`` raises a Finding, in the product's words, when the file that came last does not keep its promise."""

    _world: World

    def body(self) -> bytes:
        """The file that came last."""
        raise NotImplementedError

    def log(self) -> dict[str, Any]:
        return json.loads(self.body())

    def table(self) -> list[list[str]]:
        return contents.csv_rows(self.body())

    def book(self) -> Workbook:
        return contents.workbook(self.body())

    def page(self) -> Page:
        from support.domain.export_pages import Page  # 20 ms: only for who reads one

        return Page(self.body())

    # SARIF

    def require_log(self) -> None:
        """One run of version 2.1.0 by the driver CommandCenter, with its four rules."""
        log = self.log()
        driver = log["runs"][0]["tool"]["driver"]
        different = differences(
            {"version": "2.1.0", "runs": 1, "driver": "CommandCenter", "rules": contents.RULES},
            {"version": log["version"], "runs": len(log["runs"]), "driver": driver["name"],
             "rules": {rule["id"]: rule["name"] for rule in driver["rules"]}})
        if different:
            raise Finding(f"of the SARIF log {different}")

    def require_valid_log(self) -> None:
        """The log is as the published schema has it."""
        faults = contents.sarif_faults(self.log())
        if faults:
            raise Finding(f"the SARIF log should be valid, and is not: {'; '.join(faults[:5])}")

    def require_results(self, fits: Any, words: str) -> None:
        """Each result of the log is as ``fits`` says, and there are some."""
        run = self.log()["runs"][0]
        for result in run["results"]:
            if not fits(run, result):
                raise Finding(f"each result should {words}, and this one does not: {json.dumps(result)[:500]}")
        if not run["results"]:
            raise Finding(f"each result should {words}, and there is none")

    def require_rules_of(self, expected: list[tuple[str, str]]) -> None:
        """The results are exactly of these rules, in this order, each with these words in its message."""
        seen = [(each["ruleId"], each["message"]["text"]) for each in self.log()["runs"][0]["results"]]
        fits = len(seen) == len(expected) and all(
            rule == wanted and about in text for (rule, text), (wanted, about) in zip(seen, expected, strict=True))
        if not fits:
            raise Finding(f"the results should be {expected}, and are {seen}")

    def require_end_time(self, analysis: Analysis) -> None:
        """The run is said to have ended well when the analysis was made, in UTC."""
        said = self.log()["runs"][0]["invocations"]
        expected = self._world.analyses.record(analysis)["analyzed_at"]
        if [(each["executionSuccessful"], each["endTimeUtc"]) for each in said] != [(True, expected)]:
            raise Finding(f"the run should have ended well at {expected}, and the log says {said}")
        if not expected.endswith("Z"):
            raise Finding(f"the time should be in UTC and end in Z, and is {expected}")

    def fingerprints(self) -> list[tuple[str, str]]:
        """Of each result: what its message begins with, and its fingerprint."""
        return [(each["message"]["text"].partition(":")[0], each["partialFingerprints"]["primaryLocationLineHash"])
                for each in self.log()["runs"][0]["results"]]

    def require_fingerprints(self, noted: list[tuple[str, str]], but: str | None = None) -> None:
        """They are those that were noted; the one of the result that speaks of ``but`` is another."""
        different = [before[0] for before, now in zip(noted, self.fingerprints(), strict=True) if before[1] != now[1]]
        if len(different) != (but is not None) or (but is not None and but not in different[0]):
            raise Finding(f"the fingerprints should differ for {but or 'nothing'}, and differ for {different or 'nothing'}")

    # CSV

    def require_table(self, expected: list[list[str]], header: list[str]) -> None:
        """Line by line it is this; ``\\n``, ``\\r`` and ``\\t`` stand for what a feature cannot show."""
        wanted = [[_shown(cell) for cell in row] if row[0] != EMPTY_LINE else [] for row in (header, *expected)]
        seen = self.table()
        if seen != wanted:
            raise Finding(f"the table should read {wanted}, and reads {seen}")

    def require_header(self, columns: list[str]) -> None:
        if self.table()[0] != columns:
            raise Finding(f"the columns should be {columns}, and are {self.table()[0]}")

    def require_sections(self, titles: list[str]) -> None:
        """These stand, in this order, each alone after an empty line; and no other line is empty."""
        lines = self.table()
        seen = [following for line, following in pairwise(lines) if not line]
        if seen != [[title] for title in titles]:
            raise Finding(f"after the empty lines should stand {titles}, and there stand {seen}")

    # Excel

    def require_sheets(self, names: list[str]) -> None:
        if self.book().sheetnames != names:
            raise Finding(f"the sheets should be {names}, and are {self.book().sheetnames}")

    def require_headers(self) -> None:
        """Each cell of each header is bold and white on blue."""
        for sheet, part in contents.SHEETS.items():
            for cell in self.book()[sheet][1]:
                look = (cell.font.bold, _colour(cell.font.color), cell.fill.fill_type, _colour(cell.fill.fgColor))
                if look != (True, WHITE, "solid", BLUE):
                    raise Finding(f"the header {cell.value} of {part} should be bold and white on blue, and is {look}")

    def require_cells(self) -> None:
        """Numbers are numbers, texts are texts, and nothing is a formula."""
        for sheet in self.book():
            for row in sheet.iter_rows():
                for cell in row:
                    kind = {str: "s", int: "n", float: "n", type(None): "n"}.get(type(cell.value), "d")
                    if cell.data_type != kind:
                        raise Finding(f"{sheet.title} {cell.coordinate} with {cell.value!r} should be a cell of its kind, "
                                      f"and is of the kind {cell.data_type}")

    def require_amber(self) -> None:
        """Of the statuses exactly those of outdated dependencies are amber, and there are some."""
        cells = [row[3] for row in self.book()["Dependencies"].iter_rows(min_row=2)]
        amber = [cell.value for cell in cells if cell.fill.fill_type == "solid" and _colour(cell.fill.fgColor) == AMBER]
        outdated = [cell.value for cell in cells if cell.value == "Outdated"]
        if amber != outdated or not outdated:
            raise Finding(f"the statuses of {len(outdated)} outdated dependencies should be amber, and amber are {amber}")

    def require_summary(self, analysis: Analysis) -> None:
        """The Summary says whose it is, of when, and how many rows the other sheets have."""
        book, record = self.book(), self._world.analyses.record(analysis)
        summary, rows = book["Summary"], {sheet: book[sheet].max_row - 1 for sheet in contents.SHEETS}
        outdated = sum(row[3] == "Outdated" for row in contents.sheet_rows(book, "Dependencies"))
        different = differences(
            {"the project in B3": record["project_path"], "the time in B4": as_shown(record["analyzed_at"]),
             "the counts in A7 to B10": [["Technologies Detected", rows["Technologies"]],
                                         ["Total Dependencies", rows["Dependencies"]],
                                         ["Outdated Dependencies", outdated], ["Research Gaps", rows["Research Gaps"]]]},
            {"the project in B3": summary["B3"].value,
             "the time in B4": as_shown(f"{summary['B4'].value.isoformat()}Z"),
             "the counts in A7 to B10": [[cell.value for cell in row] for row in summary["A7:B10"]]})
        if different or not summary["A1"].value:
            raise Finding(f"of the Summary with the title {summary['A1'].value!r} {different}")

    # HTML

    def require_page(self, charts: list[str]) -> None:
        """Its title, its sections in their order, exactly these charts, and something to switch with."""
        from support.domain.export_pages import SECTIONS

        page, record = self.page(), self._world.analyses.record(self._world.analyses.analysis())
        different = differences(
            {"title": f"{contents.TITLE} - {record['project_path']}", "sections": SECTIONS, "charts": charts, "switches": 1},
            {"title": page.title, "sections": page.sections, "charts": page.canvases, "switches": page.switches})
        if different:
            raise Finding(f"of the page {different}")

    def require_page_says(self, section: str, words: str) -> None:
        seen = self.page().says(section)
        if words not in seen:
            raise Finding(f"the section {section} should say {words!r}, and says {seen[:300]!r}")

    def require_badges(self, expected: dict[str, str]) -> None:
        seen = self.page().badges()
        if seen != expected:
            raise Finding(f"the confidence badges should be {expected}, and are {seen}")

    def require_works(self) -> None:
        """Its scripts draw each chart with something on it, and each press of the switch changes the theme."""
        done = self.page().run()
        empty = [name for name in ("techChart", "depChart")
                 if not done["drawn"].get(name, {}).get("shapes") or not done["drawn"][name]["texts"]]
        if empty:
            raise Finding(f"the scripts should draw both charts, and draw nothing on {empty}")
        first, second, third = done["themes"]
        if {first, second} != {"light", "dark"} or third != first:
            raise Finding(f"the switch should change between light and dark, and the themes are {done['themes']}")

    # JSON

    def require_pretty(self, compact: Outcome, pretty: Outcome) -> None:
        """Both say the same; the second has each level two spaces further in, the first no line but one."""
        value = compact.answer.json
        lines = [pretty.answer.text.strip(), compact.answer.text.strip()]
        if pretty.answer.json != value or lines[0] != json.dumps(value, indent=2, ensure_ascii=False) or "\n" in lines[1]:
            raise Finding("the pretty file should say what the compact one says, each level indented by two spaces")
