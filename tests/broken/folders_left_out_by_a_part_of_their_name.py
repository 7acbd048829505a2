from __future__ import annotations

from reference.projects import analysis
from tests.broken._starting import replace, start

RULE = "Only a folder that is called build is left out. This platform leaves out what has the word in it."
REQUIREMENTS = ("EXP-039",)
SCENARIOS = ("What was made or installed is left out, by the whole name of its folder",)


def counted(paths):
    return [path for path in paths if not any(word in path for word in analysis.LEFT_OUT)]


if __name__ == "__main__":
    replace(analysis, "counted", counted)
    start()
