"""What must be true of conversations, whoever reads them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.listing import all_items, in_pages
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.conversations import Talk
    from support.domain.missions import Mission
    from support.domain.outcomes import Outcome
    from support.domain.people import Person
    from support.world import World

class ConversationPromises:
    """The checks of Conversations."""

    _world: World

    def require_begun(self, record: dict, person: Person, **sent: Any) -> None:
        """A fresh conversation is as it was begun, and empty.

        :raises Finding: naming what differs.
        """
        expected = {"system_prompt": None, "visibility": "private", **sent, "owner_id": person.id, "mission_id": None,
                    "archived": False, "message_count": 0, "total_tokens": 0, "last_message_at": None}
        different = differences(expected, record)
        if different:
            raise Finding(f"the conversation that {person.name} began is not as it was begun: {different}")

    def require_shown(self, talk: Talk, answered: dict, **fields: Any) -> None:
        """What a change answered has these values, and is what is now read.

        :raises Finding: naming what differs.
        """
        different = differences(fields, answered) or differences(answered, self.record(talk))
        if different:
            raise Finding(f"{talk.name} should be as it was changed: {different}")

    def require(self, talk: Talk, **expected: Any) -> None:
        """:raises Finding: naming what of the conversation is not as it should be."""
        different = differences(expected, self.record(talk))
        if different:
            raise Finding(f"{talk.name}: {different}")

    def require_unchanged(self, talk: Talk) -> None:
        """The conversation and all that was said in it are as they were before the last attempt to change it.

        :raises Finding: naming what differs.
        """
        different = differences(talk.noted, self.state_of(talk))
        if different:
            raise Finding(f"nothing of {talk.name} should have changed: {different}")

    def require_unknown_like(self, outcomes: list[Outcome], nobodys: list[Outcome]) -> None:
        """Each was refused as unknown, in exactly the words in which the same is refused of what nobody has.

        :raises Finding: naming the first that was not.
        """
        for outcome, nobody in zip(outcomes, nobodys, strict=True):
            outcome.require_unknown_like(nobody)

    def require_read_alike(self, talk: Talk, person: Person, other: Person) -> None:
        """Both read the same of it: its record and all that was said.

        :raises Finding: naming what differs.
        """
        different = differences(self.record(talk, other), self.record(talk, person))
        if different or self.messages(talk, person) != self.messages(talk, other):
            raise Finding(f"{person.name} should read {talk.name} as {other.name} does: "
                          f"{different or 'the messages differ'}")

    def require_replayed(self, outcomes: list[Outcome]) -> None:
        """The second was answered from what the first was answered, and says so.

        :raises Finding: when the answers differ.
        """
        first, second = outcomes
        second.require_accepted(200)
        second.require_header("Idempotency-Replayed", "true")
        if first.record != second.record:
            raise Finding(f"sent twice with one key {first.what} should be answered the same, and was answered "
                          f"{first.record['answer']} and {second.record['answer']}")

    def require_last_answer(self, talk: Talk, **expected: Any) -> None:
        """:raises Finding: naming what of the last answer is not as it should be."""
        different = differences({"role": "assistant", **expected}, self.messages(talk)[-1])
        if different:
            raise Finding(f"the last answer in {talk.name}: {different}")

    def require_took(self, talk: Talk, least: int, most: int) -> None:
        """:raises Finding: when the last answer tells of another time."""
        took = self.messages(talk)[-1]["latency_ms"]
        if not isinstance(took, int) or not least <= took <= most:
            raise Finding(f"the last answer in {talk.name} should have taken {least} to {most} ms, and tells of {took}")

    def require_gone(self, talk: Talk, person: Person) -> None:
        """Whoever looks for it is told that there is no such conversation.

        :raises Finding: when it can be read, or is listed.
        """
        for outcome in self.try_everything(person, self.of_nobody(talk.tenant, talk.id)):
            outcome.require_refused("unknown")
        if talk.id in [each["id"] for each in self.listed(person, include_archived="true")]:
            raise Finding(f"{talk.name} is deleted, and {person.name} still finds it")

    def require_found(self, person: Person, titles: list[str], **filters: Any) -> None:
        """The person finds exactly these conversations, in this order.

        :raises Finding: naming what is found.
        """
        found = [each["title"] for each in self.listed(person, **filters)]
        if found != titles:
            raise Finding(f"{person.name} should find the conversations {titles}, in this order, and finds {found}")

    def require_pages(self, person: Person, size: int, expected: list[list[str]]) -> None:
        """The person's conversations come in these pages, each said to be of the same whole.

        :raises Finding: showing the pages.
        """
        pages = in_pages(self._world.http, person, "/api/v2/conversations", size)
        pages.require_each_once(sum(map(len, expected)))
        found = [[each["title"] for each in page["items"]] for page in pages.pages]
        if found != expected:
            raise Finding(f"{person.name}'s conversations should come in the pages {expected}, and come in {found}")

    def require_turn(self, talk: Talk, person: Person, text: str, turn: dict) -> None:
        """What a turn answered: the question as it was asked, its answer right after it, both as they are then kept.

        :raises Finding: naming what differs.
        """
        question, answer = turn["question"], turn["answer"]
        expected = {"conversation_id": talk.id, "role": "user", "content": text, "author_id": person.id,
                    "state": "answered", "model": None, "total_tokens": None}
        follows = {"conversation_id": talk.id, "role": "assistant", "sequence": question["sequence"] + 1,
                   "author_id": None, "state": None}
        different = differences(expected, question) or differences(follows, answer)
        kept = {each["id"]: each for each in self.messages(talk)}
        if different or kept.get(question["id"]) != question or kept.get(answer["id"]) != answer:
            raise Finding(f"the turn in which {person.name} asked {text!r:.60} should be kept as it was answered: "
                          f"{different or [kept.get(question['id']), kept.get(answer['id'])]}")

    def require_said(self, talk: Talk, expected: list[dict[str, str]], by: Person | None = None) -> None:
        """Exactly this was said, in this order, numbered from 1 without a gap; "unanswered" stands behind a question that
        is. The conversation counts as many messages.

        :raises Finding: showing what was said.
        """
        messages = self.messages(talk, by)
        people = {each.id: each.name for each in [*self._world.people.values(), talk.tenant.administrator] if each}
        said = [{"who": "the model" if each["role"] == "assistant" else people.get(each["author_id"], "a stranger"),
                 "what": each["content"] + (", unanswered" if each["state"] == "unanswered" else "")} for each in messages]
        if said != expected:
            raise Finding(f"in {talk.name} there should have been said {expected}, and was {said}")
        numbers = [each["sequence"] for each in messages]
        if numbers != list(range(1, len(messages) + 1)):
            raise Finding(f"what was said in {talk.name} should be numbered 1 to {len(messages)}, and is numbered {numbers}")
        self.require_counted(talk)

    def require_message_pages(self, talk: Talk, size: int) -> None:
        """Read page by page, the messages are those of the whole list, each once.

        :raises Finding: showing the pages.
        """
        whole = self.messages(talk)
        pages = in_pages(self._world.http, self._world.accounts.administrator(talk.tenant), f"{talk.path}/messages", size)
        pages.require_each_once(len(whole))
        if pages.items != whole:
            raise Finding(f"the messages of {talk.name} should be the same in pages of {size} as in one")

    def require_counted(self, talk: Talk) -> None:
        """The conversation counts its messages and its tokens rightly, where it is read and where it is listed.

        :raises Finding: naming what it counts.
        """
        messages, record = self.messages(talk), self.record(talk)
        expected = {"message_count": len(messages), "total_tokens": sum(each["total_tokens"] or 0 for each in messages),
                    "last_message_at": messages[-1]["created_at"] if messages else None}
        different = differences(expected, record)
        if record["visibility"] != "mission":
            administrator = self._world.accounts.administrator(talk.tenant)
            listed = {each["id"]: each for each in self.listed(administrator, include_archived="true")}
            different = different or differences(record, listed[talk.id])
        if different:
            raise Finding(f"{talk.name} should count what was said in it: {different}")

    def require_in_turn(self, talk: Talk, texts: list[str], answer_to: Any) -> None:
        """Each of these was asked once, in whatever order, and each is followed by its own answer.

        :raises Finding: showing what was said.
        """
        said = [(each["sequence"], each["role"], each["content"]) for each in self.messages(talk)]
        asked = [content for _, role, content in said if role == "user"]
        turns = [(number, *each) for number, each in enumerate(
            (part for text in asked for part in (("user", text), ("assistant", answer_to(text)))), 1)]
        if sorted(asked) != sorted(texts) or said != turns:
            raise Finding(f"in {talk.name} {len(texts)} questions should each be followed by their answers, and there was "
                          f"said {said}")

    def require_chat_gone(self, talk: Talk) -> None:
        """What was the chat of a mission does not exist any more.

        :raises Finding: when it can be read.
        """
        administrator = self._world.accounts.administrator(talk.tenant)
        for outcome in self.try_everything(administrator, self.of_nobody(talk.tenant, talk.id)):
            outcome.require_refused("unknown")

    def require_times(self, talk: Talk) -> None:
        """Each message tells when it was said: none before the one that it follows, all between the first and now.

        :raises Finding: showing the times.
        """
        times = [datetime.fromisoformat(each["created_at"]) for each in self.messages(talk)]
        if times != sorted(times) or times[-1] > self._world.operations.platform_now() + timedelta(seconds=1):
            raise Finding(f"what was said in {talk.name} should tell when that was, in order, and tells {times}")

    def require_told_late(self, outcome: Outcome, least: float, most: float, waited: float) -> None:
        """Refused after so many seconds; meanwhile others were answered, and nobody had to wait for ``waited`` seconds.

        :raises Finding: when it took longer, or was given up before, or somebody else waited.
        """
        took, waits = outcome.answer.milliseconds / 1000, self._world.noted["waits"]
        if not least <= took <= most:
            raise Finding(f"{outcome.who} should be told after {least} to {most} s, and was after {took:.2f} s")
        if not waits or max(waits) >= waited * 1000:
            raise Finding(f"others should be answered within {waited} s meanwhile, and of {len(waits)} one waited "
                          f"{max(waits, default=0):.0f} ms")

    def note_mission(self, mission: Mission) -> None:
        """How the mission stands, and all that belongs to it, to be compared with how it is later."""
        self._world.await_quiet()
        self._world.noted["mission"] = self._all_of(mission)

    def require_mission_unchanged(self, mission: Mission) -> None:
        """:raises Finding: naming what of the mission is not as it was noted."""
        self._world.await_quiet()
        different = differences(self._world.noted["mission"], self._all_of(mission))
        if different:
            raise Finding(f"no words should do anything to {mission.name}, and this has changed: {different}")

    def _all_of(self, mission: Mission) -> dict[str, Any]:
        missions = self._world.missions
        return {"record": missions.record(mission), "statistics": missions.statistics(mission),
                "approvals": all_items(self._world.http, mission.owner, f"{mission.path}/approvals"),
                "targets": all_items(self._world.http, mission.owner, f"{mission.path}/targets")}

    def require_kept_question(self, talk: Talk, outcome: Outcome) -> None:
        """The refusal names the question that is kept, unanswered, as the last of the conversation.

        :raises Finding: naming what it names.
        """
        outcome.require_refused("impossible, since the language model is silent")
        last = self.messages(talk)[-1]
        named = {name: outcome.answer.json[name] for name in ("conversation_id", "message_id")}
        different = differences({"conversation_id": talk.id, "message_id": last["id"]}, named) or differences(
            {"state": "unanswered", "role": "user"}, last)
        if different:
            raise Finding(f"{outcome.who} should be told which question is kept: {different}")
        self._world.language_model.require_nothing_told_of_the_inside(outcome.answer.text)
