from __future__ import annotations

import time

from reference.accounts import me_api, rules
from tests.broken._starting import replace, start

RULE = "Of two new passwords at once one counts. This platform looks at the present one before it waits."
REQUIREMENTS = ("ACC-012",)
SCENARIOS = ("Of two new passwords at once one counts",)

UNTIL_THE_CHANGE_SECONDS = 0.3  # makes sure that both have looked before one changes
look = rules.password_is_right


def password_is_right(password_hash, password):
    found = look(password_hash, password)
    time.sleep(UNTIL_THE_CHANGE_SECONDS)
    return found


def refuse_changed_meanwhile(person, known):
    """Nothing is looked at again."""


if __name__ == "__main__":
    replace(rules, "password_is_right", password_is_right)
    replace(me_api, "refuse_changed_meanwhile", refuse_changed_meanwhile)
    start()
