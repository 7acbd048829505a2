from __future__ import annotations

from reference.core import cache, calls
from reference.tenancy import service
from tests.broken._starting import replace, start

RULE = "A refused change touches no cache. This platform forgets what it has cached before it looks at what was sent."
REQUIREMENTS = ("SVC-004",)
SCENARIOS = ("A refused change is seen neither in the database nor in the cache",)

change = calls.Call.change


def forget_and_change(call, model):
    cache.forget(service.cache_key(call.person.tenant_id))
    return change(call, model)


if __name__ == "__main__":
    replace(calls.Call, "change", forget_and_change)
    start()
