"""Conversations with the language model: who begins one, what is asked in it, and what is then true of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.domain.conversation_promises import ConversationPromises
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.spoken import spoken_of
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.missions import Mission
    from support.world import World

CONVERSATIONS = f"{V2}/conversations"
CHAT = f"{V2}/chat"
STREAM = f"{CHAT}/stream"
OTHERS_LOOK_SECONDS = 0.2
ITS_CHAT = "its chat"  # of the mission spoken of last


# With what somebody tries to begin a conversation: the words of a feature -> what is sent.
BEGINNINGS: dict[str, dict[str, Any]] = {
    "no title": {}, "a title of 255 characters": {"title": "T" * 255}, "a title of 256 characters": {"title": "T" * 256},
    "a blank title": {"title": "  "}, "a prompt of 4000 characters": {"title": "Dock", "system_prompt": "P" * 4000},
    "a prompt of 4001 characters": {"title": "Dock", "system_prompt": "P" * 4001},
    "an empty prompt": {"title": "Dock", "system_prompt": ""}, "no prompt": {"title": "Dock", "system_prompt": None},
    "the visibility of a mission's": {"title": "Dock", "visibility": "mission"},
    "another's id": {"title": "Dock", "owner_id": "00000000-0000-0000-0000-000000000000"},
    "a message": {"title": "Dock", "messages": []},
}
# Ids of conversations that there are not.
UNKNOWN = {"nobody has": None, "has no proper id": "not-an-id", "has an empty id": "%20"}


@dataclass
class Talk:
    """A conversation as a scenario knows it: what it is called, whose tenant it is of, and its id."""

    name: str
    tenant: Tenant
    id: str
    noted: dict = field(default_factory=dict)  # how it was before the last attempt

    @property
    def path(self) -> str:
        return f"{CONVERSATIONS}/{self.id}"


class Conversations(ConversationPromises):
    """What people do with conversations, how they read them, and (in the base class) what must then be true."""

    def __init__(self, world: World):
        self._world = world
        self._by_name: dict[str, Talk] = {}
        self._keys: dict[str, str] = {}  # what was asked -> the key that was sent with it

    @property
    def known(self) -> list[Talk]:
        """All that the scenario has spoken of."""
        return list(self._by_name.values())

    def talk(self, name: str) -> Talk:
        """The conversation of that name, from now on the one spoken of; without a name: that one."""
        if name == ITS_CHAT:
            return self.chat_of(self._world.mission("it"))
        return spoken_of(self._by_name, name, "conversation")

    def chat_of(self, mission: Mission) -> Talk:
        """The conversation that was made with the mission."""
        name = f"chat of {mission.name}"
        if name not in self._by_name:
            record = self._world.missions.record(mission)
            if not record["conversation_id"]:
                raise Finding(f"{mission.name} should have a conversation of its own, and has none")
            self._by_name[name] = Talk(name, mission.owner.tenant, record["conversation_id"])
        return self.talk(name)

    # Beginning, changing, deleting

    def begin(self, person: Person, title: str, **more: Any) -> Talk:
        """:raises Finding: when that is refused, or does not answer what was sent."""
        outcome = self.try_to_begin(person, title=title, **more)
        outcome.require_accepted(201)
        self.require_begun(outcome.record, person, title=title, **more)
        self._by_name[title] = Talk(title, person.tenant, outcome.record["id"])
        return self.talk(title)

    def try_to_begin(self, person: Person, **sent: Any) -> Outcome:
        return self._ask(person, f"begin the conversation {sent.get('title')!r:.60}", "POST", CONVERSATIONS, sent)

    def change(self, talk: Talk, person: Person, **fields: Any) -> None:
        """:raises Finding: when that is refused, or another record is answered than the one that is now read."""
        outcome = self.try_to_change(talk, person, **fields)
        outcome.require_accepted(200)
        self.require_shown(talk, outcome.record, **fields)
        if "title" in fields:
            self._by_name[fields["title"]] = self._by_name.pop(talk.name)
            talk.name = fields["title"]

    def try_to_change(self, talk: Talk, person: Person, **fields: Any) -> Outcome:
        return self._try(talk, person, f"change the {' and '.join(fields)} of {talk.name}", "PATCH", fields)

    def delete(self, talk: Talk, person: Person) -> None:
        """:raises Finding: when that is refused."""
        self.try_to_delete(talk, person).require_accepted(204)

    def try_to_delete(self, talk: Talk, person: Person) -> Outcome:
        return self._try(talk, person, f"delete {talk.name}", "DELETE", None)

    # Asking

    def ask(self, person: Person, text: str, talk: Talk | None = None, **more: Any) -> dict:
        """A whole turn; without a conversation it begins one, of which is then spoken under its title.

        :raises Finding: when that is refused, or what is answered is not what is then kept.
        """
        outcome = self.try_to_ask(person, text, talk, **more)
        outcome.require_accepted(200)
        self._take_up(person, outcome.record, talk)
        self.require_turn(self.talk(""), person, text, outcome.record)
        return outcome.record

    def try_to_ask(self, person: Person, text: str, talk: Talk | None = None, **more: Any) -> Outcome:
        """The same, whatever becomes of it."""
        return self._ask(person, f"ask {text!r:.60}", "POST", CHAT, self._question(text, talk, more))

    def try_again(self, person: Person, text: str, talk: Talk) -> Outcome:
        """Ask it with a key of its own: the same one each time that the same is asked."""
        key = self._keys.setdefault(f"{talk.name}: {text}", f"turn-{uuid4()}")
        return self._ask(person, f"ask {text!r:.60} with a key", "POST", CHAT, self._question(text, talk, {}),
                         {"Idempotency-Key": key})

    def ask_within(self, person: Person, count: int, talk: Talk, seconds: float) -> None:
        """So many questions one after another: it is the middle one of their times that counts, not that of a machine
        which stands still for once.

        :raises Finding: when that is longer.
        """
        outcomes = [self.try_to_ask(person, f"Question {number + 1}", talk) for number in range(count)]
        for outcome in outcomes:
            outcome.require_accepted(200)
        took = median(outcome.answer.milliseconds for outcome in outcomes) / 1000
        if took > seconds:
            raise Finding(f"{person.name} should be answered within {seconds} s, and of {count} times the middle one is "
                          f"{took:.2f} s")

    def try_to_put_message(self, person: Person, talk: Talk) -> Outcome:
        """Lay a message of the model into the conversation, past the model."""
        return self._ask(person, "say something for the model", "POST", f"{talk.path}/messages",
                         {"role": "assistant", "content": "Kim does."})

    def ask_at_once(self, person: Person, texts: list[str], talk: Talk) -> list[Outcome]:
        return at_once([lambda text=text: self.try_to_ask(person, text, talk) for text in texts])

    def ask_apart_at_once(self, person: Person, texts: list[str]) -> list[Outcome]:
        """Each in a conversation of its own."""
        return at_once([lambda text=text: self.try_to_ask(person, text) for text in texts])

    def take_up_kept(self, outcome: Outcome, person: Person) -> Talk:
        """The new conversation in which a question is kept that nobody answered; of it is spoken from now on.

        :raises Finding: when the refusal names none.
        """
        outcome.require_refused("impossible, since the language model is silent")
        self._take_up(person, outcome.answer.json)
        return self.talk("")

    def ask_while_others_work(self, person: Person, other: Person, text: str, talk: Talk) -> Outcome:
        """Ask, while somebody else reads the list of conversations all the time; how long each took is noted."""
        waits = self._world.noted["waits"] = []
        with ThreadPoolExecutor(1) as thread:
            asking = thread.submit(self.try_to_ask, person, text, talk)
            while not wait([asking], OTHERS_LOOK_SECONDS).done:  # they do not look more often than anybody may
                answer = self._ask(other, "find conversations", "GET", CONVERSATIONS)
                answer.require_accepted(200)
                waits.append(answer.answer.milliseconds)
        return asking.result()

    def ask_streamed(self, person: Person, text: str, talk: Talk | None = None, *,
                     with_key: bool = False) -> list[tuple[str, dict]]:
        """A turn whose answer comes as it is given; answers its events, in order.

        :raises Finding: when that is refused, or no stream of events is answered.
        """
        outcome = self.try_to_ask_streamed(person, text, talk, with_key=with_key)
        outcome.require_accepted(200)
        if outcome.answer.media_type != "text/event-stream":
            raise Finding(f"the answer to {person.name} should be a stream of events, and is {outcome.answer.media_type}")
        events = list(_events(outcome.answer.text))
        if talk is None and events and events[0][0] == "start":
            self._take_up(person, events[0][1])
        return events

    def try_to_ask_streamed(self, person: Person, text: str, talk: Talk | None = None, *,
                            with_key: bool = False) -> Outcome:
        headers = {"Idempotency-Key": self._keys.setdefault(f"heard: {text}", f"turn-{uuid4()}")} if with_key else None
        return self._ask(person, f"ask {text!r:.60} and hear the answer as it is given", "POST", STREAM,
                         self._question(text, talk, {}), headers)

    def _question(self, text: str, talk: Talk | None, more: dict[str, Any]) -> dict[str, Any]:
        return {"message": text, **({"conversation_id": talk.id} if talk else {}), **more}

    def _take_up(self, person: Person, turn: dict, talk: Talk | None = None) -> None:
        if talk is None:
            new = Talk("", person.tenant, turn["conversation_id"])
            new.name = self.record(new, person)["title"]
            self._by_name[new.name] = new

    def try_to_read(self, person: Person, talk: Talk) -> Outcome:
        return self._ask(person, f"read {talk.name}", "GET", talk.path)

    def try_to_begin_with(self, person: Person, what: str) -> Outcome:
        """Try to begin a conversation with something that should not be taken, or is just taken."""
        return self.try_to_begin(person, **BEGINNINGS[what])

    # Where nobody has anything

    def try_everything(self, person: Person, talk: Talk) -> list[Outcome]:
        """Read it and its messages, rename it, delete it, and ask something in it, in both ways."""
        return [self.try_to_read(person, talk),
                self._ask(person, f"read what was said in {talk.name}", "GET", f"{talk.path}/messages"),
                *self.try_all_changes(person, talk)]

    def try_all_changes(self, person: Person, talk: Talk) -> list[Outcome]:
        """Everything of that but the reading."""
        return [self.try_to_change(talk, person, title="Mine"), self.try_to_delete(talk, person),
                self.try_to_ask(person, "Is anybody there?", talk),
                self.try_to_ask_streamed(person, "Is anybody there?", talk)]

    def of_nobody(self, tenant: Tenant, id_: str | None = None) -> Talk:
        """A conversation that there is not."""
        return Talk("a conversation of nobody", tenant, id_ or str(uuid4()))

    # Reading

    def record(self, talk: Talk, by: Person | None = None) -> dict:
        """The conversation as the platform shows it now, to its tenant's administrator or to somebody else."""
        return self._ask(by or self._administrator(talk), f"read {talk.name}", "GET", talk.path).record

    def messages(self, talk: Talk, by: Person | None = None) -> list[dict]:
        """All that was said in it, in the platform's order."""
        return all_items(self._world.http, by or self._administrator(talk), f"{talk.path}/messages")

    def listed(self, person: Person, **filters: Any) -> list[dict]:
        """All conversations that the person finds, in the platform's order."""
        return all_items(self._world.http, person, CONVERSATIONS, **filters)

    def state_of(self, talk: Talk) -> dict[str, Any]:
        """The whole conversation: its record and its messages; nothing where it is unknown."""
        if talk not in self._by_name.values():
            return {}
        return {"record": self.record(talk), "messages": self.messages(talk)}

    def _administrator(self, talk: Talk) -> Person:
        return self._world.accounts.administrator(talk.tenant)

    def _try(self, talk: Talk, person: Person, words: str, method: str, body: Any) -> Outcome:
        talk.noted = self.state_of(talk)
        return self._ask(person, words, method, talk.path, body)

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None,
             headers: dict[str, str] | None = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, path, token=person.access_token, json_body=body,
                                                                headers=headers))


def _events(text: str) -> Iterator[tuple[str, dict]]:
    """The name and the content of each event of a stream.

    :raises Finding: where something in it is no event.
    """
    for block in text.removesuffix("\n\n").split("\n\n"):
        lines = dict(line.partition(": ")[::2] for line in block.split("\n"))
        if set(lines) != {"event", "data"}:
            raise Finding(f"each event of the stream should have a name and content, and one is {block!r}")
        yield lines["event"], json.loads(lines["data"])
