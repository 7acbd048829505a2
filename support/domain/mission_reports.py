"""The report of a mission: fetching it in each of its forms, and what must be true of it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from support.domain.comparing import differences
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.http import Answer
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.missions import Mission
    from support.world import World

COLUMNS = ["Target", "Code", "Title", "Severity", "Status", "Evidence", "Recommendation", "First Seen"]
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # text that begins so would be taken for a formula


class MissionReports:
    """Reports are made when they are asked for, from what the mission's lists say at that moment."""

    def __init__(self, world: World):
        self._world = world

    def fetch(self, mission: Mission, by: Person, form: str = "json") -> Outcome:
        """Try to fetch the report, whatever becomes of it."""
        answer = self._world.http.ask("GET", f"{mission.path}/report", token=by.access_token,
                                      parameters={"format": form})
        return Outcome(by.name, f"fetch the report of {mission.name}", answer)

    def require_as_lists(self, mission: Mission, *, partial: bool) -> None:
        """The report says what the mission's record, statistics and lists say, and whether it is partial.

        :raises Finding: naming what differs.
        """
        missions = self._world.missions
        record, report = missions.record(mission), self.fetch(mission, mission.owner).record
        expected = {name: record[name] for name in ("name", "scope", "goals", "risk_score", "started_at", "completed_at")}
        expected |= {"partial": partial, "statistics": missions.statistics(mission),
                     "targets": missions.targets(mission), "findings": missions.findings(mission),
                     "approvals": self._world.approvals.listed(mission)}
        different = differences(expected, report)
        if different:
            raise Finding(f"the report of {mission.name} should say what its lists say: {different}")

    def require_partial(self, mission: Mission, partial: bool) -> None:
        """:raises Finding: when the report says otherwise of itself."""
        seen = self.fetch(mission, mission.owner).record.get("partial")
        if seen is not partial:
            raise Finding(f"the report of {mission.name} should be {'partial' if partial else 'whole'}, "
                          f"and says partial: {seen}")

    def require_file(self, outcome: Outcome, kind: str) -> None:
        """The answer is a whole file of this kind, as long as announced, to be kept and not to be guessed at.

        :raises Finding: naming what differs.
        """
        outcome.require_accepted(200)
        answer = outcome.answer
        different = differences(
            {"the kind": kind, "the announced length": str(len(answer.body)), "guessing": "nosniff",
             "the disposition": "attachment"},
            {"the kind": answer.media_type, "the announced length": answer.headers.get("Content-Length"),
             "guessing": answer.headers.get("X-Content-Type-Options"),
             "the disposition": answer.headers.get("Content-Disposition", "").split(";")[0]})
        if different:
            raise Finding(f"the report should come as a file: {different}")

    def require_harmless(self, outcome: Outcome, mission: Mission, form: str) -> None:
        """What people wrote stands in the file as they wrote it, and nothing of it has become code.

        :raises Finding: naming the value that is missing, or what has become of it.
        """
        finding = self._world.missions.findings(mission)[0]
        values = [finding[name] for name in ("title", "evidence", "recommendation")]
        values += [mission.sent["name"]] if form != "csv" else []
        shown = {"json": _texts_of_json, "html": _texts_of_page, "csv": _texts_of_table}[form](outcome.answer)
        missing = [value for value in values if value not in shown]
        if missing:
            raise Finding(f"the report of {mission.name} as {form} should show these values as they are, and does not: "
                          f"{missing}")

    def require_table(self, outcome: Outcome, columns: list[str]) -> None:
        """:raises Finding: when the file has other columns, or its lines end otherwise than a table's do."""
        text = outcome.answer.body.decode("utf-8")
        header = text.split("\r\n")[0]
        if next(csv.reader([header])) != columns or text.startswith("\ufeff"):
            raise Finding(f"the columns of the file should be {columns}, and its first line is {header!r}")

    def require_rows(self, outcome: Outcome, mission: Mission, title: str) -> None:
        """The file has exactly one row for each finding, in their order, with this in place of its title.

        :raises Finding: showing the rows.
        """
        missions = self._world.missions
        addresses = {target["id"]: target["address"] for target in missions.targets(mission)}
        expected = [[addresses[each["target_id"]], each["code"], title, each["severity"], each["status"],
                     each["evidence"], each["recommendation"], each["first_seen_at"]]
                    for each in missions.findings(mission)]
        seen = _rows(outcome.answer.body)[1:]
        if seen != expected:
            raise Finding(f"the file should have the rows {expected}, and has {seen}")


def _rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8"), newline="")))


def _texts_of_json(answer: Answer) -> set[str]:
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)
        elif isinstance(value, str):
            found.add(value)

    walk(answer.json)
    return found


def _texts_of_table(answer: Answer) -> set[str]:
    """The cells; one that would be a formula stands behind an apostrophe, and counts as it was meant."""
    cells = {cell for row in _rows(answer.body) for cell in row}
    if any(cell.startswith(FORMULA_SIGNS) for cell in cells):
        raise Finding(f"no cell of the file should be a formula, and these are: "
                      f"{[cell for cell in cells if cell.startswith(FORMULA_SIGNS)]}")
    return {cell.removeprefix("'") if cell[1:].startswith(FORMULA_SIGNS) else cell for cell in cells}


def _texts_of_page(answer: Answer) -> set[str]:
    page = _Page()
    page.feed(answer.text)
    page.close()
    if page.code:
        raise Finding(f"nothing that people wrote should be code in the page, and there are the elements {page.code}")
    return {text.strip() for text in page.texts}


@dataclass
class _Page(HTMLParser):
    """The texts of a page, and elements that only somebody's text can have brought in."""

    texts: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        if tag in ("script", "b", "iframe", "object") or any(name.startswith("on") for name, _ in attributes):
            self.code.append(tag)

    def handle_data(self, text: str) -> None:
        self.texts.append(text)
