from __future__ import annotations

from reference.projects import changes
from tests.broken._starting import replace, start

RULE = "A project is deleted with all that is under it. This platform gives it another name."
REQUIREMENTS = ("EXP-036",)
SCENARIOS = ("A project is deleted with all that is under it",)


def delete_project(session, project):
    project.name = f"deleted {project.id}"


if __name__ == "__main__":
    replace(changes, "delete_project", delete_project)
    start()
