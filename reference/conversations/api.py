"""Conversations over HTTP: make, find, read, change, delete; and the tenant's budget."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Response
from pydantic import Field
from sqlalchemy import exists, func, or_, select

from reference.conversations import budgets, rules
from reference.conversations.records import Conversation, Message
from reference.conversations.shapes import BudgetAnswer, ConversationAnswer, MessageAnswer
from reference.core.answers import Listed, listed, says, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession
from reference.core.errors import existing, not_allowed
from reference.core.inputs import Body, Nothing, Page, Query, Search, Text
from reference.core.routes import Router

router = Router(prefix="/api/v2", tags=["conversations"])

MayRead = Annotated[Call, needs("conversations.read")]
MayUse = Annotated[Call, needs("conversations.use")]
MayManage = Annotated[Call, needs("tenant.manage")]

Title = Text(1, 255)
Prompt = Text(1, 4000)
Limit = Annotated[int, Field(ge=0, le=rules.MOST_TOKENS)]


class NewConversation(Body):
    """A talk to be begun."""

    title: Title
    system_prompt: Prompt | None = None
    visibility: Literal[rules.CHOSEN] = "private"


class ConversationChange(Body):
    """What is to be different."""

    title: Title = None
    system_prompt: Prompt | None = None
    visibility: Literal[rules.CHOSEN] = None
    archived: bool = None

    READ_ONLY = frozenset(ConversationAnswer.model_fields) - {"title", "system_prompt", "visibility", "archived"}


class ConversationFilter(Page):
    include_archived: Literal["true", "false"] = "false"
    q: Search | None = None


class BudgetChange(Body):
    """What a tenant may use from now on."""

    daily_limit: Limit = None
    monthly_limit: Limit = None

    READ_ONLY = frozenset(BudgetAnswer.model_fields) - {"daily_limit", "monthly_limit"}


@router.post("/conversations", status_code=201, response_model=ConversationAnswer, openapi_extra=takes(NewConversation))
def create(call: MayUse) -> Response:
    """Begin a talk; the language model is not asked yet."""
    wanted = call.body(NewConversation)
    with call.transaction() as session:
        conversation = Conversation(**wanted.model_dump(), owner_id=call.person.person_id)
        session.add(conversation)
        session.flush()
        answer = ConversationAnswer.model_validate(conversation)
    return call.answer(answer, 201)


@router.get("/conversations", response_model=Listed[ConversationAnswer], openapi_extra=takes(query=ConversationFilter))
def conversations(call: MayRead) -> Response:
    """The own conversations and the shared ones, or all of the tenant; those of missions are read there."""
    wanted = call.query(ConversationFilter)
    query = select(Conversation).where(Conversation.visibility != "mission", *visible_ones(call), *speaks_of(wanted.q),
                                       *laid_aside(wanted.include_archived == "true"))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(*newest_activity_first()), wanted, ConversationAnswer)
    return call.answer(answer)


@router.get("/conversations/{conversation_id}", response_model=ConversationAnswer)
def conversation(call: MayRead, conversation_id: str) -> Response:
    """One conversation."""
    with call.transaction() as session:
        answer = ConversationAnswer.model_validate(visible(call, session, conversation_id))
    call.query(Query)
    return call.answer(answer)


@router.get("/conversations/{conversation_id}/messages", response_model=Listed[MessageAnswer],
            openapi_extra=takes(query=Page))
def messages(call: MayRead, conversation_id: str) -> Response:
    """All that was said, in order."""
    with call.transaction() as session:
        found = visible(call, session, conversation_id)
    wanted = call.query(Page)
    query = select(Message).where(Message.conversation_id == found.id).order_by(Message.sequence)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, MessageAnswer)
    return call.answer(answer)


@router.patch("/conversations/{conversation_id}", response_model=ConversationAnswer, openapi_extra=takes(ConversationChange))
def change(call: MayUse, conversation_id: str) -> Response:
    """Change what was sent."""
    with call.transaction() as session:
        changeable(call, session, conversation_id)
    fields = call.body(ConversationChange).model_dump(exclude_unset=True)
    with call.transaction() as session:
        found = changeable(call, session, conversation_id, locked=True)
        for name, value in fields.items():
            setattr(found, name, value)
        session.flush()
        answer = ConversationAnswer.model_validate(found)
    return call.answer(answer)


@router.delete("/conversations/{conversation_id}", status_code=204, openapi_extra=takes(Nothing))
def delete(call: MayUse, conversation_id: str) -> Response:
    """Remove a conversation with all that was said in it; what it has used stays counted."""
    with call.transaction() as session:
        changeable(call, session, conversation_id)
    call.body(Nothing)
    with call.transaction() as session:
        session.delete(changeable(call, session, conversation_id, locked=True))
    return call.answer(None)


@router.get("/token-budget", response_model=BudgetAnswer)
def budget(call: MayRead) -> Response:
    """How many tokens the tenant may use, and has used."""
    call.query(Query)
    with call.transaction() as session:
        answer = described(session)
    return call.answer(answer)


@router.patch("/token-budget", response_model=BudgetAnswer, openapi_extra=takes(BudgetChange))
def change_budget(call: MayManage) -> Response:
    """Let the tenant use more or less."""
    fields = call.body(BudgetChange).model_dump(exclude_unset=True)
    with call.transaction() as session:
        found = budgets.of(session, locked=True)
        for name, value in fields.items():
            setattr(found, name, value)
        session.flush()
        answer = described(session)
    return call.answer(answer)


def described(session: TenantSession) -> BudgetAnswer:
    found = budgets.of(session)
    return BudgetAnswer.model_validate(found).model_copy(update=budgets.now(found))


def visible_ones(call: Call) -> list[Any]:
    """The condition of ``rules.may_read``, but for the chats of missions."""
    if rules.sees_all(call.person):
        return []
    return [or_(Conversation.owner_id == call.person.person_id, Conversation.visibility == "shared")]


def speaks_of(words: str | None) -> list[Any]:
    """The condition that a conversation's title or one of its messages has these words in it."""
    said = exists().where(Message.conversation_id == Conversation.id, *says(words, Message.content))
    return [] if words is None else [or_(*says(words, Conversation.title), said)]


def laid_aside(are_wanted: bool) -> list[Any]:
    """The condition for those in the archive."""
    return [] if are_wanted else [Conversation.archived.is_(False)]


def newest_activity_first() -> list[Any]:
    return [func.coalesce(Conversation.last_message_at, Conversation.created_at).desc(), Conversation.id]


def visible(call: Call, session: TenantSession, conversation_id: str, *, locked: bool = False) -> Conversation:
    """The conversation of an address; 404 where there is none that the person may see."""
    query = select(Conversation).where(Conversation.id == record_id(conversation_id))
    found = existing(session.scalar(query.with_for_update() if locked else query))
    return existing(found if rules.may_read(call.person, found) else None)


def changeable(call: Call, session: TenantSession, conversation_id: str, *, locked: bool = False) -> Conversation:
    """The same; 403 where it is not for the person to change."""
    found = visible(call, session, conversation_id, locked=locked)
    if not rules.may_change(call.person, found):
        raise not_allowed()
    return found
