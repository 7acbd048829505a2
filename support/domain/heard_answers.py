"""Answers as they are heard piece by piece, and what must be true of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain.comparing import differences
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.conversations import Talk
    from support.world import World

SILENT = {"title": "Language model unavailable", "status": 503}


class HeardAnswers:
    """The last answer that somebody of the scenario heard as it was given."""

    def __init__(self, world: World):
        self._world = world
        self._events: list[tuple[str, dict]] = []

    def ask(self, person: Person, text: str, talk: Talk | None = None, *, with_key: bool = False) -> None:
        """Ask, and keep what is heard."""
        self._events = self._world.conversations.ask_streamed(person, text, talk, with_key=with_key)

    def require_whole(self, person: Person, least: int) -> None:
        """A beginning, so many pieces or more, and an end: the turn as it is kept, whose answer is the pieces together.

        :raises Finding: showing what was heard.
        """
        pieces = self._pieces(person, "end", least)
        talk, (_, end) = self._world.conversations.talk(""), self._events[-1]
        kept = {each["id"]: each for each in self._world.conversations.messages(talk)}
        different = differences({"question": kept.get(end["question"]["id"]), "answer": kept.get(end["answer"]["id"])}, end)
        if different or pieces != end["answer"]["content"] or end["question"]["state"] != "answered":
            raise Finding(f"what {person.name} hears should be what is kept: {different or (pieces, end)}")

    def require_broken_off(self, person: Person, least: int) -> None:
        """A beginning, so many pieces or more (none: none), and that the language model is not available.

        :raises Finding: showing what was heard.
        """
        pieces = self._pieces(person, "error", least)
        if self._events[-1][1] != SILENT or (least == 0 and pieces):
            raise Finding(f"{person.name} should hear at last {SILENT}, and hears {self._events}")
        self._world.language_model.require_nothing_told_of_the_inside(str(self._events))

    def _pieces(self, person: Person, last: str, least: int) -> str:
        """What is said between the beginning and this end.

        :raises Finding: when there is something else.
        """
        names = [name for name, _ in self._events]
        count = len(names) - 2
        talk = self._world.conversations.talk("")
        begins = self._events[0] == ("start", {"conversation_id": talk.id})
        if names != ["start", *["chunk"] * count, last] or count < least or not begins:
            raise Finding(f"{person.name} should hear a beginning, {least} pieces or more, and {last}, and hears "
                          f"{self._events}")
        return "".join(data["content"] for name, data in self._events if name == "chunk")
