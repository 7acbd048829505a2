from __future__ import annotations

from reference.accounts import rules
from tests.broken._starting import replace, start

RULE = "A password is not the e-mail. This platform takes it."
REQUIREMENTS = ("ACC-015",)
SCENARIOS = ("A password at a registration is neither short nor long nor the e-mail",
             "A new password is neither short nor long nor the e-mail",
             "The password of who accepts is neither short nor long nor the e-mail")

def is_password_of_email(password, email):
    return False


if __name__ == "__main__":
    replace(rules, "is_password_of_email", is_password_of_email)
    start()
