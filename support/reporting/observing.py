"""Keeps what behave's model does not: attempts, and the errors of clean-ups and of the hooks around the run.

behave tells nobody when a scenario has ended, prints the errors of clean-ups and of ``before_all`` and forgets them,
and loses the first attempt when a scenario is tried again. ``observe`` keeps all that as notes on the model.
"""

from __future__ import annotations

import inspect
import time
from functools import wraps
from typing import Any

from behave.model import Feature, Scenario

from support import wall_clock
from support.reporting.notes import Attempt, described, notes_of
from support.reporting.outcome import outcome_of
from support.reporting.selection import selected


def observe(runner: Any) -> None:
    """Keep what behave forgets, for every feature of ``runner``. Call it when hooks, features and formatters are there.

    Formatters that have ``follow(feature)`` get every feature at once: behave tells them of none that it leaves out.
    """
    for name in ("before_all", "after_all"):
        if name in runner.hooks:
            runner.hooks[name] = _noting_errors(runner, name, runner.hooks[name])
    _keep_cleanup_errors(runner)
    for feature in runner.features:
        watch(feature)
        for formatter in runner.formatters:
            if hasattr(formatter, "follow"):
                formatter.follow(feature)


def watch(feature: Feature, listener: Any = None) -> None:
    """Keep the attempts of each scenario of ``feature``.

    ``listener.scenario_started(scenario, attempt)`` and ``listener.scenario_ended(scenario, attempt)`` are called
    around each attempt (from 1) of each scenario in scope, after its hooks and clean-ups are through.
    """
    for scenario in feature.walk_scenarios():
        notes = notes_of(scenario)
        if listener is not None and listener not in notes.listeners:
            notes.listeners.append(listener)
        if not notes.watched:
            notes.watched = True
            scenario.run = _watched(scenario, scenario.run)


def _watched(scenario: Scenario, run: Any) -> Any:
    @wraps(run)
    def watched_run(runner: Any) -> bool:
        notes = notes_of(scenario)
        if runner.config.dry_run or runner.aborted or not selected(scenario, runner.config):
            return run(runner)
        notes.selected = True
        _keep_cleanup_errors(runner)
        _forget_last_attempt(scenario)
        number = len(notes.attempts) + 1
        for listener in notes.listeners:
            listener.scenario_started(scenario, number)
        started, clock = wall_clock.read().timestamp(), time.monotonic()
        try:
            return run(runner)
        except KeyboardInterrupt:  # between two steps: behave leaves the scenario as if not begun
            notes.broken_off = True
            raise
        except BaseException as error:
            notes.faults.append(f"broken off: {described(error)}")
            raise
        finally:
            outcome = outcome_of(scenario)
            notes.attempts.append(Attempt(outcome.status, started, time.monotonic() - clock, outcome.error,
                                          outcome.failed_step))
            for listener in notes.listeners:
                listener.scenario_ended(scenario, number)

    return watched_run


def _forget_last_attempt(scenario: Scenario) -> None:
    notes = notes_of(scenario)
    notes.faults, notes.problems, notes.timed_out, notes.platform_gone, notes.broken_off = [], [], "", "", False
    scenario.exception = scenario.exc_traceback = scenario.error_message = None
    if notes.attempts:
        for step in scenario.all_steps:
            step.reset()


def _noting_errors(runner: Any, name: str, hook: Any) -> Any:
    @wraps(hook)
    def noting(context: Any, *arguments: Any) -> Any:
        try:
            return hook(context, *arguments)
        except Exception as error:
            notes_of(runner).faults.append(f"{name} failed: {described(error)}")
            raise

    return noting


def _keep_cleanup_errors(runner: Any) -> None:
    if "on_cleanup_error" in runner.context._root:
        return

    def keep(context: Any, cleanup: Any, error: Exception) -> None:
        statement = next((found for name in ("scenario", "rule", "feature")
                          if (found := getattr(context, name, None)) is not None), runner)
        notes_of(statement).faults.append(f"clean-up {_cleanup_name(cleanup)} failed: {described(error)}")

    runner.context._set_root_attribute("on_cleanup_error", keep)


def _cleanup_name(cleanup: Any) -> str:
    """The name of a clean-up function; behave wraps one that takes arguments, and the wrapper's name says nothing."""
    if getattr(cleanup, "__closure__", None):
        cleanup = inspect.getclosurevars(cleanup).nonlocals.get("cleanup_func", cleanup)
    return getattr(cleanup, "__name__", str(cleanup))
