from __future__ import annotations

from reference.exports import page
from tests.broken._starting import replace, start

RULE = "The page works under its policy. This platform's switch does nothing."
REQUIREMENTS = ("EXP-056",)
SCENARIOS = ("The page needs nothing from elsewhere, and works under its policy",)

written = page.script().replace('"click"', '"dblclick"')


def script():
    return written


if __name__ == "__main__":
    replace(page, "script", script)
    start()
