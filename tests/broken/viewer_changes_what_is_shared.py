from __future__ import annotations

from reference.conversations import rules
from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "A viewer only reads a shared conversation. On this platform it can be renamed by one."
REQUIREMENTS = ("ACC-032",)
SCENARIOS = ("An administrator shares a conversation, and a viewer only reads it",)


may = rules.may_change


def may_change(person, talk):
    return talk.visibility == "shared" or may(person, talk)


if __name__ == "__main__":
    replace(rules, "may_change", may_change)
    replace(PERMISSIONS, "conversations.use", "AOOOOOO")
    start()
