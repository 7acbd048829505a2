"""Which scenarios a run is about. Asked before the run: hooks may skip a scenario later, and it stays in scope."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from behave.model import Feature, Scenario

from support.reporting.notes import notes_of


def selected(scenario: Scenario, config: Any) -> bool:
    """Whether ``scenario`` is in scope: as the runner noted, else by behave's own tags, names and file lines."""
    notes = notes_of(scenario)
    if notes.selected is not None:
        return notes.selected
    left_out_by_line = scenario.should_skip and not scenario.skip_reason
    return bool(not left_out_by_line
                and scenario.should_run_with_tags(config.tag_expression)
                and scenario.should_run_with_name_select(config))


def scenarios_in_scope(features: Iterable[Feature], config: Any) -> set[Scenario]:
    """Every scenario that the run is about, outlines taken row by row; noted on each. Ask before the run starts."""
    in_scope = set()
    for feature in features:
        for scenario in feature.walk_scenarios():
            notes_of(scenario).selected = selected(scenario, config)
            if notes_of(scenario).selected:
                in_scope.add(scenario)
    return in_scope
