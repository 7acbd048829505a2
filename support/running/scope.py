"""What a run is about: the features it reads, the scenarios of them that are selected, and the words for that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from behave.model import Feature, Scenario
from behave.model_type import FileLocation

from support.reporting.registry import Requirement
from support.reporting.selection import scenarios_in_scope
from support.running.inspection import LEFT_OUT_UNLESS_NAMED, SELECTING, check_tag_words, inspect, narrowed, tag_expression
from support.running.reading import read_features
from support.settings import Settings, UsageError


class Scope:
    """Reads and inspects the features at ``locations``, and narrows behave's selection by what the settings select.

    ``features``: all that were read; ``scenarios``: those in scope; ``listed``: their number, counted apart.

    :raises UsageError: when a feature cannot be run as it is, or nothing is selected.
    """

    def __init__(self, config: Any, settings: Settings, registry: Mapping[str, Requirement],
                 locations: list[FileLocation]):
        self._config, self._settings, self._registry = config, settings, registry
        self.features = read_features(locations, config.lang)
        whole = read_features(sorted(map(str, Path("features").rglob("*.feature"))))
        inspect(self.features, registry, whole)
        used = {str(tag) for feature in self.features for scenario in feature.walk_scenarios()
                for tag in scenario.effective_tags}
        expression = tag_expression(self._tag_words())
        check_tag_words(self._tag_words(), used, registry)
        self._whole = [each for feature in whole for each in feature.walk_scenarios()
                       if not each.effective_tags & set(LEFT_OUT_UNLESS_NAMED)]
        config.tag_expression = narrowed(expression, settings, registry)
        self.scenarios = scenarios_in_scope(self.features, config)
        # Counted apart, as the list command does: a scenario that got lost in between would be noticed.
        apart = whole if self._is_of_whole_files(whole, locations) else read_features(locations, config.lang)
        self.listed = len(scenarios_in_scope(apart, config))
        if not self.scenarios:
            raise UsageError(f"nothing matches the selection ({self.selection() or 'everything'}) among "
                             f"{len(self._whole)} scenarios; @wip and @load ones are left out unless --tags names them")

    def ordered(self) -> list[Scenario]:
        """The scenarios in scope, in the features' order."""
        return [each for feature in self.features for each in feature.walk_scenarios() if each in self.scenarios]

    def carriers(self) -> dict[str, int]:
        """For each requirement how many scenarios of the whole suite carry it."""
        return dict(Counter(str(tag) for scenario in self._whole for tag in scenario.effective_tags
                            if tag in self._registry))

    def is_whole(self) -> bool:
        """Whether every scenario of the suite is in scope: asked of the scenarios, not of the options that select."""
        return _places(self._whole) <= _places(self.scenarios)

    def selection(self) -> str:
        """What was asked for, in words; empty for everything."""
        parts = [f"--tags={words}" for words in self._tag_words()]
        parts += [f"--name={name}" for name in self._config.name or ()]
        parts += [f"{name}={getattr(self._settings, name)}" for name in SELECTING if getattr(self._settings, name)]
        parts += [f"--{name} {found.pattern}" for name in ("include", "exclude")
                  if (found := getattr(self._config, f"{name}_re", None))]
        paths = [str(path) for path in self._config.paths if Path(str(path)).resolve() != Path("features").resolve()]
        return " ".join([*paths, *parts])

    def _is_of_whole_files(self, whole: list[Feature], locations: list[FileLocation]) -> bool:
        """Whether the locations are every file of the suite, none by a line or in a language of its own."""
        given = sorted(str(Path(each.filename).resolve()) for each in locations if each.line is None)
        return (given == sorted(str(Path(each.filename).resolve()) for each in whole)
                and len(given) == len(locations) and self._config.lang is None)

    def _tag_words(self) -> list[str]:
        tags = self._config.tags or []
        return [tags] if isinstance(tags, str) else list(tags)


def _places(scenarios: Iterable[Scenario]) -> set[tuple[str, int]]:
    return {(str(Path(each.filename).resolve()), each.line) for each in scenarios}
