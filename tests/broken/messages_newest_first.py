from __future__ import annotations

from reference.conversations import api
from reference.conversations.records import Message
from reference.conversations.shapes import MessageAnswer
from tests.broken._starting import replace, start

RULE = "What was said is read in its order. This platform shows the last of it first."
REQUIREMENTS = ("CON-004",)
SCENARIOS = ("What is asked one after another is kept in that order, each question with its answer",)


show = api.listed


def listed(session, query, page, shape):
    if shape is MessageAnswer:
        query = query.order_by(None).order_by(Message.sequence.desc())
    return show(session, query, page, shape)


if __name__ == "__main__":
    replace(api, "listed", listed)
    start()
