"""One turn of a conversation: a question, what the language model says to it, and what that has used.

The question is stored first, and the answer with what it has used when it is there: the model is asked between the two
transactions, since it may take its time. Turns of one conversation wait for each other, so that each answer follows its
question; which is the next number is read from the conversation's locked row, whatever becomes of that lock.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import or_, select
from sqlalchemy.exc import SQLAlchemyError

from reference.conversations import budgets, language_model, mission_chats, rules
from reference.conversations.api import visible
from reference.conversations.language_model import Said
from reference.conversations.records import Conversation, Message, UsageRecord
from reference.conversations.shapes import MessageAnswer, TurnAnswer
from reference.core import audit, clock, lock, outbox
from reference.core.calls import Call
from reference.core.database import TenantSession
from reference.core.errors import Problem, not_allowed, not_found, unavailable, wrong_state
from reference.core.outside import RETRY_AFTER_SECONDS, Trouble
from reference.missions import changes as missions
from reference.missions.records import Mission

WAIT_SECONDS = 30.0  # for the turn before
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Turn:
    """A question that is stored, and what the language model is to be asked."""

    call: Call
    conversation_id: UUID
    question_id: UUID
    messages: list[dict[str, str]]
    model: str
    began: float

    def answered(self, said: Said) -> TurnAnswer:
        """Store the answer. Where the conversation is gone meanwhile, what was used is counted all the same; then 404."""
        with self.call.transaction() as session:
            conversation = session.scalar(select(Conversation).where(Conversation.id == self.conversation_id)
                                          .with_for_update())
            answer = None if conversation is None else self._stored(session, conversation, said)
            session.add(UsageRecord(person_id=self.call.person.person_id, conversation_id=self.conversation_id,
                                    at=clock.now(), **said.model_dump(exclude={"text"})))
            budgets.use(session, said.total_tokens)
        if answer is None:
            raise not_found()
        return answer

    def _stored(self, session: TenantSession, conversation: Conversation, said: Said) -> TurnAnswer:
        question = session.get_one(Message, self.question_id)
        question.state = "answered"
        answer = add_message(session, conversation, role="assistant", content=said.text,
                             latency_ms=round((time.monotonic() - self.began) * 1000), **said.model_dump(exclude={"text"}))
        conversation.total_tokens += said.total_tokens
        audit.tell(session, "created", "chat_turn.create", "chat_turn", answer.id, model=said.model,
                   total_tokens=said.total_tokens, latency_ms=answer.latency_ms)
        return TurnAnswer(conversation_id=conversation.id, question=MessageAnswer.model_validate(question),
                          answer=MessageAnswer.model_validate(answer))

    def unanswered(self, trouble: Trouble) -> Problem:
        """What who asked is told; nothing of what the service has said."""
        log.warning("%s %s", self.call.request_id, trouble)
        return Problem(503, "Language model unavailable", "Your question is kept. Ask it again later.",
                       headers={"Retry-After": trouble.retry_after or str(RETRY_AFTER_SECONDS)},
                       conversation_id=str(self.conversation_id), message_id=str(self.question_id))


def ask(call: Call, text: str, conversation_id: str | None, model: str) -> TurnAnswer:
    """A whole turn; 503 where there is no answer."""
    with begun(call, text, conversation_id, model) as turn:
        try:
            said = language_model.ask(turn.messages, model)
        except Trouble as trouble:
            raise turn.unanswered(trouble) from None
        return turn.answered(said)


def events(call: Call, text: str, conversation_id: str | None, model: str) -> Iterator[str]:
    """The same as a stream of events. What is refused before the first of them is raised."""
    with begun(call, text, conversation_id, model) as turn:
        yield event("start", {"conversation_id": str(turn.conversation_id)})
        try:
            for piece in language_model.stream(turn.messages, model):
                if isinstance(piece, str):
                    yield event("chunk", {"content": piece})
                else:
                    answer = turn.answered(piece)
        except Trouble as trouble:
            yield _error(call, turn.unanswered(trouble))
        except SQLAlchemyError as failure:
            log.warning("%s the answer could not be stored: %s", call.request_id, type(failure).__name__)
            yield _error(call, unavailable("postgresql"))
        except Problem as problem:
            yield _error(call, problem)
        else:
            yield event("end", answer.model_dump(mode="json", include={"question", "answer"}))


def _error(call: Call, problem: Problem) -> str:
    """The last event of a turn that failed. Sent again with the same key, such a turn is another one."""
    call.request.scope["failed"] = problem.status >= 500
    return event("error", {"title": problem.title, "status": problem.status})


def event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


@contextmanager
def begun(call: Call, text: str, conversation_id: str | None, model: str) -> Iterator[Turn]:
    """A turn whose question is stored, while no other of the conversation goes on; raises what keeps it from that."""
    if conversation_id is not None:
        with call.transaction() as session:
            asked_in(call, session, conversation_id)
    found_or_new = UUID(conversation_id) if conversation_id else uuid4()
    with lock.held(f"conversation:{found_or_new}", needed=False, wait_seconds=WAIT_SECONDS, busy="Conversation is busy"):
        began = time.monotonic()
        with call.transaction() as session:
            if conversation_id is None:
                conversation = Conversation(id=found_or_new, owner_id=call.person.person_id, title=rules.title_of(text),
                                            message_count=0)
                session.add(conversation)
                session.flush()
            else:
                conversation = asked_in(call, session, conversation_id, locked=True)
            budgets.refuse_used_up(session)
            question = question_of(session, conversation, text, call.person.person_id)
            turn = Turn(call, conversation.id, question.id, told(session, conversation, question), model, began)
        yield turn


def asked_in(call: Call, session: TenantSession, conversation_id: str, *, locked: bool = False) -> Conversation:
    """The conversation that the person may ask something in: 404, 403 and 409 otherwise."""
    conversation = visible(call, session, conversation_id, locked=locked)
    if not rules.may_ask(call.person, conversation):
        raise not_allowed()
    if conversation.archived:
        raise wrong_state("archived", ["active"])
    return conversation


def question_of(session: TenantSession, conversation: Conversation, text: str, author_id: UUID) -> Message:
    """The question, stored now; or kept from before, where it is the last thing said and was not answered."""
    last = session.scalar(select(Message).where(Message.conversation_id == conversation.id)
                          .order_by(Message.sequence.desc()).limit(1))
    if last is not None and last.state == "unanswered" and last.content == text:
        return last
    return add_message(session, conversation, role="user", content=text, author_id=author_id, state="unanswered")


def add_message(session: TenantSession, conversation: Conversation, **fields: Any) -> Message:
    """Store what is said next in the conversation, and tell who watches."""
    conversation.message_count += 1
    message = Message(conversation_id=conversation.id, sequence=conversation.message_count, **fields)
    session.add(message)
    session.flush()
    conversation.last_message_at = message.created_at
    if conversation.mission_id is None:
        outbox.emit(session, f"me:{conversation.owner_id}", "conversation.message", {
            "conversation_id": str(conversation.id), "message_id": str(message.id), "sequence": message.sequence,
            "role": message.role})
    else:
        outbox.emit(session, missions.topic(conversation.mission_id), "mission.message", {
            "message": MessageAnswer.model_validate(message).model_dump(mode="json")})
    return message


def told(session: TenantSession, conversation: Conversation, question: Message) -> list[dict[str, str]]:
    """What the language model is told: how it is to be, what was said last and answered, and the question."""
    if conversation.mission_id is not None:
        prompt = mission_chats.prompt(session, session.get_one(Mission, conversation.mission_id))
    else:
        prompt = conversation.system_prompt
    latest = session.scalars(
        select(Message).where(Message.conversation_id == conversation.id, Message.sequence < question.sequence,
                              or_(Message.state.is_(None), Message.state == "answered"))
        .order_by(Message.sequence.desc()).limit(rules.HISTORY)).all()
    return [*([{"role": "system", "content": prompt}] if prompt else []),
            *({"role": message.role, "content": message.content} for message in (*reversed(latest), question))]
