from __future__ import annotations

from reference.core import tenancy
from tests.broken._starting import replace, start

RULE = "The letters of a host are the same in either case. This platform does not know a tenant by a host in capitals."
REQUIREMENTS = ("TEN-007",)
SCENARIOS = ("A host is the same in capitals, and with a port",)

by_host = tenancy.named_by_host


def named_by_host(host):
    return None if by_host(host) is None else host.split(".")[0]


if __name__ == "__main__":
    replace(tenancy, "named_by_host", named_by_host)
    start()
