"""What people are told: their inboxes, read as they would read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.awaiting import await_value
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class Inboxes:
    """The notifications of a scenario's people."""

    def __init__(self, world: World):
        self._world = world

    def notifications(self, person: Person, title: str | None = None) -> list[dict]:
        """The person's notifications, newest first: all, or those with this title."""
        found = all_items(self._world.http, person, f"{V2}/notifications")
        return [each for each in found if title in (None, each["title"])]

    def await_notification(self, person: Person, title: str) -> dict:
        """The person's notification of this title.

        :raises Finding: when none comes in time, or more than one has come.
        """
        found = await_value(
            lambda: self.notifications(person), lambda items: any(each["title"] == title for each in items),
            within=self._world.await_seconds,
            words=lambda items: f'{person.name} should be notified "{title}", and was notified {_titles(items)}')
        matching = [each for each in found if each["title"] == title]
        if len(matching) > 1:
            raise Finding(f'{person.name} should be notified once "{title}", and was notified {len(matching)} times')
        return matching[0]

    def require_exactly(self, person: Person, count: int, title: str | None = None) -> None:
        """Once all work has ended, the person has so many notifications: of this title, or at all.

        :raises Finding: showing what the inbox holds.
        """
        self._world.await_quiet()
        found = self.notifications(person, title)
        if len(found) != count:
            of = f' "{title}"' if title is not None else ""
            raise Finding(f"{person.name} should have {count} notifications{of}, and has {len(found)}; the inbox holds "
                          f"{_titles(self.notifications(person))}")


def _titles(items: list[dict]) -> str:
    return ", ".join(f'"{each["title"]}"' for each in items) or "of nothing"
