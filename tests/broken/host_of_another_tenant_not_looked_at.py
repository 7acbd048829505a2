from __future__ import annotations

from reference.core import tenancy
from tests.broken._starting import replace, start

RULE = "Who is signed in at one tenant is refused at the host of another. This platform does not look at the host."
REQUIREMENTS = ("TEN-017",)
SCENARIOS = ("Who is signed in at one tenant gets nowhere under the name of another",)


def named_by_host(host):
    return None


if __name__ == "__main__":
    replace(tenancy, "named_by_host", named_by_host)
    start()
