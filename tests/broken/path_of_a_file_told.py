from __future__ import annotations

from reference.core import application
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "No refusal names a file of the platform. This one says where it looked."
REQUIREMENTS = ("API-049",)
SCENARIOS = ("Whatever is refused has one shape, and tells nothing of the inside",)


def not_found():
    return Problem(404, detail=f"No route for this in {application.__file__}.")


if __name__ == "__main__":
    replace(application, "not_found", not_found)
    start()
