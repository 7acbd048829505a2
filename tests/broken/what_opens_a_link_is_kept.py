from __future__ import annotations

from reference.work_orders import links
from tests.broken._starting import replace, start

RULE = "Of what opens a vendor's link only a hash is kept. This platform keeps it as it is."
REQUIREMENTS = ("WO-019",)
SCENARIOS = ("What opens a link stands in no record",)


def as_it_is(token):
    return token


if __name__ == "__main__":
    replace(links, "secret_hash", as_it_is)
    start()
