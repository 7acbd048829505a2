from __future__ import annotations

from reference.core import tenancy
from tests.broken._starting import replace, start

RULE = "A suspended tenant's tokens are worth nothing. This platform goes on serving them, and refuses sign-ins alone."
REQUIREMENTS = ("TEN-020",)
SCENARIOS = ("A suspended tenant's tokens are worth nothing at any process, until it is activated",)

refuse = tenancy.refuse_suspended


def refuse_strangers(status):
    pass


def find(slug):
    tenant = look_up(slug)
    if tenant is not None:
        refuse(tenant.status)
    return tenant


look_up = tenancy.find


if __name__ == "__main__":
    replace(tenancy, "refuse_suspended", refuse_strangers)
    replace(tenancy, "find", find)
    start()
