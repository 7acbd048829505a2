from __future__ import annotations

from reference.projects import changes
from tests.broken._starting import replace, start

RULE = "An analysis is read back as it was imported. This platform forgets its languages."
REQUIREMENTS = ("EXP-035",)
SCENARIOS = ("A complete analysis is read back as it was imported",)

import_whole = changes.import_analysis


def import_analysis(session, project, wanted):
    wanted.code_metrics.languages = {}
    return import_whole(session, project, wanted)


if __name__ == "__main__":
    replace(changes, "import_analysis", import_analysis)
    start()
