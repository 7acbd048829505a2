from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "Of a mission hears only who may read it. This platform tells everybody who watches the tenant."
REQUIREMENTS = ("MIS-032",)
SCENARIOS = ("Of a tenant's missions only those are told who may read them",)


def may_see(person, channel, event):
    return True


if __name__ == "__main__":
    replace(rules, "may_see", may_see)
    start()
