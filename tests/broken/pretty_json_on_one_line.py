from __future__ import annotations

from reference.exports import document
from tests.broken._starting import replace, start

RULE = "Pretty JSON is indented. On this platform it stands on one line."
REQUIREMENTS = ("EXP-017",)
SCENARIOS = ("The pretty file says what the compact one says",)

write = document.render


def render(analysis, *, pretty):
    return write(analysis, pretty=False)


if __name__ == "__main__":
    replace(document, "render", render)
    start()
