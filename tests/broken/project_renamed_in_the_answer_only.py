from __future__ import annotations

from reference.projects import api
from tests.broken._starting import replace, start

RULE = "A change of a project is stored. This platform only answers it."
REQUIREMENTS = ("EXP-031",)
SCENARIOS = ("A project is added, renamed and found",)

find = api.project_of


def project_of(session, project_id, *, locked=False):
    found = find(session, project_id, locked=locked)
    if locked:
        session.expunge(found)
    return found


if __name__ == "__main__":
    replace(api, "project_of", project_of)
    start()
