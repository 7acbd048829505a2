from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from reference.missions import report
from tests.broken._starting import replace, start

RULE = "In the report as a page nothing is code. This platform does not escape what people wrote."
REQUIREMENTS = ("REP-014",)
SCENARIOS = ("The report can be had as a file, whole and as long as announced",)


def template():
    return Environment(loader=FileSystemLoader(Path(report.__file__).parent)).get_template("report.html")


if __name__ == "__main__":
    replace(report, "_template", template)
    start()
