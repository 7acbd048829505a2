"""The list of scenarios: ``behave --dry-run -f list`` (or ``list.json``). Nothing is run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from behave.formatter.base import Formatter
from behave.model import Feature

from support.reporting.identity import scenario_ids
from support.reporting.marks import measured_limits, time_limit
from support.reporting.masking import Mask
from support.reporting.run_record import ScenarioRecord, scenario_record
from support.reporting.selection import selected

SCENARIO_SECONDS = 300.0  # the time limit where neither a tag nor a setting states another
_UNITS = {"seconds": "s", "memory_mb": "MB"}


class ListFormatter(Formatter):
    """Each scenario in scope for people to read, and their number. The runner may set ``scenario_seconds``."""

    name = "list"
    description = "The scenarios with description, area, ids, tags, time limit and dependencies; runs nothing"

    def __init__(self, stream_opener: Any, config: Any):
        super().__init__(stream_opener, config)
        self.stream = self.open()
        self.scenario_seconds = SCENARIO_SECONDS
        self._features: list[Feature] = []

    def feature(self, feature: Feature) -> None:
        """Take up the feature."""
        self._features.append(feature)

    def close(self) -> None:
        """Write the list."""
        if self.stream is not None:
            self.stream.write(self.text(entries(self._features, self.config, self.scenario_seconds)))
            self.stream.flush()
        super().close()

    def text(self, found: list[dict[str, Any]]) -> str:
        """The list as it is written."""
        return as_text(found)


class JsonListFormatter(ListFormatter):
    """The same as JSON: ``{"count": …, "scenarios": […]}``."""

    name = "list.json"
    description = "The list of scenarios as JSON; runs nothing"

    def text(self, found: list[dict[str, Any]]) -> str:
        """The list as one JSON document."""
        return json.dumps({"count": len(found), "scenarios": found}, indent=1, ensure_ascii=False) + "\n"


def entries(features: Iterable[Feature], config: Any, scenario_seconds: float) -> list[dict[str, Any]]:
    """The scenarios of ``features`` that the selection is about, each as the list shows it."""
    return [_entry(scenario_record(scenario, ids[id(scenario)], Mask()), scenario_seconds)
            for feature in features for ids in [scenario_ids(feature)]
            for scenario in feature.walk_scenarios() if selected(scenario, config)]


def _entry(scenario: ScenarioRecord, scenario_seconds: float) -> dict[str, Any]:
    return {
        "id": scenario.id, "name": scenario.name, "description": scenario.description, "area": scenario.area,
        "feature": scenario.feature, "rule": scenario.rule, "path": scenario.path, "line": scenario.line,
        "requirements": scenario.requirements, "tags": scenario.tags,
        "time_limit_seconds": time_limit(scenario.tags, scenario_seconds),
        "measured_limits": measured_limits(scenario.tags),
        "needs": [tag.removeprefix("needs.") for tag in scenario.tags if tag.startswith("needs.")],
    }


def as_text(found: list[dict[str, Any]]) -> str:
    """The list for people to read, with the number of scenarios in its last line."""
    lines = []
    for each in found:
        lines += [each["name"], f"    {each['path']}:{each['line']}"]
        lines += [f"    {line}" for line in each["description"].splitlines()]
        limits = [f"{value:g} {_UNITS[unit]}" for unit, value in each["measured_limits"].items()]
        facts = {"area": each["area"], "requirements": " ".join(each["requirements"]),
                 "tags": " ".join(f"@{tag}" for tag in each["tags"]),
                 "time limit": f"{each['time_limit_seconds']:g} s", "measured limits": ", ".join(limits),
                 "needs": ", ".join(each["needs"])}
        lines += [f"    {name}: {value}" for name, value in facts.items() if value]
    return "\n".join([*lines, f"{len(found)} scenario{'' if len(found) == 1 else 's'}"]) + "\n"
