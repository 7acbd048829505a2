"""The table from the earlier suites' tests to the scenarios that check the same today."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_STATUSES = ("shown", "failed", "not_shown")
_NO_TEST = "found"  # "RAGLOX: found": the promise was found by driving the real system, no test spoke of it


def seed_tests(requirements: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """``{test, requirements, scenarios, status}`` for each earlier test, in the registry's order.

    ``requirements`` are those of the sign-off. A test is shown when everything that was made of it is shown, and
    failed when one part of it failed.
    """
    found: dict[str, dict[str, Any]] = {}
    for requirement in requirements:
        for origin in requirement["origin"]:
            if origin.partition(":")[2].strip() == _NO_TEST:
                continue
            test = found.setdefault(origin, {"test": origin, "requirements": [], "scenarios": {}, "statuses": []})
            test["requirements"].append(requirement["id"])
            test["statuses"].append(requirement["status"])
            test["scenarios"].update({scenario["id"]: scenario for scenario in requirement["scenarios"]})
    return [{"test": each["test"], "requirements": each["requirements"], "scenarios": [*each["scenarios"].values()],
             "status": _status(each["statuses"])} for each in found.values()]


def _status(statuses: list[str]) -> str:
    return next((status for status in ("failed", "not_shown") if status in statuses), "shown")


def by_suite(tests: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The tests of each earlier suite (the word before the colon), each with its name there, and their numbers by status."""
    suites: dict[str, dict[str, Any]] = {}
    for each in tests:
        suite, _, name = each["test"].partition(":")
        found = suites.setdefault(suite, {"tests": [], "counts": dict.fromkeys(_STATUSES, 0)})
        found["tests"].append({**each, "name": name.strip()})
        found["counts"][each["status"]] += 1
    return suites
