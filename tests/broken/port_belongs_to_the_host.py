from __future__ import annotations

from reference.core import tenancy
from tests.broken._starting import replace, start

RULE = "A host is the same with a port. This platform takes the port for a part of its name."
REQUIREMENTS = ("TEN-007",)
SCENARIOS = ("A host is the same in capitals, and with a port",)

by_host = tenancy.named_by_host


def named_by_host(host):
    slug = by_host(host)
    port = host.partition(":")[2]
    return f"{slug}:{port}" if slug and port else slug


if __name__ == "__main__":
    replace(tenancy, "named_by_host", named_by_host)
    start()
