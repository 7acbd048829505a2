"""Feature files that cannot be read or understood: which line, and what was expected there."""

import pytest
from behave.model_type import FileLocation

from support.running.reading import read_features
from support.settings import UsageError

STEP = "Feature: X\n  Scenario: S\n    Given x\n"


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Reads this text as features/x.feature."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "features").mkdir()

    def read(text, line=None):
        (tmp_path / "features/x.feature").write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_features([FileLocation("features/x.feature", line)])

    return read


@pytest.mark.parametrize(("text", "words"), [
    ("Fature: X\n", "features/x.feature:1: this is not understood: 'Fature: X'; expected Feature: with its title"),
    (STEP + "    Surely y\n", "features/x.feature:4: this is not understood: 'Surely y'; expected a step (Given, When"),
    ("Feature: X\n  Scenario: S\n    And y\n", "x.feature:3: this is not understood: 'And y'; expected Given, When or Then"),
    (STEP + "      | a | b |\n      | 1 |\n", "x.feature:5: this is not understood: '| 1 |'; expected as many cells as"),
    (STEP + "      | a | b |\n      | 1 | 2\n", "features/x.feature:5: a row of a table ends without its bar"),
    ("Feature: X\n  @a b\n  Scenario: S\n", "x.feature:2: this is not understood: '@a b'; expected nothing but tags"),
    ("# language: xx\nFeature: X\n", "the language 'xx', which behave does not know"),
    (b"Feature: \xff", "features/x.feature is not written in UTF-8: invalid start byte at byte 9"),
])
@pytest.mark.shows("SUI-015")
def test_what_is_not_understood_is_told_with_its_line_and_what_was_expected(read, text, words):
    with pytest.raises(UsageError) as refusal:
        read(text)

    assert words in str(refusal.value)


@pytest.mark.parametrize(("line", "found"), [(None, 1), (3, 1)])
def test_what_is_understood_is_read(read, line, found):
    assert len([*read(STEP, line)[0].walk_scenarios()]) == found


@pytest.mark.shows("SUI-002")
def test_a_line_behind_the_end_is_no_scenario(read):
    with pytest.raises(UsageError, match=r"features/x.feature:4: there is no scenario: the file ends with line 3"):
        read(STEP, 4)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match=r"there is no .*/nowhere.feature"):
        read_features([str(tmp_path / "nowhere.feature")])
