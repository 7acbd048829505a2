from __future__ import annotations

from reference.accounts import rules
from tests.broken._starting import replace, start

RULE = "A password is not trimmed. This platform trims it at the sign-in."
REQUIREMENTS = ("ACC-014",)
SCENARIOS = ("Spaces are a part of a password",)

compare = rules.password_is_right


def password_is_right(password_hash, password):
    return compare(password_hash, password.strip())


if __name__ == "__main__":
    replace(rules, "password_is_right", password_is_right)
    start()
