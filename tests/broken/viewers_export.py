from __future__ import annotations

from reference.core import permissions
from tests.broken._starting import replace, start

RULE = "Who may only look gets no file. On this platform a viewer does."
REQUIREMENTS = ("EXP-057",)
SCENARIOS = ("Who may only look gets no file, whoever works on projects gets it",)


if __name__ == "__main__":
    replace(permissions.PERMISSIONS, "exports.run", "A-A---A")
    start()
