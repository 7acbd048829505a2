from __future__ import annotations

from reference.accounts import api
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "No refusal names a constraint. This platform passes on what the database said of it."
REQUIREMENTS = ("API-049",)
SCENARIOS = ("Whatever is refused has one shape, and tells nothing of the inside",)


def taken(field):
    return Problem(409, detail='duplicate key value violates unique constraint "tenants_slug_key"')


if __name__ == "__main__":
    replace(api, "taken", taken)
    start()
