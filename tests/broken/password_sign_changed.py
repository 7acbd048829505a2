from __future__ import annotations

from reference.accounts import rules
from tests.broken._starting import replace, start

RULE = ("A password may hold any sign. This platform escapes quotes before it keeps a password, and forgets that at "
        "the sign-in.")
REQUIREMENTS = ("ACC-014",)
SCENARIOS = ("A password may hold any sign",)

hash_of = rules.hash_password


def hash_password(password):
    return hash_of(password.replace('"', "&quot;"))


if __name__ == "__main__":
    replace(rules, "hash_password", hash_password)
    start()
