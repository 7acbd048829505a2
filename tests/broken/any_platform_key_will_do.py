from __future__ import annotations

from types import SimpleNamespace

from reference.tenancy import api
from tests.broken._starting import replace, start

RULE = "What is above tenants needs the right key. This platform is content with any."
REQUIREMENTS = ("TEN-019",)
SCENARIOS = ("What is above tenants needs the platform's key",)

content_with_any = SimpleNamespace(compare_digest=lambda known, given: bool(given))


if __name__ == "__main__":
    replace(api, "secrets", content_with_any)
    start()
