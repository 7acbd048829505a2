"""Analyses as scenarios have them: a complete one, an empty one, a hostile one, or one with what the scenario says."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.spoken import spoken_of
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

Fields = dict[str, Any]

FORMATS = {"SARIF": "sarif", "HTML": "html", "CSV": "csv", "Excel": "excel", "json": "json"}  # in the platform's order
NO_METRICS = dict.fromkeys(("lines_of_code", "file_count", "complexity", "documentation_coverage", "test_coverage")) | {
    "languages": {}}

# What each part's entries have where a scenario says nothing.
TECHNOLOGY = {"name": "Django", "version": "4.2.1", "category": "framework", "confidence": 90,
              "description": "Serves the gates", "source_file": "requirements.txt"}
DEPENDENCY = {"name": "django", "current_version": "4.2.1", "latest_version": "4.2.1", "severity": "medium",
              "package_manager": "pip", "file": "requirements.txt"}
GAP = {"title": "No tests", "description": "Nothing shows that it works", "category": "testing", "priority": 2,
       "estimated_effort": "medium", "recommendation": "Write tests"}
PARTS = {"technologies": ("detected_technologies", TECHNOLOGY), "dependencies": ("dependencies", DEPENDENCY),
         "gaps": ("research_gaps", GAP)}

COMPLETE = {
    "analyzed_at": "2026-11-28T09:30:00Z", "analysis_version": "2.0.0", "analysis_duration_ms": 1234,
    "detected_technologies": [
        {**TECHNOLOGY, "confidence": 80}, {**TECHNOLOGY, "name": "PostgreSQL", "version": "16", "category": "database",
                                           "confidence": 79, "source_file": "docker/compose file.yml"},
        {**TECHNOLOGY, "name": "Redis", "version": None, "category": "cache", "confidence": 50, "source_file": None},
        {**TECHNOLOGY, "name": "Kafka", "version": None, "category": None, "confidence": 49, "description": None}],
    "dependencies": [
        {**DEPENDENCY, "current_version": "1.9", "latest_version": "1.10", "severity": "critical"},
        {**DEPENDENCY, "name": "react", "current_version": "17.0.2", "latest_version": "18.2.0", "severity": "high",
         "package_manager": "npm", "file": "web/package.json"},
        {**DEPENDENCY, "name": "celery", "current_version": None, "latest_version": None, "file": None},
        {**DEPENDENCY, "name": "rich", "current_version": "13.7", "latest_version": None, "severity": "low"},
        {**DEPENDENCY, "name": "attrs", "current_version": "23.1", "latest_version": "23.1"},
        {**DEPENDENCY, "name": "httpx", "current_version": "1.10", "latest_version": "1.9", "package_manager": None}],
    "code_metrics": {"lines_of_code": 1234567, "file_count": 321, "complexity": 12.5, "documentation_coverage": 80.5,
                     "test_coverage": 66, "languages": {"Python": 1000000, "TypeScript": 234567}},
    "research_gaps": [GAP, {**GAP, "title": "No README", "description": "Nothing says what this is", "priority": 3,
                            "category": "documentation", "estimated_effort": None, "recommendation": None}],
}
SCRIPT = "<script>alert('gate')</script>"
SPREADSHEET = ("=1+1", "+1+1", "-1+1", "@SUM(A1)")  # what a spreadsheet would take for a formula
HOSTILE = {
    "detected_technologies": [
        {**TECHNOLOGY, "name": each} for each in (
            SCRIPT, 'Gate, "north"', "Lamp\nDock 4", "Œuvre Łódź 東京 🚢", "'; DROP TABLE analyses; --", *SPREADSHEET)],
    "dependencies": [{**DEPENDENCY, "name": "=1+1", "latest_version": "5.0"},
                     {**DEPENDENCY, "name": '"><img src=x onerror=alert(1)>', "current_version": None},
                     {**DEPENDENCY, "name": "react", "file": "../../../etc/passwd"}],
    "code_metrics": {**NO_METRICS, "lines_of_code": 7, "languages": {SCRIPT: 7}},
    "research_gaps": [{**GAP, "title": SCRIPT, "description": "{{7*7}} ${7*7} %0d%0aSet-Cookie: session=evil"},
                      {**GAP, "title": '=HYPERLINK("http://pages.example","here")'}],
}
EMPTY: Fields = {}
KINDS = {"complete": COMPLETE, "empty": EMPTY, "hostile": HOSTILE}

# An import that must be refused: what is wrong with it, and how it is sent.
FAULTY = {
    "a nameless dependency": {"dependencies": [DEPENDENCY, {"current_version": "1"}]},
    "a dependency with an empty name": {"dependencies": [{**DEPENDENCY, "name": "  "}]},
    "a titleless gap": {"research_gaps": [GAP, GAP, {"priority": 1}]},
    "a nameless technology": {"detected_technologies": [{"version": "1"}]},
    "a text in place of a dependency": {"dependencies": [DEPENDENCY, "django"]},
    "a text in place of the metrics": {"code_metrics": "many"},
    "a dependency with a status": {"dependencies": [{**DEPENDENCY, "status": "Current"}]},
    "a confidence of 101": {"detected_technologies": [{**TECHNOLOGY, "confidence": 101}]},
    "a gap of priority 6": {"research_gaps": [{**GAP, "priority": 6}]},
    "a dependency of another severity": {"dependencies": [{**DEPENDENCY, "severity": "dire"}]},
    "1001 technologies": {"detected_technologies": [TECHNOLOGY] * 1001},
    "5001 dependencies": {"dependencies": [{"name": "d"}] * 5001},
    "1001 gaps": {"research_gaps": [GAP] * 1001},
}


@dataclass
class Analysis:
    """An analysis as a scenario knows it: what was sent, and the record as the platform answered it."""

    name: str
    owner: Person
    sent: Fields
    record: Fields

    @property
    def id(self) -> str:
        return self.record["id"]

    @property
    def path(self) -> str:
        return f"{V2}/analyses/{self.id}"

    def ways(self) -> list[tuple[str, str]]:
        """Everything that can be done to it by its id."""
        return [("GET", f"analyses/{self.id}"), ("DELETE", f"analyses/{self.id}"),
                *(("GET", f"exports/{self.id}/{format}") for format in FORMATS.values())]


class Analyses:
    """Analyses that people import, and what must be true of them."""

    def __init__(self, world: World):
        self._world = world
        self._by_name: dict[str, Analysis] = {}

    def analysis(self, name: str = "") -> Analysis:
        """The analysis of that name, from now on the one spoken of; without a name: that one."""
        return spoken_of(self._by_name, name, "analysis")

    @property
    def all(self) -> list[Analysis]:
        return list(self._by_name.values())

    # Importing

    def have(self, person: Person, kind: str, name: str = "", **fields: Any) -> Analysis:
        """One of that kind (of KINDS), with these fields in the place of its own.

        :raises Finding: when it is refused.
        """
        return self._import(person, name, {**deepcopy(KINDS[kind]), **fields})

    def have_with(self, person: Person, part: str, entries: list[Fields]) -> Analysis:
        """One of nothing but these entries in one part (of PARTS), each valid where nothing is said of it."""
        field, valid = PARTS[part]
        return self._import(person, "", {field: [{**valid, **entry} for entry in entries]})

    def have_metrics(self, person: Person, metrics: Fields) -> Analysis:
        return self._import(person, "", {"code_metrics": metrics})

    def have_all_of_text(self, person: Person, text: str) -> Analysis:
        """A project, a technology and an analysis of which every text is this, wherever there can be one."""
        self._world.projects.add(person, "project", text, owner=text, description=text)
        self._world.projects.add(person, "technology", text)
        return self._import(person, "", {
            "analysis_version": text,
            "detected_technologies": [{**dict.fromkeys(TECHNOLOGY, text), "confidence": 50}],
            "dependencies": [{**dict.fromkeys(DEPENDENCY, text), "severity": "low"}],
            "code_metrics": {**NO_METRICS, "languages": {text: 1}},
            "research_gaps": [{**dict.fromkeys(GAP, text), "priority": 1}]})

    def _import(self, person: Person, name: str, sent: Fields) -> Analysis:
        outcome = self.try_to_import(person, sent)
        outcome.require_accepted(201)
        return self.keep(Analysis(name or f"analysis {len(self._by_name) + 1}", person, sent, outcome.record))

    def keep(self, analysis: Analysis) -> Analysis:
        """From now on the scenario knows it."""
        self._by_name[analysis.name] = analysis
        return analysis

    def try_to_import(self, person: Person, sent: Fields) -> Outcome:
        """Into the project spoken of last, whatever becomes of it."""
        project = self._world.projects.project_of(person)
        return self._ask(person, "import an analysis", "POST", f"{project.path}/analyses", sent)

    # Doing and reading

    def record(self, analysis: Analysis) -> Fields:
        return self.try_to_read(analysis, analysis.owner).record

    def try_to_read(self, analysis: Analysis, person: Person) -> Outcome:
        return self._ask(person, "read the analysis", "GET", analysis.path)

    def try_to_delete(self, analysis: Analysis, person: Person) -> Outcome:
        return self._ask(person, "delete the analysis", "DELETE", analysis.path)

    def require_as_sent(self, analysis: Analysis) -> None:
        """Read back, every field is as it was sent, and what was left out has its default.

        :raises Finding: naming what differs.
        """
        expected = {"source": "import", "repository_id": None, "analysis_version": "2.0.0", "analysis_duration_ms": 0,
                    "detected_technologies": [], "dependencies": [], "code_metrics": NO_METRICS, "research_gaps": []}
        expected |= analysis.sent
        record = self.record(analysis)
        seen = {**record, "dependencies": [{name: value for name, value in each.items() if name != "status"}
                                           for each in record["dependencies"]]}
        different = differences(expected, seen) or differences(analysis.record, record)
        if different:
            raise Finding(f"the analysis should read as it was sent: {different}")

    def require_text_everywhere(self) -> None:
        """Project, technology and analysis read as they were made, of one text.

        :raises Finding: naming what does not.
        """
        analysis, projects = self.analysis(), self._world.projects
        text = analysis.sent["analysis_version"]
        projects.require_reads(projects.thing("project"), {"name": text, "owner": text, "description": text})
        projects.require_name(projects.thing("technology"), text)
        self.require_as_sent(analysis)

    def require_text_refused(self) -> None:
        """That text is no name of a repository, no type of a file and no format.

        :raises Finding: when one is taken, or refused in another way.
        """
        analysis, exports = self.analysis(), self._world.exports
        text, person = analysis.sent["analysis_version"], analysis.owner
        self._world.projects.try_to_add(person, "repository", text).require_fault("name", "format")
        exports.export_as(analysis, person, "csv", type=text).require_fault("type", "not_allowed")
        exports.export_in_no_format(analysis, person, text).require_refused("unknown")

    def require_statuses(self, analysis: Analysis, expected: dict[str, str]) -> None:
        """:raises Finding: when the dependencies are others, or stand otherwise."""
        seen = {each["name"]: each["status"] for each in self.record(analysis)["dependencies"]}
        if seen != expected:
            raise Finding(f"the dependencies should be {expected}, and are {seen}")

    def require_path(self, analysis: Analysis, path: str) -> None:
        """:raises Finding: when the analysis names its project otherwise."""
        seen = self.record(analysis)["project_path"]
        if seen != path:
            raise Finding(f"the analysis should name its project {path!r}, and names it {seen!r}")

    def found(self, person: Person, **filters: str) -> list[Fields]:
        return all_items(self._world.http, person, f"{V2}/analyses", **filters)

    def require_found(self, person: Person, expected: list[str], **filters: str) -> None:
        """The person finds exactly the analyses of these ids, the newest first.

        :raises Finding: when the list is another.
        """
        seen = [each["id"] for each in self.found(person, **filters)]
        if seen != expected:
            raise Finding(f"{person.name} should find the analyses {expected} with {filters}, and finds {seen}")

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, path, token=person.access_token, json_body=body))
