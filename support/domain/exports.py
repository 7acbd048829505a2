"""Files of analyses: fetching them in each format, and what must be true of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import uuid4

from support.domain import export_contents as contents
from support.domain.analyses import FORMATS, Analysis
from support.domain.call_limits import Standing
from support.domain.comparing import differences
from support.domain.export_promises import ExportPromises
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

EXPORTS = f"{V2}/exports"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = {"sarif": "application/json", "html": "text/html; charset=utf-8", "csv": "text/csv; charset=utf-8",
               "excel": SHEET_TYPE, "json": "application/json"}
EXTENSIONS = {"sarif": "sarif", "html": "html", "csv": "csv", "excel": "xlsx", "json": "json"}
WISH = (rf"SARIF|HTML(?: to keep)?|CSV(?: of (?:{'|'.join(contents.CSV_TYPES)}))?|Excel|(?:pretty )?json")


@dataclass(frozen=True)
class Wish:
    """A format, and what is asked for beside it."""

    format: str
    parameters: dict[str, str]

    @classmethod
    def of(cls, words: str) -> Wish:
        """Of words such as "CSV of technologies", "HTML to keep" or "pretty json"."""
        asked = {"download": "true"} if words.endswith(" to keep") else {}
        if " of " in words:
            asked = {"type": words.rpartition(" ")[2]}
        if words.startswith("pretty "):
            asked = {"pretty": "true"}
        return cls(FORMATS[re.sub("^pretty | .*$", "", words)], asked)

    @property
    def csv_type(self) -> str:
        return self.parameters.get("type", "combined")

    def name(self, analysis: Analysis) -> str:
        kind = f"_{self.csv_type}" if self.format == "csv" else ""
        return f"analysis_{analysis.id}{kind}.{EXTENSIONS[self.format]}"


class Exports(ExportPromises):
    """Exports of the scenario; ``last`` is the wish that was asked for last, of which analysis, and what was answered."""

    def __init__(self, world: World):
        self._world = world
        self.last: tuple[Analysis, Wish, Outcome] | None = None
        self._files: dict[str, bytes] = {}

    # Asking

    def export(self, analysis: Analysis, by: Person, wish: Wish) -> Outcome:
        """Ask for the analysis in a format, whatever becomes of it."""
        outcome = self._ask(by, f"export the analysis as {wish.format}", f"/{analysis.id}/{wish.format}", wish.parameters)
        self.last = (analysis, wish, outcome)
        return outcome

    def export_at_once(self, analysis: Analysis, by: Person, wish: Wish, times: int) -> list[Outcome]:
        return at_once([lambda: self.export(analysis, by, wish)] * times)

    def export_in_every_format(self, analysis: Analysis, by: Person) -> list[Outcome]:
        """In each of the five; the files are kept.

        :raises Finding: when one is refused.
        """
        outcomes = []
        for format in FORMATS.values():
            outcomes.append(self.export(analysis, by, Wish(format, {})))
            outcomes[-1].require_accepted(200)
            self._files[format] = outcomes[-1].answer.body
        return outcomes

    def export_unknown(self, by: Person) -> list[Outcome]:
        """An analysis that nobody has, in each of the five."""
        return [self._ask(by, f"export an unknown analysis as {format}", f"/{uuid4()}/{format}")
                for format in FORMATS.values()]

    def export_nothing(self, by: Person) -> list[Outcome]:
        """No analysis at all, in each of the five."""
        return [self._ask(by, f"export nothing as {format}", path)
                for format in FORMATS.values() for path in (f"/{format}", f"//{format}")]

    def export_as(self, analysis: Analysis, by: Person, format: str, **parameters: str) -> Outcome:
        """In a format, or of a type, of whatever name."""
        return self._ask(by, f"export the analysis as {format}", f"/{analysis.id}/{format}", parameters)

    def export_in_no_format(self, analysis: Analysis, by: Person, text: str) -> Outcome:
        """With any text in the place of a format."""
        return self._ask(by, f"export the analysis as {text}", f"/{analysis.id}/{quote(text, safe='')}")

    # Which there are

    def formats(self, by: Person) -> list[dict[str, Any]]:
        return self._ask(by, "list the formats", "/formats").record["formats"]

    def require_formats(self, by: Person, expected: list[dict[str, str]]) -> None:
        """:raises Finding: when the list says otherwise of what is expected of each format."""
        seen = [{name: str(each[name]) for name in expected[0]} for each in self.formats(by)]
        if seen != expected:
            raise Finding(f"the formats should be {expected}, and are {seen}")

    def require_addresses(self, analysis: Analysis) -> None:
        """The address of each format in the list leads to a file of the kind and the name that the list promises.

        :raises Finding: naming the first that does not.
        """
        by = analysis.owner
        for each in self.formats(by):
            path = each["endpoint"].replace("{analysis_id}", analysis.id)
            answer = self._world.http.ask("GET", path, token=by.access_token)
            Outcome(by.name, f"follow the address of {each['format']}", answer).require_accepted(200)
            name = answer.headers.get("Content-Disposition", "").partition('filename="')[2].rstrip('"')
            different = differences({"kind": each["mime_type"], "extension": each["extension"]},
                                    {"kind": answer.headers.get("Content-Type"), "extension": name.rpartition(".")[2]})
            if different:
                raise Finding(f"of the file that the address of {each['format']} leads to {different}")

    def require_types_named(self, outcome: Outcome, types: str) -> None:
        """:raises Finding: when it was not refused for its type alone, or the refusal does not name those there are."""
        outcome.require_fault("type", "not_allowed")
        message = outcome.answer.json["errors"][0]["message"]
        if types not in message:
            raise Finding(f"the refusal should name the types {types}, and says {message!r}")

    # The file as a whole

    def require_file(self) -> None:
        """The last export came as a file: of its media type, under its name, whole and as long as announced.

        :raises Finding: naming what differs.
        """
        analysis, wish, outcome = self._last()
        outcome.require_accepted(200)
        answer, way = outcome.answer, "inline" if (wish.format, wish.parameters) == ("html", {}) else "attachment"
        different = differences(
            {"the kind": MEDIA_TYPES[wish.format], "the announced length": str(len(answer.body)), "guessing": "nosniff",
             "the name": f'{way}; filename="{wish.name(analysis)}"'},
            {"the kind": answer.headers.get("Content-Type"), "the announced length": answer.headers.get("Content-Length"),
             "guessing": answer.headers.get("X-Content-Type-Options"),
             "the name": answer.headers.get("Content-Disposition")})
        if different:
            raise Finding(f"the {wish.format} export should come as a file: {different}")

    def require_files_as_announced(self, outcomes: list[Outcome]) -> None:
        """:raises Finding: naming the first of which less or more came than was announced."""
        for outcome in outcomes:
            announced = outcome.answer.headers.get("Content-Length")
            if announced != str(len(outcome.answer.body)) or not outcome.answer.body:
                raise Finding(f"as many bytes should come as are announced: on trying to {outcome.what} "
                              f"{len(outcome.answer.body)} came, and {announced} were announced")

    def require_all_equal(self, outcomes: list[Outcome]) -> None:
        """:raises Finding: when the files that came differ."""
        bodies = {outcome.answer.body for outcome in outcomes}
        if len(bodies) != 1:
            raise Finding(f"{len(outcomes)} exports of one analysis should be equal, and there are {len(bodies)} different")

    # What it holds

    def require_holds(self) -> None:
        """The file of the last export holds exactly what its analysis holds, in the way of its format.

        :raises Finding: naming the first place that differs.
        """
        analysis, wish, outcome = self._last()
        outcome.require_accepted(200)
        record, body = self._world.analyses.record(analysis), outcome.answer.body
        expected, seen = {
            "sarif": lambda: (contents.sarif_results(record), contents.sarif_read(json.loads(body))),
            "csv": lambda: (contents.csv_expected(record, wish.csv_type), contents.csv_rows(body)),
            "excel": lambda: (self._sheets_of(record), self._sheets_in(body)),
            "html": lambda: (self._page_of(record), self._page_in(body)),
            "json": lambda: ([record], [json.loads(body)])}[wish.format]()
        for number, (wanted, found) in enumerate(zip(expected, seen, strict=False), start=1):
            if wanted != found:
                raise Finding(f"in the {wish.format} file entry {number} should be {wanted!r}, and is {found!r}")
        if len(expected) != len(seen):
            raise Finding(f"the {wish.format} file should have {len(expected)} entries, and has {len(seen)}: "
                          f"{(seen[len(expected):] or expected[len(seen):])[:3]!r}")

    def _sheets_of(self, record: dict) -> list:
        return [row for part in contents.SHEETS.values() for row in contents.table(record, part, short=True)]

    def _sheets_in(self, body: bytes) -> list:
        book = contents.workbook(body)
        return [row for sheet in contents.SHEETS for row in contents.sheet_rows(book, sheet)]

    def _page_of(self, record: dict) -> list:
        """The rows of the page's tables as they are read: less the header, and less what has a form of its own."""
        tables = [contents.table(record, part)[1:] for part in ("technologies", "dependencies", "gaps")]
        return [[name, str(value)] for name, value in contents.counts(record)] + [
            ["" if value is None else str(value) for value in row] for each in tables for row in each]

    def _page_in(self, body: bytes) -> list:
        from support.domain.export_pages import Page

        page = Page(body)
        technologies = [[*row[:3], row[3].split()[-1].rstrip("%"), *row[4:]] for row in page.table("Detected Technologies")]
        return [[name, str(value)] for name, value in page.counts().items()] + [
            *technologies, *page.table("Dependencies"), *page.table("Research Gaps")]

    def require_same_everywhere(self, name: str) -> None:
        """Each of the kept files shows the technology of this name, sign by sign.

        :raises Finding: naming the format that does not.
        """
        from support.domain.export_pages import Page

        log, book = json.loads(self._files["sarif"]), contents.workbook(self._files["excel"])
        shown = {
            "sarif": [each["message"]["text"].removeprefix("Detected ").rpartition(" (")[0].rpartition(" ")[0]
                      for each in log["runs"][0]["results"] if each["ruleId"] == "CC004"],
            "html": [row[0] for row in Page(self._files["html"]).table("Detected Technologies")],
            "csv": [row[0] for row in contents.csv_rows(self._files["csv"]) if len(row) == 5],
            "excel": [row[0] for row in contents.sheet_rows(book, "Technologies")],
            "json": [each["name"] for each in json.loads(self._files["json"])["detected_technologies"]]}
        for format, names in shown.items():
            if name not in names:
                raise Finding(f"the {format} file should show the technology {name!r}, and shows {names}")

    def require_outdated_everywhere(self, count: int) -> None:
        """:raises Finding: when one of the kept files says of another number of dependencies that they are outdated."""
        said = {format: contents.outdated_in(format, body) for format, body in self._files.items()}
        if said != dict.fromkeys(FORMATS.values(), count):
            raise Finding(f"each file should say of {count} dependencies that they are outdated, and they say {said}")

    # The page

    def body(self) -> bytes:
        outcome = self._last()[2]
        outcome.require_accepted(200)
        return outcome.answer.body

    def require_policy(self) -> None:
        """The page comes under a policy for exactly its own scripts, of which there are some."""
        policy, came = self.page().policy(), self._last()[2].answer.headers.get("Content-Security-Policy")
        if came != policy or not self.page().scripts:
            raise Finding(f"the page should come under the policy {policy}, and comes under {came}")

    # Limits

    def require_left(self, outcome: Outcome, left: int) -> None:
        """:raises Finding: when the answer says of another number of exports that they are left of ten."""
        told = Standing.told_by(outcome.answer)
        if (told.limit, told.left) != (10, left) or not 1 <= told.reset <= 60:
            raise Finding(f"{outcome.who} should be told that {left} of 10 exports are left within 60 seconds on trying to "
                          f"{outcome.what}, and was told {told}")

    def _last(self) -> tuple[Analysis, Wish, Outcome]:
        if self.last is None:
            raise Finding("nothing was exported yet")
        return self.last

    def _ask(self, by: Person, words: str, path: str, parameters: dict[str, str] | None = None) -> Outcome:
        return Outcome(by.name, words, self._world.http.ask("GET", f"{EXPORTS}{path}", token=by.access_token,
                                                            parameters=parameters or None))
