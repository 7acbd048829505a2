"""What behave does for every step that it reads and runs, and nobody needs: half of the time of short scenarios."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from behave import model_core
from behave.model import Step
from behave.model_type import Status

# What a status is asked, thirty times a step: behave compares it with one status after the other each time.
_QUESTIONS = ("has_failed", "is_passed", "is_failure", "is_error", "is_hook_error", "is_untested", "is_pending",
              "is_undefined", "is_final")


def use_lean_model() -> None:
    """From now on each file's place is found out once, a step of an outline is made anew for a row of examples instead of
    being copied with all that hangs on it, and a status knows what it is."""
    if hasattr(model_core.make_relpath_if_possible, "cache_info"):
        return
    model_core.make_relpath_if_possible = lru_cache(maxsize=None)(model_core.make_relpath_if_possible)
    Step.__deepcopy__ = _made_anew
    answers = {question: {each: getattr(each, question)() for each in Status} for question in _QUESTIONS}
    for question, answer in answers.items():
        for status, says in answer.items():
            status.__dict__[f"_{question}"] = says
        setattr(Status, question, _known(f"_{question}"))
    for status, name in {each: each.normalized_name for each in Status}.items():
        status.__dict__["_normalized"] = name
    Status.normalized_name = property(lambda status: status.__dict__["_normalized"])
    Status.__eq__ = _is_same


def _known(name: str) -> Callable[[Status], bool]:
    return lambda status: status.__dict__[name]


def _is_same(status: Status, other: Any) -> bool:
    """With another status, or with the name of one: as behave has it."""
    return status is other or (isinstance(other, str) and status.__dict__["_name_"] == other)


def _made_anew(step: Step, known: dict[int, Any]) -> Step:
    """A step as it was read: one that has not been run."""
    return Step(step.filename, step.line, step.keyword, step.step_type, step.name, step.text,
                copy.deepcopy(step.table, known))
