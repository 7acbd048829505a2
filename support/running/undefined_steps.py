"""Sentences that nobody defined: found before the first scenario, with the nearest of those that exist."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from behave.cucumber_expression import StepMatcher4CucumberExpressions
from behave.model import Scenario, Step
from behave.step_registry import StepRegistry

_KINDS = ("given", "when", "then")
_NEAREST = 3
# what one would write in a changing place of a sentence, where nothing that was meant fits
_WRITTEN = {"person": "Priya", "tenant": "Acme", "mission": '"Survey of Dock 4"', "string": '"…"', "int": "3",
            "float": "0.5", "word": "…"}
_QUOTED = re.compile(r'"[^"]*"')
_WORDS = re.compile(r'"[^"]*"|[\w.-]+')


def undefined_steps(scenarios: Iterable[Scenario], registry: StepRegistry) -> list[str]:
    """One text for each sentence of ``scenarios`` without a definition: its place, itself, and what exists instead."""
    seen: set[tuple[str, str]] = set()
    found: list[tuple[str, int, str]] = []
    for scenario in scenarios:
        for step in scenario.all_steps:
            if (step.step_type, step.name) in seen:
                continue
            seen.add((step.step_type, step.name))
            if registry.find_step_definition(step) is None:
                found.append((Path(step.filename).as_posix(), step.line, _in_words(step, registry)))
    return [words for _, _, words in sorted(found)]


def _in_words(step: Step, registry: StepRegistry) -> str:
    lines = [f"{Path(step.filename).as_posix()}:{step.line}: nobody has said what this means: {step.keyword} {step.name}"]
    elsewhere = [kind.capitalize() for kind in _KINDS if kind != step.step_type
                 and any(definition.match(step.name) for definition in registry.steps[kind])]
    if elsewhere:
        lines.append(f"it exists as {' and as '.join(elsewhere)}")
    else:
        lines.append("the nearest that exist:")
        lines += [f"  {sentence}" for sentence in _nearest(step, registry)]
    return "\n      ".join(lines)


def _nearest(step: Step, registry: StepRegistry) -> list[str]:
    """The three existing sentences that are most like it, each as one would write it."""
    wanted = f"{step.step_type.capitalize()} {step.name}"
    words = _WORDS.findall(step.name)
    written = {f"{kind.capitalize()} {_as_written(definition.pattern, words)}": None
               for kind in _KINDS for definition in registry.steps[kind]}

    def likeness(sentence: str) -> float:
        return difflib.SequenceMatcher(None, _bare(wanted), _bare(sentence)).ratio()

    return sorted(written, key=likeness, reverse=True)[:_NEAREST]


def _as_written(pattern: str, words: list[str]) -> str:
    """A definition's sentence with something in its changing places; of alternatives the first."""
    text = re.sub(r"(?<!\\)\(([^)]*)\)", r"\1", pattern)
    text = re.sub(r"(\w+)(?:/\w+)+", r"\1", text)
    return re.sub(r"\{(\w*)\}", lambda found: _value(found[1], words), text)


def _value(parameter: str, words: list[str]) -> str:
    """What may stand in a place: one of the ``words`` of the sentence that was meant, or what is most like one."""
    kind = StepMatcher4CucumberExpressions.TYPE_REGISTRY.parameter_types.lookup_by_type_name(parameter)
    pattern = "|".join(kind.regexps) if kind is not None else ""
    fitting = [word for word in words if pattern and re.fullmatch(pattern, word)]
    if fitting:
        return fitting[0]
    listed = [each for each in pattern.split("|") if re.fullmatch(r"[\w ]+", each)]
    like = [near for word in words for near in difflib.get_close_matches(word, listed, n=1)]
    return next(iter([*like, *filter(None, [_WRITTEN.get(parameter)]), *listed]), f"{{{parameter}}}")


def _bare(sentence: str) -> str:
    """Without what stands in quotation marks: names make no sentence like another."""
    return _QUOTED.sub('"…"', sentence)
