from __future__ import annotations

from reference.projects import rules
from tests.broken._starting import replace, start

RULE = "A repository's name is letters, digits and hyphens between them. This platform takes any."
REQUIREMENTS = ("EXP-032",)
SCENARIOS = ("A repository's name is letters, digits and hyphens between them",)


if __name__ == "__main__":
    replace(rules, "REPOSITORY_NAME", "^.+$")
    start()
