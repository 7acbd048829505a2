"""A table that is not what its sentence means is a slip in the scenario, and said in words."""

import pytest
from behave.model import Table

from support.domain.tables import asked_and_found, number, rows
from support.findings import WrongScenario


def table(*lines):
    heading, *others = lines
    return Table(heading, rows=others)


def test_rows_come_by_their_columns_whatever_their_order():
    assert rows(table(["what", "target"], ["a rule", "1"]), "target", "what") == [{"what": "a rule", "target": "1"}]


@pytest.mark.parametrize("given", [None, table(["targt", "what"], ["1", "a rule"]), table(["target"], ["1"])])
def test_another_table_or_none_is_refused_with_the_columns_that_it_should_have(given):
    with pytest.raises(WrongScenario, match="target, what"):
        rows(given, "target", "what")


def test_what_is_asked_for_has_names_and_values():
    found = asked_and_found(table(["asked for", "found"], ["severity high, q crane", "one, two"], ["q x", ""]))

    assert found == [({"severity": "high", "q": "crane"}, ["one", "two"]), ({"q": "x"}, [])]
    with pytest.raises(WrongScenario, match="names with values"):
        asked_and_found(table(["asked for", "found"], ["crane", ""]))


def test_a_figure_is_a_number():
    assert number("12", "steps_total") == 12
    with pytest.raises(WrongScenario, match="steps_total should be a number, and is 'two'"):
        number("two", "steps_total")
