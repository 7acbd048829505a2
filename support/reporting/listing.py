"""The list of scenarios: ``behave --dry-run -f list`` (or ``list.json``). Nothing is run."""

from __future__ import annotations

import json
from typing import Any

from behave.formatter.base import Formatter
from behave.model import Feature

from support.reporting.identity import scenario_ids
from support.reporting.masking import Mask
from support.reporting.run_record import ScenarioRecord, scenario_record
from support.reporting.selection import selected

LIMIT_SECONDS = 300.0  # of a scenario that states none of its own


class ListFormatter(Formatter):
    """Each scenario in scope for people to read, and their number."""

    name = "list"
    description = "The scenarios with description, area, ids, tags, time limit and dependencies; runs nothing"

    def __init__(self, stream_opener: Any, config: Any):
        super().__init__(stream_opener, config)
        self.stream = self.open()
        self.found: list[dict[str, Any]] = []

    def feature(self, feature: Feature) -> None:
        """Take up the feature's scenarios that the selection is about."""
        ids = scenario_ids(feature)
        self.found += [entry(scenario_record(scenario, ids[id(scenario)], Mask()))
                       for scenario in feature.walk_scenarios() if selected(scenario, self.config)]

    def close(self) -> None:
        """Write the list."""
        if self.stream is not None:
            self.stream.write(self.text())
            self.stream.flush()
        super().close()

    def text(self) -> str:
        """The whole list, with the number of scenarios in its last line."""
        lines = []
        for each in self.found:
            lines += [f"{each['name']}", f"    {each['path']}:{each['line']}"]
            lines += [f"    {line}" for line in each["description"].splitlines()]
            facts = {"area": each["area"], "requirements": " ".join(each["requirements"]),
                     "tags": " ".join(f"@{tag}" for tag in each["tags"]),
                     "time limit": f"{each['limit_seconds']:g} s", "needs": ", ".join(each["needs"])}
            lines += [f"    {name}: {value}" for name, value in facts.items() if value]
        number = len(self.found)
        return "\n".join([*lines, f"{number} scenario{'' if number == 1 else 's'}"]) + "\n"


class JsonListFormatter(ListFormatter):
    """The same as JSON: ``{"count": …, "scenarios": […]}``."""

    name = "list.json"
    description = "The list of scenarios as JSON; runs nothing"

    def text(self) -> str:
        """The list as one JSON document."""
        return json.dumps({"count": len(self.found), "scenarios": self.found}, indent=1, ensure_ascii=False) + "\n"


def entry(scenario: ScenarioRecord) -> dict[str, Any]:
    """One scenario as the list shows it."""
    limit = _value(scenario.tags, "timeout=") or _value(scenario.tags, "limit.seconds=")
    return {
        "id": scenario.id, "name": scenario.name, "description": scenario.description, "area": scenario.area,
        "feature": scenario.feature, "rule": scenario.rule, "path": scenario.path, "line": scenario.line,
        "requirements": scenario.requirements, "tags": scenario.tags,
        "limit_seconds": float(limit) if limit else LIMIT_SECONDS,
        "needs": [tag.removeprefix("needs.") for tag in scenario.tags if tag.startswith("needs.")],
    }


def _value(tags: list[str], prefix: str) -> str:
    value = next((tag.removeprefix(prefix) for tag in tags if tag.startswith(prefix)), "")
    return value if value.replace(".", "", 1).isdigit() else ""
