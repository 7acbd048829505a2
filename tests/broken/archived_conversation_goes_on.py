from __future__ import annotations

from reference.conversations import api, rules, turns
from reference.core.errors import not_allowed
from tests.broken._starting import replace, start

RULE = "Nothing is asked in a conversation that is laid aside. This platform goes on with it."
REQUIREMENTS = ("CON-010",)
SCENARIOS = ("Nothing can be asked in what is laid aside",)


def asked_in(call, session, conversation_id, *, locked=False):
    conversation = api.visible(call, session, conversation_id, locked=locked)
    if not rules.may_ask(call.person, conversation):
        raise not_allowed()
    return conversation


if __name__ == "__main__":
    replace(turns, "asked_in", asked_in)
    start()
