from __future__ import annotations

from reference.accounts import me_api
from tests.broken._starting import replace, start

RULE = "The own record shows all that the person may do. This platform leaves the last out."
REQUIREMENTS = ("ACC-003",)
SCENARIOS = ("Somebody finds the own record as it is",)

list_all = me_api.permissions_of


def permissions_of(role, modules):
    return list_all(role, modules)[:-1]


if __name__ == "__main__":
    replace(me_api, "permissions_of", permissions_of)
    start()
