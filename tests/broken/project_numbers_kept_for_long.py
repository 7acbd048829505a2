from __future__ import annotations

from reference.projects import changes
from tests.broken._starting import replace, start

RULE = "The numbers of a project follow what is added and deleted. This platform keeps them as they were."
REQUIREMENTS = ("EXP-037",)
SCENARIOS = (
    "The numbers of a project follow what is added and deleted",
    "The numbers of a project follow its jobs",
)


def forget_statistics(session, project_id):
    pass


if __name__ == "__main__":
    replace(changes, "forget_statistics", forget_statistics)
    start()
