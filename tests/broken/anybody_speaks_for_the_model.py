from __future__ import annotations

from fastapi import Response

from reference.conversations import api, turns
from reference.conversations.shapes import MessageAnswer
from reference.core import application
from reference.core.inputs import Body, Text
from tests.broken._starting import replace, start

RULE = "Only the platform writes what the model says. This one lets people lay it into a conversation."
REQUIREMENTS = ("CON-025",)
SCENARIOS = ("There is no way to lay messages into a conversation",)


class Words(Body):
    role: Text(1, 20)
    content: Text(1, 32000)


def put(call: api.MayUse, conversation_id: str) -> Response:
    words = call.body(Words)
    used = dict.fromkeys(("prompt_tokens", "completion_tokens", "total_tokens", "latency_ms"), 0)
    with call.transaction() as session:
        talk = api.changeable(call, session, conversation_id, locked=True)
        message = turns.add_message(session, talk, role="assistant", content=words.content, model="standard", **used)
        answer = MessageAnswer.model_validate(message)
    return call.answer(answer, 201)


build = application.build


def build_with_more():
    api.router.add_api_route("/conversations/{conversation_id}/messages", put, methods=["POST"], status_code=201)
    return build()


if __name__ == "__main__":
    replace(application, "build", build_with_more)
    start()
