from __future__ import annotations

from types import SimpleNamespace

from reference.tenancy import api
from tests.broken._starting import replace, start

RULE = "What is above tenants needs the platform's key. This platform opens it to everybody."
REQUIREMENTS = ("TEN-019",)
SCENARIOS = ("What is above tenants needs the platform's key",)

open_to_all = SimpleNamespace(compare_digest=lambda known, given: True)


if __name__ == "__main__":
    replace(api, "secrets", open_to_all)
    start()
