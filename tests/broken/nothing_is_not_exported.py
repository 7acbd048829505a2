from __future__ import annotations

from reference.core.errors import not_found
from reference.exports import files
from tests.broken._starting import replace, start

RULE = "An empty analysis is a file, too. This platform finds nothing to export."
REQUIREMENTS = ("EXP-018",)
SCENARIOS = ("An empty analysis is a whole file, too",)

make = files.render


def render(analysis, *given, **named):
    if not analysis.detected_technologies:
        raise not_found()
    return make(analysis, *given, **named)


if __name__ == "__main__":
    replace(files, "render", render)
    start()
