from __future__ import annotations

from reference.core import application
from tests.broken._starting import replace, start

RULE = "A verb that a path does not know is refused with those that it knows. This platform leaves them out."
REQUIREMENTS = ("API-004",)
SCENARIOS = ("A verb that a path does not know is refused, with those that it knows",)


def methods_of(app, path):
    return []


if __name__ == "__main__":
    replace(application, "methods_of", methods_of)
    start()
