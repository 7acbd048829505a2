"""What a run is about: the features it reads, the scenarios of them that are selected, and the words for that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from behave.model import Feature, Scenario
from behave.model_type import FileLocation

from support.reporting.registry import Requirement
from support.reporting.selection import scenarios_in_scope
from support.running.inspection import LEFT_OUT_UNLESS_NAMED, SELECTING, check_tag_words, inspect, narrowed, tag_expression
from support.running.known_features import KnownFeatures, KnownScenario
from support.running.reading import read_features
from support.settings import Settings, UsageError

REGISTRY = Path("features/requirements.csv")


class Scope:
    """Knows the features at ``locations``, and narrows behave's selection by what the settings select.

    ``features``: those of which something may be in scope; ``scenarios``: those in scope; ``listed``: their number.

    :raises UsageError: when a feature cannot be run as it is, or nothing is selected.
    """

    features: list[Feature]

    def __init__(self, config: Any, settings: Settings, registry: Mapping[str, Requirement],
                 locations: list[FileLocation]):
        self._config, self._settings, self._registry = config, settings, registry
        files = sorted(map(str, Path("features").rglob("*.feature")))
        kept = KnownFeatures(settings.cache, files, REGISTRY)
        asked = _whole_files(files, locations, config.lang)
        known = kept.scenarios() if asked else None
        if known is not None:
            within = frozenset(asked)
            seen = [each for each in known if each.filename in within]
            self._narrow(seen)
            self.features = read_features(self._files_worth_reading(asked, seen))
        else:
            whole = read_features(files)
            self.features = _at(asked, whole) or read_features(locations, config.lang)
            inspect(self.features, registry, whole)
            known = _scenarios(whole)
            if asked == files:  # else nobody has inspected the others
                kept.keep(known)
            self._narrow(_scenarios(self.features))
        self._whole = [each for each in known if not each.effective_tags & set(LEFT_OUT_UNLESS_NAMED)]
        self.scenarios = scenarios_in_scope(self.features, config)
        self.listed = len(self.scenarios)  # before anything is run: a scenario that gets lost meanwhile is noticed
        if not self.scenarios:
            raise UsageError(f"nothing matches the selection ({self.selection() or 'everything'}) among "
                             f"{len(self._whole)} scenarios; @wip and @load ones are left out unless --tags names them")

    def features_to_run(self) -> list[Feature]:
        """Those with scenarios in scope: going through the others would take as long as a scenario."""
        return [each for each in self.features if not self.scenarios.isdisjoint(each.walk_scenarios())]

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

    def _narrow(self, seen: Iterable[Scenario | KnownScenario]) -> None:
        """Let behave select what --tags and the settings ask for, both in words that are known or used."""
        expression = tag_expression(self._tag_words())
        check_tag_words(self._tag_words(), {str(tag) for each in seen for tag in each.effective_tags}, self._registry)
        self._config.tag_expression = narrowed(expression, self._settings, self._registry)

    def _files_worth_reading(self, asked: list[str], seen: Iterable[KnownScenario]) -> list[str]:
        """Those with a scenario that will be selected: by tags or by a part of its name, as behave does it."""
        config = self._config
        chosen = {each.filename for each in seen if config.tag_expression.check(each.effective_tags)
                  and (not config.name or config.name_re.search(each.name))}
        return [each for each in asked if each in chosen]

    def _tag_words(self) -> list[str]:
        tags = self._config.tags or []
        return [tags] if isinstance(tags, str) else list(tags)


def _whole_files(files: list[str], locations: list[FileLocation], language: str | None) -> list[str]:
    """Which ``files`` of the suite the ``locations`` are; none where one is told by a line, in a language of its own, twice,
    or stands elsewhere: then they have to be read."""
    by_place = {Path(each).resolve(): each for each in files}
    places = [Path(each.filename).resolve() for each in locations if each.line is None]
    if language is not None or len(set(places)) < len(locations) or not by_place.keys() >= set(places):
        return []
    return [by_place[each] for each in places]


def _at(files: list[str], features: list[Feature]) -> list[Feature]:
    by_file = {each.filename: each for each in features}
    return [by_file[each] for each in files]


def _scenarios(features: list[Feature]) -> list[Scenario]:
    return [scenario for feature in features for scenario in feature.walk_scenarios()]


def _places(scenarios: Iterable[Scenario | KnownScenario]) -> set[tuple[Path, int]]:
    resolved = cache(lambda filename: Path(filename).resolve())
    return {(resolved(each.filename), each.line) for each in scenarios}
