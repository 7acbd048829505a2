from __future__ import annotations

from reference.core.errors import Fault, faulty
from reference.tenancy import sites
from tests.broken._starting import replace, start

RULE = "No site is above itself, however far up. This platform looks at the next one above alone."
REQUIREMENTS = ("TEN-009",)
SCENARIOS = ("No site is above itself",)

def refuse_itself(session, site_id, parent_id):
    if site_id == parent_id:
        raise faulty([Fault("parent_id", "not_allowed", "A site is not its own ancestor.")])


if __name__ == "__main__":
    replace(sites, "refuse_own_ancestor", refuse_itself)
    start()
