"""The pages for people: whole, offline, and never a reason for a run to fail."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.reporting import allure_html
from support.reporting.compare import differences, results
from support.reporting.files import folder_of, point_latest
from support.reporting.registry import load_registry, requirement_ids
from support.reporting.run_record import UNREACHABLE, Problem

PROJECT = Path(__file__).resolve().parents[2]
needs_allure = pytest.mark.skipif(not shutil.which("node") or not (PROJECT / "node_modules/.muster/allure.cjs").is_file(),
                                  reason="Allure is not installed: npm ci")
FEATURE = {"missions/paged.feature": """
    @missions @MIS-004
    Feature: Paged
      Scenario: it passes
        Given all is well
      Scenario: it fails with <b>tags</b> & "quotes"
        Given the promise is broken
      Scenario: it is skipped
        Given it skips the rest because the target lacks clock
    """}


def outside(page: str) -> list[str]:
    """What a page would load from another machine."""
    return re.findall(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"']?(?:https?:)?//[^\"' >]*", page)


@pytest.mark.parametrize(("page", "needed"), [
    ('<p><img alt="a<b" SRC="//pages.example/x">', True),
    ("<script async src='https://pages.example/x'></script>", True),
    ("<LINK rel=icon href=HTTP://pages.example/x>", True),
    ("<div><iframe\nsrc=//pages.example/x>", True),
    ('<a href="https://pages.example/x">read on</a>', False),
    ('<script>link.href="//pages.example/x"</script>', False),
    ('<link rel=icon href="data:font;base64,AAAA//BBBB=//CC">', False),
])
def test_a_page_that_needs_the_network_is_known(page, needed):
    assert allure_html.needs_network(page) is needed


@needs_allure
def test_the_allure_page_shows_every_scenario_and_loads_nothing(run):
    ran = run(FEATURE, html=True)
    page = (ran.folder / "allure-report.html").read_text(encoding="utf-8")
    assert outside(page) == []
    assert "googletagmanager" not in page
    assert page.count('open("sign-off.html#" + id, "_blank")') == 1
    assert page.count("</body>") == 1
    shown = {each["name"]: each for each in allure_html.read_page(ran.folder / "allure-report.html")}
    assert {name: each["status"] for name, each in shown.items()} == {
        "it passes": "passed", 'it fails with <b>tags</b> & "quotes"': "failed", "it is skipped": "skipped"}
    categories = {name: [category["name"].partition(":")[0] for category in each.get("categories") or []]
                  for name, each in shown.items()}
    assert sorted(categories.values()) == [[], ["Broken promise"], ["Missing environment"]]
    assert ran.sign_off["reconciliation"]["allure_page"] == 3
    assert not list(Path(ran.folder).glob("allurerc*"))


@needs_allure
def test_a_target_that_is_away_is_a_missing_environment(run):
    ran = run({"missions/one.feature": "Feature: One\n  Scenario: it waits\n    Given all is well\n"}, html=True,
              environment="def before_all(context): raise OSError('away')\n",
              change=lambda record: record.problems.append(Problem("not reachable within 60 s", UNREACHABLE)))
    (shown,) = allure_html.read_page(ran.folder / "allure-report.html")
    assert [category["name"].partition(":")[0] for category in shown["categories"]] == ["Missing environment"]
    assert ran.verdict.exit_code == 3
    assert "not reachable within 60 s" in (ran.folder / "junit.xml").read_text()


@pytest.mark.parametrize(("lacking", "words"), [("node", "npm ci"), ("allure", "npm ci"), ("bundle", "npm run prepare")])
def test_without_node_or_allure_the_run_passes_and_says_how_to_get_it(run, monkeypatch, tmp_path, lacking, words):
    if lacking == "node":
        monkeypatch.setattr(allure_html.shutil, "which", lambda name: None)
    else:
        monkeypatch.setattr(allure_html.shutil, "which", lambda name: "/usr/bin/node")
        monkeypatch.setattr(allure_html.PageMaker.__init__, "__defaults__", (tmp_path,))
    if lacking == "bundle":  # scripts of packages are not run everywhere
        core = tmp_path / "node_modules/@allurereport/core/package.json"
        core.parent.mkdir(parents=True)
        core.write_text("{}")
    ran = run({"missions/one.feature": "Feature: One\n  Scenario: it passes\n    Given all is well\n"}, html=True)
    assert ran.verdict.exit_code == 0
    assert words in ran.verdict.lines[-2]
    assert not (ran.folder / "allure-report.html").exists()
    assert "allure-report.html" not in (ran.folder / "sign-off.html").read_text()


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
def test_what_allure_says_when_it_makes_no_page_is_told(tmp_path):
    shutil.copytree(PROJECT / "support/reporting/allure_page", tmp_path / "support/reporting/allure_page")
    bundle = tmp_path / "node_modules/.muster/allure.cjs"
    bundle.parent.mkdir(parents=True)
    bundle.write_text("throw new Error('worn out'); " + "//" * 10_000)
    page = allure_html.PageMaker(tmp_path)
    try:
        page.order(tmp_path, "No page")
        said = page.collect(tmp_path)
    finally:
        page.close()
    assert said.startswith("no Allure page: Allure ended with 1: Error: worn out\n")
    assert len(said) < 1_000


@pytest.mark.shows("SUI-055")
def test_the_sign_off_page_is_one_file_with_the_words_of_every_promise(run):
    ran = run(FEATURE)
    page = (ran.folder / "sign-off.html").read_text(encoding="utf-8")
    assert outside(page) == []
    assert "<h1>Refused</h1>" in page
    assert "it fails with &lt;b&gt;tags&lt;/b&gt; &amp; &#34;quotes&#34;" in page
    assert "the target lacks clock" in page
    for requirement in ("MIS-004", "MIS-007", "SUI-003"):
        assert f'id="{requirement}"' in page
    assert "RAGLOX: test_pause; PRS: holds" in page
    assert ran.verdict.lines[0].startswith("REFUSED  3 scenarios (1 passed, 1 failed, 1 skipped)")
    assert str(ran.folder) in ran.verdict.lines[-1]


def test_a_partial_run_claims_no_more_than_its_part(run):
    ran = run({"missions/one.feature": "Feature: One\n  Scenario: it passes\n    Given all is well\n"}, whole=False,
              change=lambda record: setattr(record, "selection", "--tags=@smoke"))
    page = (ran.folder / "sign-off.html").read_text(encoding="utf-8")
    assert "<h1>Accepted, for a part of the suite</h1>" in page
    assert "--tags=@smoke" in ran.sign_off["scope"]["says"]
    assert "a part of the suite: --tags=@smoke" in ran.verdict.lines[0]


@pytest.mark.shows("SUI-038")
def test_two_reports_are_compared_scenario_by_scenario(run, tmp_path):
    text = "Feature: One\n  Scenario: same\n    Given all is well\n  Scenario: other\n    Given {}\n"
    first = run({"missions/one.feature": text.format("all is well")})
    kept = tmp_path / "reports" / "kept"
    shutil.copytree(first.folder, kept)
    shutil.rmtree(first.folder)
    second = run({"missions/one.feature": text.format("the promise is broken") +
                  "  Scenario: new\n    Given all is well\n"})
    found = differences(results(kept), results(second.folder))
    assert found == [("features/missions/one.feature · other", "passed", "failed"),
                     ("features/missions/one.feature · new", "not in the report", "passed")]
    done = subprocess.run([sys.executable, "-m", "support.reporting.compare", str(kept), str(second.folder)],
                          cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "2 of 3 scenarios differ")
    done = subprocess.run([sys.executable, "-m", "support.reporting.compare", str(kept), str(tmp_path)],
                          cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "sign-off.json can't be read" in done.stderr


@pytest.mark.parametrize("links", [True, False])
def test_latest_leads_to_the_last_run(tmp_path, monkeypatch, links):
    if not links:
        def refuse(*_, **__):
            raise OSError("no links here")
        monkeypatch.setattr(Path, "symlink_to", refuse)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "which").write_text(name)
        point_latest(tmp_path / name)
        assert (folder_of(tmp_path / "latest") / "which").read_text() == name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["latest", "one", "two"]


def test_the_registry_is_read_whole_and_its_faults_are_named(tmp_path):
    good = "id,area,tier,kind,statement,origin\nMIS-001,missions,seed,behaviour,\"It ends, always.\",PRS: a; PRS: b\n"
    (tmp_path / "good.csv").write_text(good)
    registry = load_registry(tmp_path / "good.csv")
    assert (registry["MIS-001"].statement, registry["MIS-001"].origins) == ("It ends, always.", ["PRS: a", "PRS: b"])
    (tmp_path / "twice.csv").write_text(good + good.splitlines()[1] + "\n")
    with pytest.raises(ValueError, match=r"twice\.csv, line 3: MIS-001 stands there a second time"):
        load_registry(tmp_path / "twice.csv")
    (tmp_path / "short.csv").write_text("id,area\n")
    with pytest.raises(ValueError, match="lacks tier, kind, statement, origin"):
        load_registry(tmp_path / "short.csv")
    assert requirement_ids(["missions", "MIS-001", "MIS-001", "SUI-002", "mis-1"]) == ["MIS-001", "SUI-002"]
