"""What an earlier run found of the features: read again is only what is run, and whatever was changed."""

import json

import pytest
from behave.configuration import Configuration
from behave.runner_util import collect_feature_locations

from support.reporting.registry import load_registry
from support.running import scope
from support.settings import Settings, UsageError

REGISTRY = "id,area,tier,kind,statement,origin\nMIS-004,missions,seed,behaviour,It holds.,\n"
OUTLINE = """@missions
Feature: Rows
  @MIS-004 @normal @e2e
  Scenario Outline: It holds for <what>
    Then it holds
    Examples:
      | what |
      | one  |
      | two  |
"""


def held(title, tags="@MIS-004 @normal @e2e"):
    return f"@missions\nFeature: {title}\n  {tags}\n  Scenario: {title}\n    Then it holds\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A suite of three files in the present folder, and what each look at it reads: (features, scenarios in scope)."""
    (tmp_path / "features/missions").mkdir(parents=True)
    (tmp_path / "features/requirements.csv").write_text(REGISTRY)
    for name, content in {"one": held("One"), "two": held("Two"), "rows": OUTLINE}.items():
        (tmp_path / f"features/missions/{name}.feature").write_text(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def look(*arguments, paths=("features",), cache="cache"):
    config = Configuration(list(arguments))
    settings = Settings.load({"cache": cache}, {}, {})
    return scope.Scope(config, settings, load_registry(scope.REGISTRY), collect_feature_locations(list(paths)))


def names(found):
    return [each.name for each in found.features], [each.name for each in found.ordered()]


def test_of_a_suite_that_is_known_only_what_is_run_is_read(project):
    first = look("--name=^Two$")
    again = look("--name=^Two$")

    assert names(first) == (["One", "Rows", "Two"], ["Two"])
    assert names(again) == (["Two"], ["Two"])
    assert again.carriers() == first.carriers() == {"MIS-004": 4}
    assert not again.is_whole()
    assert look().is_whole()


@pytest.mark.parametrize(("arguments", "read", "run"), [
    (["--name=two"], ["Rows"], ["It holds for two -- @1.2 "]),
    (["--tags=@missions", "--name=One|two"], ["One", "Rows"], ["One", "It holds for two -- @1.2 "]),
    ([], ["One", "Rows", "Two"], ["One", "It holds for one -- @1.1 ", "It holds for two -- @1.2 ", "Two"]),
])
def test_rows_of_outlines_are_known_by_their_own_names(project, arguments, read, run):
    look()
    assert names(look(*arguments)) == (read, run)


def test_a_folder_that_is_asked_for_is_the_whole_suite_s_part(project):
    look()
    part = look(paths=["features/missions/two.feature", "features/missions/one.feature"])
    assert names(part) == (["Two", "One"], ["Two", "One"])
    assert not part.is_whole()


def test_a_scenario_that_is_told_by_its_line_is_read(project):
    look()
    assert names(look(paths=["features/missions/rows.feature:9"]))[1] == ["It holds for two -- @1.2 "]


def test_what_was_changed_is_read_again(project):
    look()
    (project / "features/missions/two.feature").write_text(held("Three"))
    assert names(look("--name=^Three$")) == (["One", "Rows", "Three"], ["Three"])
    (project / "features/missions/two.feature").unlink()
    with pytest.raises(UsageError, match=r"nothing matches the selection \(--name=\^Three\$\) among 3 scenarios"):
        look("--name=^Three$")


def test_a_requirement_that_is_no_longer_promised_is_noticed(project):
    look()
    (project / "features/requirements.csv").write_text(REGISTRY.replace("MIS-004", "MIS-005"))
    with pytest.raises(UsageError, match="MIS-004"):
        look("--name=^One$")


def test_a_fault_is_told_each_time_and_whoever_did_not_ask_for_it_keeps_nothing(project):
    (project / "features/missions/two.feature").write_text(held("Two", tags="@normal @e2e"))
    look(paths=["features/missions/one.feature"])
    for _ in range(2):
        with pytest.raises(UsageError, match=r'two\.feature:4: "Two" lacks the id of a requirement'):
            look("--name=^One$")


@pytest.mark.parametrize("damage", [b"", b"[[", b'{"a": 1}', b"[[1]]", b"\xff", None])
def test_what_was_kept_and_is_damaged_is_made_anew(project, damage):
    look()
    (kept,) = (project / "cache/features").iterdir()
    whole = kept.read_bytes()
    if damage is None:
        kept.unlink()
        kept.mkdir()
    else:
        kept.write_bytes(damage)

    assert names(look("--name=^Two$"))[1] == ["Two"]
    assert kept.is_dir() or json.loads(kept.read_bytes()) == json.loads(whole)


def test_where_nothing_can_be_kept_all_is_read_each_time(project):
    (project / "cache").write_text("no folder")
    for _ in range(2):
        assert names(look("--name=^Two$")) == (["One", "Rows", "Two"], ["Two"])


def test_the_last_used_are_kept(project, monkeypatch):
    monkeypatch.setattr("support.running.known_features.KEPT", 2)
    for title in ("A", "B", "C"):
        (project / "features/missions/two.feature").write_text(held(title))
        look()
    assert len(list((project / "cache/features").iterdir())) == 2
    assert names(look("--name=^C$"))[0] == ["C"]
