from __future__ import annotations

from reference.accounts import rules
from tests.broken._starting import replace, start

RULE = "Only the right password signs in. This platform takes any password of somebody it knows."
REQUIREMENTS = ("ACC-002", "ACC-012", "ACC-018")
SCENARIOS = ("Somebody signs in with the right password",
             "An unknown address and a wrong password are refused in the same words",
             "Who does not know the present password gives no new one")


def password_is_right(password_hash, password):
    return password_hash is not None


if __name__ == "__main__":
    replace(rules, "password_is_right", password_is_right)
    start()
