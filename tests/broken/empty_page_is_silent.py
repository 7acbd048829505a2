from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "The page of an empty analysis says that there is nothing. This platform's is silent."
REQUIREMENTS = ("EXP-019",)
SCENARIOS = ("The page of an empty analysis says that there is nothing, and draws nothing",)


def template():
    return make.from_string((page.HERE / "page.html").read_text().replace("No research gaps identified", ""))


make = page._template().environment


if __name__ == "__main__":
    replace(page, "_template", template)
    start()
