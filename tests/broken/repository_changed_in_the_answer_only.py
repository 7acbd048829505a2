from __future__ import annotations

from reference.projects import repositories_api
from tests.broken._starting import replace, start

RULE = "A change of a repository is stored. This platform only answers it."
REQUIREMENTS = ("EXP-032",)
SCENARIOS = ("A repository is added, changed and deleted",)

find = repositories_api.repository_of


def repository_of(session, repository_id, *, locked=False):
    found = find(session, repository_id, locked=locked)
    if locked:
        session.expunge(found)
    return found


if __name__ == "__main__":
    replace(repositories_api, "repository_of", repository_of)
    start()
