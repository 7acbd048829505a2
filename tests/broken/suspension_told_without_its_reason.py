from __future__ import annotations

from dataclasses import replace as changed

from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "A suspension is told with its reason. This platform tells only that it was."
REQUIREMENTS = ("AUD-005", "AUD-016", "TEN-024")
SCENARIOS = ("That a tenant was suspended is told to it when it is back, with the reason",)


if __name__ == "__main__":
    replace(Tenant, "trail", changed(Tenant.trail, silent=Tenant.trail.silent | {"suspension_reason"}))
    start()
