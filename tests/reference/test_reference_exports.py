"""Files of analyses: what no scenario can say of them, and that all are made of whatever can be stored."""

import io
import json

import openpyxl
import pytest

from reference.exports.sarif import relative_uri

HOSTILE = "=1+1\r\n\x01\x1f\ufffe_x0041_ <script>alert(1)</script> \"';,\u202e\U0001f600é漢"


@pytest.fixture
def analysis(admin):
    """The id of an analysis whose texts are hostile."""
    project = admin.done("POST", "/projects", {"name": HOSTILE, "owner": HOSTILE})["id"]
    return admin.done("POST", f"/projects/{project}/analyses", {
        "detected_technologies": [{"name": HOSTILE, "version": HOSTILE[:100], "source_file": HOSTILE}],
        "dependencies": [{"name": HOSTILE, "current_version": "1", "latest_version": "2", "file": HOSTILE}],
        "code_metrics": {"languages": {HOSTILE[:50]: 1}, "complexity": 1.5},
        "research_gaps": [{"title": HOSTILE, "description": HOSTILE}]})["id"]


@pytest.mark.parametrize("format", ["sarif", "html", "csv", "excel", "json"])
def test_whatever_can_be_stored_becomes_a_file(admin, analysis, format):
    answer = admin("GET", f"/exports/{analysis}/{format}")

    assert answer.status_code == 200, answer.text
    assert int(answer.headers["Content-Length"]) == len(answer.content)


def test_a_workbook_keeps_what_xml_cannot_hold(admin, analysis):
    book = openpyxl.load_workbook(io.BytesIO(admin("GET", f"/exports/{analysis}/excel").content))

    assert book["Technologies"]["A2"].data_type == "s"
    assert book["Technologies"]["A2"].value.startswith("=1+1_x000D_\n_x0001__x001F__xFFFE__x005F_x0041_")


def test_two_json_files_differ_in_their_white_space_only(admin, analysis):
    compact, pretty = (admin("GET", f"/exports/{analysis}/json{query}").text for query in ("", "?pretty=true"))

    assert json.loads(compact) == json.loads(pretty) == admin.done("GET", f"/analyses/{analysis}")
    assert "\n" not in compact
    assert pretty.startswith('{\n  "id": ')


@pytest.mark.parametrize(("file", "uri"), [
    ("src/a.py", "src/a.py"), ("/etc/passwd", "etc/passwd"), ("../../a", "a"), ("C:\\a\\b c", "C%3A/a/b%20c"),
    ("https://x/é", "https%3A/x/%C3%A9"), ("..", "README.md"),
])
def test_a_result_points_into_the_repository(file, uri):
    assert relative_uri(file) == uri
