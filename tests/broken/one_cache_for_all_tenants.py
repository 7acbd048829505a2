from __future__ import annotations

from reference.tenancy import api
from tests.broken._starting import replace, start

RULE = ("What is cached of a tenant is its own people's. This platform caches the profile of whoever reads first, for "
        "everybody.")
REQUIREMENTS = ("SVC-005",)
SCENARIOS = ("Nobody is answered what is cached of another tenant",)

def key_of_all(tenant_id):
    return "cache:tenant:all"


if __name__ == "__main__":
    replace(api, "cache_key", key_of_all)
    start()
