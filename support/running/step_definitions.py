"""The sentences that steps define: kept as they are written, and understood only when a scenario speaks one.

behave makes a regular expression of every sentence as soon as its file is loaded, and compares each new sentence with
all before it. With the hundreds of sentences that a suite has, that costs more than the one scenario that was asked for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

from behave.cucumber_expression import StepMatcher4CucumberExpressions
from behave.matchers import Matcher, make_step_matcher, register_step_matcher_class, use_default_step_matcher
from behave.model import Step
from behave.model_type import Argument
from behave.runner_util import PathManager
from behave.step_registry import AmbiguousStep, StepRegistry, setup_step_decorators
from cucumber_expressions.expression import CucumberExpression

# What of an expression changes from sentence to sentence: an escape, a parameter, an optional text, alternatives.
_CHANGING = re.compile(r"\\.|\{[^}]*\}|\([^)]*\)|\S*/\S*")


class Sentence(StepMatcher4CucumberExpressions):
    """A Cucumber Expression that is parsed when a text may be this sentence: when it has all of its fixed parts."""

    NAME = "sentence"

    def __init__(self, func: Callable[..., Any], pattern: str, step_type: str | None = None):
        Matcher.__init__(self, func, pattern, step_type=step_type)
        self._fixed = [part for part in _CHANGING.split(pattern) if part]
        self._understood: dict[str, Sequence[Any] | None] = {}

    @cached_property
    def cucumber_expression(self) -> CucumberExpression:
        """The expression itself."""
        return CucumberExpression(self.pattern, self.TYPE_REGISTRY.parameter_types)

    def check_match(self, step_text: str) -> list[Argument] | None:
        """What stands in the changing places, made anew each time; None where the text is another sentence."""
        if not all(part in step_text for part in self._fixed):
            return None
        if step_text not in self._understood:  # before the run, and again each time that it is spoken
            self._understood[step_text] = self.cucumber_expression.match(step_text)
        found = self._understood[step_text]
        return None if found is None else [self._make_argument(each) for each in found]


class Sentences(StepRegistry):
    """behave's registry of steps, for sentences that nobody looks at before they are spoken."""

    _written: dict[tuple[str, str], Matcher]
    _found: dict[tuple[str, str], Matcher | None]

    @classmethod
    def adopt(cls, registry: StepRegistry) -> None:
        """Let behave's one registry, to which its decorators are bound, be one of these."""
        registry.__class__ = cls
        registry._written, registry._found = {}, {}

    def clear(self) -> None:
        """Forget all of them."""
        super().clear()
        self._written, self._found = {}, {}

    def add_step_definition(self, keyword: str, step_text: str, func: Callable[..., Any]) -> None:
        """Take up one more.

        :raises AmbiguousStep: when the same sentence was defined before, elsewhere.
        """
        new = make_step_matcher(func, step_text, keyword.lower())
        before = self._written.setdefault((new.step_type, step_text), new)
        if before is new:
            self.steps[new.step_type].append(new)
            self._found.clear()
        elif before.location != new.location:
            raise AmbiguousStep(_two_meanings(f"{keyword.capitalize()} {step_text}", (before, new)))

    def find_step_definition(self, step: Step) -> Matcher | None:
        """What a step means; None where nobody has said it.

        :raises AmbiguousStep: where it can mean more than one thing.
        """
        spoken = (step.step_type, step.name)
        if spoken not in self._found:
            known = [*self.steps[step.step_type], *(self.steps["step"] if step.step_type != "step" else ())]
            fitting = [each for each in known if each.match(step.name)]
            if len(fitting) > 1:
                raise AmbiguousStep(_two_meanings(f"{step.keyword} {step.name}", fitting))
            self._found[spoken] = fitting[0] if fitting else None
        return self._found[spoken]

    def find_match(self, step: Step) -> Any:
        """The same with what stands in the sentence's changing places."""
        found = self.find_step_definition(step)
        return found.match(step.name) if found else None


def use_sentences() -> None:
    """Let steps be written as sentences."""
    register_step_matcher_class(Sentence.NAME, Sentence, override=True)
    use_default_step_matcher(Sentence.NAME)


def load_step_modules(folders: Sequence[str | Path]) -> None:
    """Load every ``*.py`` in the ``folders``, each with names of its own, in the order of their names.

    What behave does, with Python's own cache of what it has compiled.
    """
    names: dict[str, Any] = {}
    setup_step_decorators(names)
    with PathManager([str(each) for each in folders]):
        for file in (file for folder in folders for file in sorted(Path(folder).glob("*.py"))):
            seen_from_here = os.path.relpath(file)  # in what a failure shows
            code = SourceFileLoader(file.stem, seen_from_here).get_code(file.stem)
            exec(code, {**names, "__file__": str(file)})
            use_default_step_matcher()


def _two_meanings(sentence: str, definitions: Iterable[Matcher]) -> str:
    places = [f"{each.pattern} ({each.location})" for each in definitions]
    return f"one sentence has one meaning, and this has {len(places)}: {sentence}\n  " + "\n  ".join(places)
