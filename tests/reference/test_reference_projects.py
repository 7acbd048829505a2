"""The rules of projects and analyses: a dependency's status, files' paths, and what files say of a repository."""

import pytest

from reference.projects import analysis, rules


@pytest.mark.parametrize(("current", "latest", "status"), [
    (None, "2.0", "Missing"), ("", "2.0", "Missing"), (None, None, "Missing"),
    ("1.0", None, "Unknown"), ("1.0", "", "Unknown"),
    ("1.9", "1.10", "Outdated"), ("2.0rc1", "2.0", "Outdated"), ("1.x", "2.x", "Outdated"),
    ("1.10", "1.9", "Current"), ("1.0", "1.0.0", "Current"), ("v1.2", "1.2", "Current"), ("2.0", "2.0rc1", "Current"),
    ("latest", "latest", "Current"),
])
def test_how_a_dependency_stands(current, latest, status):
    assert rules.status_of(current, latest) == status


@pytest.mark.parametrize(("path", "is_relative"), [
    ("README.md", True), ("src/a.py", True), ("..hidden/a", True), ("a..b", True),
    ("/etc/passwd", False), ("../a", False), ("a/../b", False), ("a//b", False), ("a/", False), ("./a", False),
    ("C:\\a", False),
])
def test_which_paths_stay_in_the_repository(path, is_relative):
    assert rules.is_relative(path) is is_relative


def test_a_requirements_file_is_read_as_pip_reads_it():
    content = ("# tools\nDjango==4.2.1  # the web\ncelery[redis]==5.3.* \nredis>=4\nflask\n-r more.txt\n--index-url x\n"
               "https://example.org/a.whl\nattrs==23.1 \\\n  --hash=sha256:00\nnumpy==1.26; python_version > '3.8'\n\n")

    assert list(analysis.required(content)) == [
        ("Django", "4.2.1"), ("celery", None), ("redis", None), ("flask", None), ("attrs", "23.1"), ("numpy", "1.26")]


def test_a_version_of_npm_counts_where_it_is_fixed():
    content = ('{"dependencies": {"react": "^18.2.0", "vue": "~3.4", "express": "4.18.2", "a": "*", "b": ">=1", "c": "1.x",'
               ' "d": "1 - 2", "e": 7, "f": "git+ssh://x"}, "devDependencies": {"jest": "29.0.0-beta.1"}, "peers": []}')

    assert dict(analysis.packages(content, "package.json")) == {
        "react": "18.2.0", "vue": "3.4", "express": "4.18.2", "a": None, "b": None, "c": None, "d": None, "e": None,
        "f": None, "jest": "29.0.0-beta.1"}


@pytest.mark.parametrize("content", ["", "{", "[]", "7", '{"a": NaN}', "[" * 100_000])
def test_a_manifest_that_is_no_json_object_is_unreadable(content):
    with pytest.raises(analysis.UnreadableManifest):
        analysis.findings([("web/package.json", content)])


def test_only_whole_folders_are_left_out():
    kept = ["builder/a.py", "mybuild/a.py", "retargeting/a.py", "a/targets.py", "dist.py"]

    assert analysis.counted([*kept, "build/a.py", "x/target/a.py", ".git/config", "a/__pycache__/b"]) == kept


def test_a_technology_is_found_once_a_dependency_before_an_ending():
    found = analysis.findings([("web/package.json", '{"dependencies": {"React": "^18.2.0"}}'), ("a.py", "\n x = 1\n\t\n"),
                               ("b.PY", "x\r\ny"), ("requirements.txt", "react==1"), ("tests/test_a.py", ""), ("py", "x"),
                               (".py", "x")])

    assert [(each["name"], each["version"], each["confidence"], each["source_file"])
            for each in found["detected_technologies"]] == [
        ("react", "18.2.0", 90, "web/package.json"), ("Python", None, 80, "a.py")]
    assert found["code_metrics"] == {"lines_of_code": 3, "file_count": None, "complexity": None, "languages": {"Python": 3},
                                     "documentation_coverage": None, "test_coverage": None}
    assert [each["title"] for each in found["research_gaps"]] == ["No README"]


def test_what_a_repository_lacks():
    found = analysis.findings([("requirements.txt", "flask")])

    assert [(each["title"], each["category"], each["priority"], each["estimated_effort"])
            for each in found["research_gaps"]] == [
        ("No README", "documentation", 3, "small"), ("No tests", "testing", 2, "medium"),
        ("Unpinned dependencies", "dependencies", 3, "small")]
