"""What is looked at before a run: which tags are asked for, where features stand, which titles there are."""

import pytest
from behave.parser import parse_feature

from support.reporting.registry import Requirement
from support.running.inspection import inspect, tag_expression
from support.running.reading import require_paths
from support.settings import UsageError

REGISTRY = {"MIS-004": Requirement("MIS-004", "missions", "seed", "behaviour", "It holds.", "")}


def feature(path, title="Held"):
    return parse_feature(f"@missions\nFeature: X\n  @MIS-004 @normal @e2e\n  Scenario: {title}\n    Then it holds\n",
                         filename=path)


@pytest.mark.shows("SUI-002")
@pytest.mark.parametrize(("given", "tags", "selected"), [
    (["@accounts", "@smoke"], ["accounts", "smoke"], True),
    (["@accounts", "@smoke"], ["accounts"], False),
    (["@accounts or @missions", "not @smoke"], ["missions"], True),
    (["@accounts or @missions", "not @smoke"], ["missions", "smoke"], False),
    ([], ["missions"], True),
])
def test_several_tags_are_asked_for_at_once(given, tags, selected):
    assert tag_expression(given).evaluate(tags) is selected


@pytest.mark.shows("SUI-002", "SUI-015")
@pytest.mark.parametrize(("given", "words"), [
    ("~@smoke", "--tags=~@smoke is an old spelling; write --tags='not @smoke'"),
    ("-@smoke", "write --tags='not @smoke'"),
    ("@smoke,@wip", "write --tags='@smoke or @wip'"),
    ("@smoke,~@wip", "write --tags='@smoke or not @wip'"),
    ("@smoke and", "--tags=@smoke and is not understood"),
])
def test_what_is_no_expression_is_refused_with_the_spelling_that_is_one(given, words):
    with pytest.raises(UsageError) as refusal:
        tag_expression(["@accounts", given])

    assert words in str(refusal.value)


@pytest.mark.shows("SUI-015")
def test_a_title_may_stand_but_once_in_the_suite_whichever_part_is_run():
    one, other = feature("features/missions/one.feature"), feature("features/missions/other.feature")
    inspect([one], REGISTRY, [feature("features/missions/one.feature")])

    with pytest.raises(UsageError, match=r'"Held" is the title of 2 scenarios: .*one.feature:4, .*other.feature:4'):
        inspect([one], REGISTRY, [one, other])


@pytest.mark.shows("SUI-015")
@pytest.mark.parametrize("path", ["features/loose.feature", "features/misions/one.feature"])
def test_a_feature_stands_in_the_folder_of_an_area(path):
    with pytest.raises(UsageError, match=f"{path}:2: a feature stands in the folder of its area"):
        inspect([feature(path)], REGISTRY)


@pytest.mark.shows("SUI-002", "SUI-015")
@pytest.mark.parametrize(("path", "words"), [
    ("nonsense", "there is no file or folder nonsense"),
    ("features/nowhere", "there is no file or folder features/nowhere"),
    ("features/y.feature:3", "there is no file or folder features/y.feature"),
    ("@list.txt", "there is no file or folder list.txt"),
    ("features/x.feature:12:3", "features/x.feature:12:3: a line is a number, as in features/x.feature:12"),
    ("features/x.feature:abc", "features/x.feature:abc: a line is a number"),
    ("features/x.feature:0", "features/x.feature:0: a line is a number"),
    ("notes.txt", "notes.txt is no feature file"),
])
def test_a_path_that_leads_nowhere_is_told(tmp_path, monkeypatch, path, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "features").mkdir()
    for name in ("features/x.feature", "notes.txt"):
        (tmp_path / name).write_text("")
    require_paths(["features", "features/x.feature", "features/x.feature:3", "@notes.txt"])

    with pytest.raises(UsageError) as refusal:
        require_paths(["features", path])

    assert words in str(refusal.value)
