from __future__ import annotations

from secrets import token_hex

from reference.accounts import api
from tests.broken._starting import replace, start

RULE = "Of equal registrations at one moment one succeeds. This platform gives each a tenant of its own."
REQUIREMENTS = ("ACC-043",)
SCENARIOS = ("Of eight registrations of one account at once one succeeds",)

make_tenant = api.create_tenant


def create_tenant(session, slug, name):
    return make_tenant(session, f"{slug[:40]}-{token_hex(4)}", name)


if __name__ == "__main__":
    replace(api, "create_tenant", create_tenant)
    start()
