from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "The page needs nothing from elsewhere. This platform's has its letters loaded."
REQUIREMENTS = ("EXP-030",)
SCENARIOS = ("The page needs nothing from elsewhere, and works under its policy",)


def template():
    text = (page.HERE / "page.html").read_text()
    return make.from_string(text.replace("<style>", "<style>@import 'https://fonts.example/one.css';"))


make = page._template().environment


if __name__ == "__main__":
    replace(page, "_template", template)
    start()
