from __future__ import annotations

from reference.core.errors import existing
from reference.work_orders import links, vendor_api
from tests.broken._starting import replace, start

RULE = "While a tenant is suspended its vendors' links are worth nothing. This platform's go on."
REQUIREMENTS = ("TEN-020",)
SCENARIOS = ("A vendor's link is worth nothing while the tenant is suspended",)


def link_of(visit, token):
    return existing(links.find(token))[0]


if __name__ == "__main__":
    replace(vendor_api, "link_of", link_of)
    start()
