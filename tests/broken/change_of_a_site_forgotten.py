from __future__ import annotations

from reference.tenancy import sites
from tests.broken._starting import replace, start

RULE = "What is changed stays changed. This platform answers the change of a site, and forgets it."
REQUIREMENTS = ("API-004",)
SCENARIOS = ("A site is created, read, changed and deleted",)

describe = sites.described


def described(session, site):
    answer = describe(session, site)
    if site.version > 1:
        session.rollback()
    return answer


if __name__ == "__main__":
    replace(sites, "described", described)
    start()
