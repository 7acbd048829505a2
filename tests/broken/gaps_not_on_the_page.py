from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "The page shows each research gap. This platform's page shows none."
REQUIREMENTS = ("EXP-002",)
SCENARIOS = ("An analysis is had as a file that holds all of it",)


def template():
    return make.from_string((page.HERE / "page.html").read_text().replace("in analysis.research_gaps", "in []"))


make = page._template().environment


if __name__ == "__main__":
    replace(page, "_template", template)
    start()
