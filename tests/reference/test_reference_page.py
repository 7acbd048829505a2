"""The page of an analysis in a real browser, where there is one: its policy lets its own script run, and no other."""

import re
import shutil
import subprocess

import pytest

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")
FOREIGN = "<script>document.documentElement.dataset.theme = 'broken'</script>"


@pytest.fixture
def page(admin):
    """The page of an analysis, as it is saved."""
    project = admin.done("POST", "/projects", {"name": "Lights", "owner": "docks"})["id"]
    analysis = admin.done("POST", f"/projects/{project}/analyses", {
        "detected_technologies": [{"name": "Django"}], "dependencies": [{"name": "django", "current_version": "4.2"}]})["id"]
    return admin("GET", f"/exports/{analysis}/html").text


@pytest.mark.parametrize("foreign", ["", FOREIGN], ids=["as it is", "with somebody's script"])
def test_only_its_own_script_runs(page, tmp_path, foreign):
    file = tmp_path / "page.html"
    file.write_text(page.replace("</body>", f"{foreign}</body>"), encoding="utf-8")

    shown = subprocess.run([BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile",
                            "--dump-dom", file.as_uri()], check=True, text=True, capture_output=True, timeout=120).stdout

    assert re.search('<html lang="en" data-theme="(.*?)">', shown)[1] in ("light", "dark")
    assert len(re.findall('<canvas id="(?:techChart|depChart)"[^>]* style="height: 36px;"', shown)) == 2
