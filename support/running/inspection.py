"""Looks at the features before anything is started: what is wrong with them ends the run with exit code 2."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from behave.model import Feature, Scenario, ScenarioOutline
from behave.tag_expression import TagExpressionProtocol, make_tag_expression
from behave.tag_expression.parser import TagExpressionError
from cucumber_tag_expressions.model import And, Expression, Literal, Not, Or

from support.reporting.identity import area_of, feature_path
from support.reporting.registry import Requirement
from support.running.tags import AREAS, KINDS, SEVERITIES, fault_of
from support.settings import Settings, UsageError

SELECTING = ("area", "requirement", "system")  # the settings that select scenarios
LEFT_OUT_UNLESS_NAMED = ("wip", "load")  # by --tags


def inspect(features: Iterable[Feature], registry: Mapping[str, Requirement], whole: Iterable[Feature] = ()) -> None:
    """Tags of known families, requirement ids of the registry, one title for one scenario, and all that it needs.

    :param whole: all of the suite: a title may stand but once in it, whichever part is run.
    :raises UsageError: with every fault and its place.
    """
    faults = [*_place_faults(features), *_tag_faults(features, registry), *_title_faults([*features, *whole])]
    faults = faults or _form_faults(features, registry)
    if faults:
        raise UsageError("the features cannot be run as they are:\n  " + "\n  ".join(faults))


def tag_expression(given: list[str]) -> Expression:
    """What every --tags asks for at once.

    :raises UsageError: for one that is not understood, and for behave's old spelling, which means something else.
    """
    for words in given:
        new = re.sub(r"(^|[\s(,])[~-](?=@?\w)", r"\1not ", words).replace(",", " or ")
        if new != words:
            raise UsageError(f"--tags={words} is an old spelling; write --tags='{new}'")
        try:
            make_tag_expression(words, TagExpressionProtocol.V2)
        except TagExpressionError as fault:
            raise UsageError(f"--tags={words} is not understood: {str(fault).strip()}") from fault
    return make_tag_expression(given or "", TagExpressionProtocol.V2)


def check_tag_words(expressions: Iterable[str], used: Collection[str], registry: Mapping[str, Requirement]) -> None:
    """The tags that the command line names are known.

    :raises UsageError: naming the first that is not.
    """
    for expression in expressions:
        for word in expression.replace("(", " ").replace(")", " ").replace(",", " ").split():
            tag = word.lstrip("@~-")
            if tag in ("and", "or", "not", "") or tag in used or "*" in tag or "{" in tag:
                continue
            fault = fault_of(tag, registry)
            if fault:
                raise UsageError(f"--tags: {fault}")


def narrowed(expression: Expression, settings: Settings, registry: Mapping[str, Requirement]) -> Expression:
    """The tag expression of the command line, less what is left out unless named, and what the settings area,
    requirement and system select besides.

    :raises UsageError: when a setting names nothing that the registry knows.
    """
    for tag in LEFT_OUT_UNLESS_NAMED:
        if tag not in re.findall(r"[\w.-]+", str(expression)):
            expression = And(expression, Not(Literal(tag)))
    if settings.area:
        if settings.area not in AREAS:
            raise UsageError(f"there is no area {settings.area!r}; there are {', '.join(AREAS)}")
        expression = And(expression, Literal(settings.area))
    if settings.requirement:
        if settings.requirement not in registry:
            raise UsageError(f"features/requirements.csv has no requirement {settings.requirement!r}")
        expression = And(expression, Literal(settings.requirement))
    if settings.system:
        ids = [row.id for row in registry.values()
               if any(origin.startswith(f"{settings.system}:") for origin in row.origins)]
        if not ids:
            systems = sorted({origin.split(":")[0] for row in registry.values() for origin in row.origins})
            raise UsageError(f"no requirement comes from {settings.system!r}; there are {', '.join(systems)}")
        expression = And(expression, Or(*map(Literal, ids)))
    return expression


def _place_faults(features: Iterable[Feature]) -> list[str]:
    return [f"{feature.filename}:{feature.line}: a feature stands in the folder of its area, features/<area>; there are "
            f"{', '.join(AREAS)}" for feature in features if area_of(feature_path(feature)) not in AREAS]


def _tag_faults(features: Iterable[Feature], registry: Mapping[str, Requirement]) -> list[str]:
    places: dict[str, str] = {}
    for feature in features:
        for tag in feature.tags:
            places.setdefault(str(tag), f"{feature.filename}:{feature.line}")
        for scenario in feature.walk_scenarios(with_outlines=True):
            for tag in scenario.effective_tags:
                places.setdefault(str(tag), f"{scenario.filename}:{scenario.line}")
    found = ((place, fault_of(tag, registry)) for tag, place in places.items())
    return [f"{place}: {fault}" for place, fault in found if fault]


def _form_faults(features: Iterable[Feature], registry: Mapping[str, Requirement]) -> list[str]:
    """What a scenario lacks that would make it belong somewhere, show something, or be able to fail."""
    faults = []
    for feature in features:
        for outline in feature.walk_scenarios(with_outlines=True):
            if isinstance(outline, ScenarioOutline) and not outline.scenarios:
                faults.append(f'{outline.filename}:{outline.line}: "{outline.name}" lacks rows of examples: it would run '
                              "nothing")
        for scenario in feature.walk_scenarios():
            tags = set(map(str, scenario.effective_tags))
            lacks = [words for words, there in (
                ("exactly one area", len(tags & set(AREAS)) == 1),
                ("exactly one severity", len(tags & set(SEVERITIES)) == 1),
                ("a kind, such as @e2e", bool(tags & set(KINDS))),
                ("the id of a requirement that it shows", bool(tags & registry.keys())
                 or any(tag.startswith("partly.") for tag in tags)),
                ("a Then: it could not fail", any(step.step_type == "then" for step in scenario.all_steps)),
            ) if not there]
            if lacks:
                faults.append(f'{scenario.filename}:{scenario.line}: "{scenario.name}" lacks {", ".join(lacks)}')
    return faults


def _title_faults(features: Iterable[Feature]) -> list[str]:
    places: dict[str, dict[str, None]] = defaultdict(dict)
    relative = cache(os.path.relpath)
    for feature in features:
        for item in feature.walk_scenarios(with_outlines=True):
            if not _is_row_of_an_outline(item):
                places[item.name][f"{relative(item.filename)}:{item.line}"] = None
    return [f'"{name}" is the title of {len(where)} scenarios: {", ".join(where)}; each needs one of its own'
            for name, where in places.items() if len(where) > 1]


def _is_row_of_an_outline(item: Scenario) -> bool:
    return getattr(item, "_row", None) is not None
