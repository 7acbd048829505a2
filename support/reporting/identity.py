"""Who a scenario is: a name that stays the same from run to run and that no other scenario has."""

from __future__ import annotations

import os
import random
from collections import Counter
from functools import cache
from pathlib import Path

from behave.model import Feature, Rule, Scenario

LONGEST_EXAMPLE = 120  # characters of an example row in a title
_VARIANT = dict(zip("0123456789abcdef", 4 * "89ab", strict=True))
_chance = random.Random()  # seeded by the system, and by nobody else: no run repeats another's
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_chance.seed)  # nor a part of a run another part's


def new_uuid() -> str:
    """Another one at each call. (As the fourth version of UUIDs, put together here: a result has a dozen, and the system's
    source of chance costs a call of the kernel, Python's UUID as much again.)"""
    digits = f"{_chance.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{_VARIANT[digits[16]]}{digits[17:20]}-{digits[20:]}"


def scenario_ids(feature: Feature) -> dict[int, str]:
    """For each scenario of a feature (by its ``id()``) its identity: path, rule, name and example row.

    Two that agree in all of these get a number, in the order of the file. Found out once: each report asks for it.
    """
    if "muster_ids" not in feature.__dict__:
        feature.muster_ids = _ids(feature)
    return feature.muster_ids


def _ids(feature: Feature) -> dict[int, str]:
    seen: Counter[str] = Counter()
    ids = {}
    for scenario in feature.walk_scenarios():
        parts = [feature_path(scenario), rule_of(scenario), plain_name(scenario), example_of(scenario)]
        identity = " · ".join(part for part in parts if part)
        seen[identity] += 1
        ids[id(scenario)] = identity if seen[identity] == 1 else f"{identity} #{seen[identity]}"
    return ids


def feature_path(scenario: Scenario | Feature) -> str:
    """The feature's file, relative to the project's folder, with ``/`` on every system."""
    return _posix(scenario.filename)


@cache
def _posix(filename: str) -> str:
    return Path(filename).as_posix()


@cache
def area_of(path: str) -> str:
    """The area: the folder below ``features``; empty for a feature outside of any."""
    folders = Path(path).parts[:-1]
    below = folders[folders.index("features") + 1:] if "features" in folders else folders[-1:]
    return below[0] if below else ""


def rule_of(scenario: Scenario) -> str:
    """The name of the rule that the scenario stands under, if any."""
    parent = scenario.parent
    while parent is not None and not isinstance(parent, Rule):
        parent = parent.parent
    return parent.name if parent is not None else ""


def plain_name(scenario: Scenario) -> str:
    """The scenario's title without what behave adds to the rows of an outline."""
    name = scenario.name.rsplit(" -- @", 1)[0] if scenario._row is not None else scenario.name
    return name or scenario.keyword


def example_of(scenario: Scenario) -> str:
    """``distance 101, outcome accepted``: the row of an outline."""
    return ", ".join(f"{heading} {cell}" for heading, cell in scenario._row.items()) if scenario._row else ""


def title(scenario: Scenario) -> str:
    """What people read: the name, with the example row in brackets."""
    example = example_of(scenario)
    if len(example) > LONGEST_EXAMPLE:
        example = example[:LONGEST_EXAMPLE - 1] + "…"
    return f"{plain_name(scenario)} ({example})" if example else plain_name(scenario)
