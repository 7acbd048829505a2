"""The same scenarios written for each runner: five steps each, of which each asserts a small state and nothing else."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

SCENARIOS, IN_A_FILE = 300, 10

_BEHAVE_STEPS = """
    from behave import given, then, when

    @given("a counter at {number}")
    def a_counter(context, start):
        context.counter = {{"value": start}}
        assert context.counter["value"] == start

    @when("{number} is added")
    def is_added(context, number):
        before = context.counter["value"]
        context.counter["value"] += number
        assert context.counter["value"] == before + number

    @when("it is doubled")
    def is_doubled(context):
        before = context.counter["value"]
        context.counter["value"] *= 2
        assert context.counter["value"] == 2 * before

    @then("it shows {number}")
    def shows(context, number):
        assert context.counter["value"] == number, f"it shows {{context.counter['value']}}"

    @then("it is even")
    def is_even(context):
        assert context.counter["value"] % 2 == 0, f"{{context.counter['value']}} is odd"
"""

_PYTEST_BDD = """
    from pytest_bdd import given, parsers, scenarios, then, when

    scenarios("features")

    @given(parsers.parse("a counter at {start:d}"), target_fixture="counter")
    def a_counter(start):
        counter = {"value": start}
        assert counter["value"] == start
        return counter

    @when(parsers.parse("{number:d} is added"))
    def is_added(counter, number):
        before = counter["value"]
        counter["value"] += number
        assert counter["value"] == before + number

    @when("it is doubled")
    def is_doubled(counter):
        before = counter["value"]
        counter["value"] *= 2
        assert counter["value"] == 2 * before

    @then(parsers.parse("it shows {number:d}"))
    def shows(counter, number):
        assert counter["value"] == number, f"it shows {counter['value']}"

    @then("it is even")
    def is_even(counter):
        assert counter["value"] % 2 == 0, f"{counter['value']} is odd"
"""

_ROBOT_LIBRARY = """
    from robot.api.deco import keyword, library

    @library(scope="TEST")
    class Counter:
        @keyword("A counter at ${start}")
        def a_counter(self, start: int):
            self.value = start
            assert self.value == start

        @keyword("${number} is added")
        def is_added(self, number: int):
            before = self.value
            self.value += number
            assert self.value == before + number

        @keyword("It is doubled")
        def is_doubled(self):
            before = self.value
            self.value *= 2
            assert self.value == 2 * before

        @keyword("It shows ${number}")
        def shows(self, number: int):
            assert self.value == number, f"it shows {self.value}"

        @keyword("It is even")
        def is_even(self):
            assert self.value % 2 == 0, f"{self.value} is odd"
"""


def write_features(folder: Path) -> None:
    """Feature files as Muster requires them: each scenario with a requirement, a severity and a kind."""
    for first in range(0, SCENARIOS, IN_A_FILE):
        lines = ["@missions @normal @integration @MIS-001", f"Feature: Counting from {first}", ""]
        for number in range(first, first + IN_A_FILE):
            lines += [f"  Scenario: The counter that begins at {number}", *(f"    {step}" for step in _steps(number)), ""]
        place = folder / f"counting_{first:03d}.feature"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(lines))


def write_behave_steps(folder: Path, number: str) -> None:
    """The steps for behave; ``number`` is how its matcher writes a whole number (``{int}``, ``{start:d}``)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "counting.py").write_text(dedent(_BEHAVE_STEPS).replace("{number}", number).replace("{{", "{")
                                        .replace("}}", "}"))


def write_pytest_bdd(folder: Path) -> None:
    """The steps for pytest-bdd, for the features in ``folder``."""
    (folder / "test_counting.py").write_text(dedent(_PYTEST_BDD))
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n    missions\n    normal\n    integration\n    MIS-001\n")


def write_robot(folder: Path) -> None:
    """The same as suites of Robot Framework, with their keywords."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Counter.py").write_text(dedent(_ROBOT_LIBRARY))
    for first in range(0, SCENARIOS, IN_A_FILE):
        lines = ["*** Settings ***", "Library    Counter.py", "Test Tags    missions    normal    integration    MIS-001",
                 "", "*** Test Cases ***"]
        for number in range(first, first + IN_A_FILE):
            lines += [f"The counter that begins at {number}", *(f"    {step}" for step in _steps(number)), ""]
        (folder / f"counting_{first:03d}.robot").write_text("\n".join(lines))


def _steps(number: int) -> list[str]:
    added = number % 7
    return [f"Given a counter at {number}", f"When {added} is added", "And it is doubled",
            f"Then it shows {2 * (number + added)}", "And it is even"]
