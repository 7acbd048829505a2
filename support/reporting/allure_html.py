"""The readable Allure report: one HTML file, made from the results by the pinned Allure on Node."""

from __future__ import annotations

import base64
import contextlib
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from support.reporting.allure_results import ALLURE_FOLDER, RESULT_LABEL
from support.reporting.files import write_text

REPORT_FILE = "allure-report.html"
_PROJECT = Path(__file__).resolve().parents[2]
_SCRIPT = Path("support/reporting/allure_page/make.cjs")
_CORE = Path("node_modules/@allurereport/core/package.json")
_BUNDLE = Path("node_modules/.muster/allure.cjs")  # what `npm ci` makes of Allure: one file, which loads quickly
_SECONDS = 120.0
# Node ends when the page is there: to tidy up often would cost a tenth of its time. (To optimise nothing, ``--no-opt``,
# gains as much for a few scenarios, and loses a quarter for a whole run.)
_FOR_A_SHORT_LIFE = ("--max-semi-space-size=64",)
# Allure counts its readers with a script from another machine; a report of ours opens without any network.
_OUTSIDE = r"(?s)<script async src=\"https://www\.googletagmanager\.com/.*?</script>\s*<script>.*?</script>"
_ADDRESS = re.compile(r"""=["']?(?:[hH][tT][tT][pP][sS]?:)?//""")
_LOADING = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)$", re.IGNORECASE)  # in front of an address
# Allure makes links of web addresses alone; a requirement's words stand in the sign-off beside the page.
_TO_THE_SIGN_OFF = """<style>
[data-testid="test-result-meta-link"]:not(:has(a)) { cursor: pointer; text-decoration: underline; }
</style><script>addEventListener("click", function (event) {
  var link = event.target.closest('[data-testid="test-result-meta-link"]');
  var id = link && !link.querySelector("a") && link.textContent.trim();
  if (id && /^[A-Z]{2,4}-[0-9]{3}$/.test(id)) open("sign-off.html#" + id, "_blank");
});</script></body>"""
_SHOWN = re.compile(r'd\("data/test-results/[^"]+\.json","([^"]*)"\)')
_MISSING = "Missing environment: the target lacks something, or could not be reached"
_CATEGORIES = {  # name -> our results; what Allure calls broken says too little
    "Broken promise: the platform does not do what is promised": "failed|flaky|timed_out",
    "Broken suite: a step, a hook or a clean-up has a fault": "error|undefined|pending",
    _MISSING: "skipped",
    "Blocked: another scenario had to pass first": "blocked",
    "Not run: the run ended before": "not_run",
}
MADE = "made\n"  # the last word of Node, when all is well
HOW_TO_GET_NODE = ("install Node 18 or later, then run `npm ci` in the project's folder "
                   "(the Allure results are complete without it)")


class PageMaker:
    """Allure on Node: it loads for half a second, so it is begun while there is other work, and then told what to do.

    :param project: the folder whose ``node_modules`` is used.
    """

    def __init__(self, project: Path = _PROJECT):
        self.lacking = ""  # in words, where there can be no page
        self._process: subprocess.Popen[str] | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="muster-allure-")
        node = shutil.which("node")
        if node is None:
            self.lacking = f"no Allure page: Node is not installed; {HOW_TO_GET_NODE}"
        elif not (project / _BUNDLE).is_file():
            self.lacking = (f"no Allure page: Allure is installed, and not made ready; run `npm run prepare` in {project}"
                            if (project / _CORE).is_file() else
                            f"no Allure page: Allure is not installed; run `npm ci` in {project}")
        else:
            self._begin(node, project)

    def _begin(self, node: str, project: Path) -> None:
        try:
            self._process = subprocess.Popen(
                [node, *_FOR_A_SHORT_LIFE, str(project / _SCRIPT)], cwd=self._folder.name, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                start_new_session=True)  # a Ctrl-C is none of its business
        except OSError as error:
            self.lacking = f"no Allure page: {error}"

    def order(self, folder: Path, title: str, target_away: bool = False) -> None:
        """Have the page of the results in ``folder`` made; returns at once, and ``collect`` brings it.

        With ``target_away`` the scenarios that were not run are shown as lacking their environment.
        """
        if self._process is None:
            return
        place = Path(self._folder.name)
        order = {"results": str((folder / ALLURE_FOLDER).resolve()), "output": str(place / "page"),
                 "configuration": _configuration(title, target_away), "options": _options(title)}
        with contextlib.suppress(OSError):  # a Node that has ended says why below
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()

    def collect(self, folder: Path) -> str:
        """Write ``allure-report.html`` into ``folder``. Returns "", or why there is no page and how to get it."""
        if self._process is None:
            return self.lacking
        try:
            said, _ = self._process.communicate(timeout=_SECONDS)
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"no Allure page: {error}"
        place = Path(self._folder.name)
        page = next(iter(sorted((place / "page").rglob("index.html"))), None)
        if not said.endswith(MADE) or page is None:
            last = "\n".join(said.strip().splitlines()[-5:])
            return f"no Allure page: Allure ended with {self._process.returncode}: {last}"
        return _keep(page, folder)

    def close(self) -> None:
        """End Node, if it is there still, and remove what it wrote apart from the page."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                stream.close()
        self._folder.cleanup()


def _keep(page: Path, folder: Path) -> str:
    """The page as one file that needs no network; or why it would need one."""
    text = re.sub(_OUTSIDE, "", page.read_text(encoding="utf-8"))
    before, end, after = text.rpartition("</body>")
    text = f"{before}{_TO_THE_SIGN_OFF}{after}" if end else text
    if needs_network(text):
        return "no Allure page: it would load scripts from another machine; is Allure the version of package.json?"
    write_text(folder / REPORT_FILE, text)
    return ""


def needs_network(text: str) -> bool:
    """Whether the page would load something by an address. Looked at from each address back to where its tag begins: the
    other way round each tag with a font in it would be gone through again and again, a second for every 20 MB."""
    return any(_LOADING.search(text, text.rfind(">", 0, each.start()) + 1, each.start()) for each in _ADDRESS.finditer(text))


def read_page(page: Path) -> list[dict]:
    """The results that a report's file shows, as Allure put them into it."""
    return [json.loads(base64.b64decode(data)) for data in _SHOWN.findall(page.read_text(encoding="utf-8"))]


def _configuration(title: str, target_away: bool) -> dict:
    categories = _CATEGORIES | ({_MISSING: "skipped|not_run"} if target_away else {})
    return {"name": title, "categories": [{"name": name, "matchers": {"labels": {RESULT_LABEL: f"^({results})$"}}}
                                          for name, results in categories.items()]}


def _options(title: str) -> dict:
    return {"singleFile": True, "reportLanguage": "en", "reportName": title, "groupBy": ["epic", "feature", "story"]}
