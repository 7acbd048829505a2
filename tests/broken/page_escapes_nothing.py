from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "What somebody wrote is text in the page. This platform takes it for a part of the page."
REQUIREMENTS = ("EXP-053",)
SCENARIOS = ("A script in a name, a title or a path is text",)


class Trusting(page.Environment):
    def __init__(self, **options):
        super().__init__(**{**options, "autoescape": False})


if __name__ == "__main__":
    replace(page, "Environment", Trusting)
    start()
