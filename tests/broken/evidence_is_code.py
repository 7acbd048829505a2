from __future__ import annotations

from pathlib import Path

from jinja2 import Environment

from reference.missions import report
from tests.broken._starting import replace, start

RULE = "In the report as a page nothing is code. This platform does not escape the evidence, which a target wrote."
REQUIREMENTS = ("REP-014",)
SCENARIOS = ("What a target answers is no code in the report",)

def template():
    source = (Path(report.__file__).parent / "report.html").read_text("utf-8")
    trusting = source.replace("finding.evidence }}", "finding.evidence | safe }}")
    if trusting == source:
        raise LookupError("the report shows no evidence any more: mend the variant evidence_is_code")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(trusting)


if __name__ == "__main__":
    replace(report, "_template", template)
    start()
