"""The words that a sentence may have in its changing places: who, what, in which state, how long."""

from __future__ import annotations

from behave import use_default_step_matcher
from behave.cucumber_expression import (
    StepMatcher4CucumberExpressions,
    define_parameter_type_with,
    use_step_matcher_for_cucumber_expressions,
)

ORDINALS = ("first", "second", "third", "fourth", "fifth")


def _unquoted(text: str) -> str:
    return text.strip('"')


def _names(text: str) -> list[str]:
    return text.replace(" and ", ", ").replace(",,", ",").split(", ")


def _positions(text: str) -> list[int]:
    return [ORDINALS.index(word.removeprefix("its ")) + 1 for word in _names(text)]


# name, what it matches, the type that a step gets, how it is made of the text
_TYPES = (
    ("person", r"[A-Z]\w+|she|he|they", str, str),
    ("tenant", r'[A-Z]\w+|"[^"]+"', str, _unquoted),
    ("mission", r'"[^"]+"|it|the mission', str, _unquoted),
    ("state", r"created|running|paused|awaiting_approval|stopped|completed|failed", str, str),
    ("goal", r"reach_all_targets|no_critical_findings|no_high_findings|report", str, str),
    ("names", r"\w+(?:, \w+)*(?: and \w+)?", list, _names),
    ("positions", rf"(?:{'|'.join(ORDINALS)})(?:(?:,| and) its (?:{'|'.join(ORDINALS)}))*", list, _positions),
    ("does", r"starts|pauses|resumes|stops|deletes", str, lambda text: text[:-1]),
    ("verb", r"read|start|pause|resume|stop|rename|delete", str, str),
    ("method", r"GET|POST|PUT|PATCH|DELETE", str, str),
    ("refusal", r"not signed in|not allowed|unknown|impossible in its present state|already used|incomplete|locked",
     str, str),
)


def define_parameter_types() -> None:
    """Let steps be written as Cucumber Expressions with these types. Once before the steps are loaded."""
    use_step_matcher_for_cucumber_expressions()
    use_default_step_matcher(StepMatcher4CucumberExpressions.NAME)
    StepMatcher4CucumberExpressions.TYPE_REGISTRY.clear()
    for name, regexp, kind, transformer in _TYPES:
        define_parameter_type_with(name, regexp, kind, transformer)
