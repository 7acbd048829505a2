"""What people are told: their inboxes, read as they would read them."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.websocket import Frame, Socket
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

ME = "me"
JUST_NOW = timedelta(seconds=60)
ANSWERS = ("connected", "subscribed", "state", "permissions", "pong")  # frames that tell of nothing that has happened
TOLD = ("id", "kind", "title", "body", "data", "created_at")

class Inboxes:
    """The notifications of a scenario's people."""

    def __init__(self, world: World):
        self._world = world
        self._sockets: dict[str, list[Socket]] = {}  # where somebody looks at the own affairs
        self._told: dict[str, Frame] = {}  # what somebody was told last
        self._read: dict[str, str] = {}  # the id of what somebody read last
        self._marked: dict[str, int] = {}
        self._about: dict = {}  # the notification that was looked at last

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

    def await_mail(self, person: Person, title: str) -> None:
        """The person got one mail of this subject.

        :raises Finding: when none comes in time, or more than one has come.
        """
        mails = await_value(lambda: [mail.message["Subject"] for mail in self._world.mailboxes.delivered(person.email)],
                            lambda subjects: title in subjects, within=self._world.await_seconds,
                            words=lambda subjects: f'{person.name} should be mailed "{title}", and was mailed {subjects}')
        if mails.count(title) != 1:
            raise Finding(f'{person.name} should be mailed "{title}" once, and was {mails.count(title)} times')

    def require_without_mail(self, person: Person, title: str) -> None:
        """:raises Finding: when the person's notification of this title does not come in time, or goes by mail, too."""
        email = self.await_notification(person, title)["email"]
        if email is not None:
            raise Finding(f'"{title}" should be told to {person.name} without a mail, and one goes to {email["to"]}')

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


    # At once

    def watch(self, person: Person) -> None:
        """Subscribe to what concerns the person, on a connection of its own; may be done on several."""
        updates = self._world.live_updates
        socket = updates.connect_anew(person)
        updates.subscribe(socket, ME, f"the own affairs of {person.name}")
        self._sockets.setdefault(person.name, []).append(socket)

    def watch_all(self, person: Person) -> None:
        """Subscribe to what concerns the person and to what concerns the tenant, on a connection of its own."""
        self.watch(person)
        self._world.live_updates.subscribe(self._sockets[person.name][-1], "tenant", person.tenant.name)

    def require_told_nothing(self, person: Person) -> None:
        """Once all work has ended, no connection of the person was told anything, up to an answered ping.

        :raises Finding: showing the frames.
        """
        self._world.await_quiet()
        for socket in self._sockets[person.name]:
            start = len(socket.frames)
            socket.send("ping")
            socket.await_frame("the answer to a ping", lambda frame: frame.type == "pong", self._world.await_seconds, start)
            frames = [frame for frame in socket.frames if frame.type not in ANSWERS]
            if frames:
                raise Finding(f"{person.name} should be told nothing, and was told:\n" + "\n".join(map(str, frames)))

    def require_told(self, person: Person, title: str, within: float) -> None:
        """:raises Finding: when the person is not told so in time on each connection."""
        def fits(frame: Frame) -> bool:
            return _is_notification(frame) and frame.data["title"] == title

        for socket in self._sockets[person.name]:
            self._told[person.name] = socket.await_frame(f'the notification "{title}"', fits, within)

    def require_told_on_each(self, person: Person, title: str) -> None:
        """Told once on each connection, when all work has ended.

        :raises Finding: when it came on one not at all, or more than once.
        """
        self.require_told(person, title, self._world.await_seconds)
        self._world.await_quiet()
        counts = [sum(_is_notification(frame) for frame in socket.frames) for socket in self._sockets[person.name]]
        if set(counts) != {1}:
            raise Finding(f'{person.name} should be told "{title}" once on each connection, and was told something '
                          f"{' and '.join(map(str, counts))} times")

    def require_newest_as_told(self, person: Person) -> None:
        """The newest of the inbox is unread, and says just what the person was told last.

        :raises Finding: naming what differs.
        """
        told, newest = self._told[person.name].data, self.notifications(person)[0]
        different = differences({**{name: told[name] for name in TOLD}, "read_at": None}, newest)
        if different:
            raise Finding(f"what {person.name} was told should stand in the inbox, unread: {different}")

    def require_told_of_reading(self, person: Person, unread: int) -> None:
        """:raises Finding: when a connection is not told what was read last, and how much is unread."""
        expected = {"ids": [self._read[person.name]], "unread_count": unread}
        for socket in self._sockets[person.name]:
            socket.await_frame(f"notification.read with {expected}", lambda frame: (
                frame.type == "notification.read" and {name: frame.data[name] for name in expected} == expected),
                self._world.await_seconds)

    # In the inbox

    def read(self, person: Person, title: str) -> None:
        """Mark the notification of this title as read."""
        found = self.await_notification(person, title)
        self._read[person.name] = found["id"]
        self._ask(person, "POST", f"/notifications/{found['id']}/read", f'read "{title}"').require_accepted(200)

    def read_all(self, person: Person) -> None:
        """Mark all as read."""
        self._marked[person.name] = self._ask(person, "POST", "/notifications/read-all", "read all").record["marked"]

    def require_reason(self, person: Person, title: str, reason: str) -> None:
        """The notification of this title says why, in its text and by itself.

        :raises Finding: when it does not.
        """
        found = self.await_notification(person, title)
        if found["data"].get("reason") != reason or reason not in found["body"]:
            raise Finding(f'"{title}" should tell {person.name} why: {reason!r}, and says {found["data"]} and '
                          f'{found["body"]!r}')

    def require_about(self, person: Person, title: str, expected: dict[str, str]) -> None:
        """The notification of this title is of this kind, unread, of just now, and its data are exactly these, with the id
        of a record beside them.

        :raises Finding: naming what differs.
        """
        found = self._about = self.await_notification(person, title)
        data = {name: value for name, value in found["data"].items() if name != "object_id"}
        wanted = {name: value for name, value in expected.items() if name != "kind"}
        now = self._world.operations.platform_now()
        age = now - datetime.fromisoformat(found["created_at"])
        if (found["kind"], found["read_at"], data) != (expected["kind"], None, wanted) or not abs(age) < JUST_NOW:
            raise Finding(f'"{title}" should be unread, of {now}, of the kind {expected["kind"]} and about {wanted}, and is '
                          f'{found["kind"]}, read {found["read_at"]}, of {found["created_at"]} and about {data}')

    def require_names(self, record_id: str, name: str) -> None:
        """The notification that was looked at last is about this record.

        :raises Finding: when it names another.
        """
        if self._about["data"]["object_id"] != record_id:
            raise Finding(f'"{self._about["title"]}" should name {name} by its id {record_id}, and names '
                          f'{self._about["data"]["object_id"]}')

    def require_marked(self, person: Person, count: int) -> None:
        """:raises Finding: when the last reading of all marked another number."""
        if self._marked[person.name] != count:
            raise Finding(f"{person.name} should have read {count}, and read {self._marked[person.name]}")

    def require_listed(self, person: Person, expected: list[dict[str, str]]) -> None:
        """The whole inbox, newest first.

        :raises Finding: when it holds something else.
        """
        for row in expected:
            self.await_notification(person, row["title"])
        found = [{"title": each["title"], "unread": "no" if each["read_at"] else "yes"}
                 for each in self.notifications(person)]
        if found != expected:
            raise Finding(f"{person.name}'s inbox should be {expected}, and is {found}")

    def require_unread(self, person: Person, count: int) -> None:
        """:raises Finding: when another number is unread."""
        found = self._ask(person, "GET", "/notifications/unread-count", "count what is unread").record
        if found != {"unread_count": count}:
            raise Finding(f"{person.name} should have {count} unread, and has {found}")

    def require_unread_titles(self, person: Person, titles: list[str]) -> None:
        """:raises Finding: when the list of what is unread holds anything else."""
        found = [each["title"] for each in all_items(self._world.http, person, f"{V2}/notifications", unread="true")]
        if found != titles:
            raise Finding(f"{person.name}'s unread notifications should be {titles}, and are {found}")

    def try_to_read(self, person: Person, whose: Person) -> Outcome:
        """Read the newest notification of somebody else."""
        return self._ask(person, "GET", f"/notifications/{self._newest(whose)}", f"read {whose.name}'s notification")

    def try_to_mark(self, person: Person, whose: Person) -> Outcome:
        """Mark the newest notification of somebody else as read."""
        return self._ask(person, "POST", f"/notifications/{self._newest(whose)}/read", f"mark {whose.name}'s notification")

    def require_opened_as_listed(self, person: Person) -> None:
        """:raises Finding: when the newest notification says something else by itself than in the list."""
        listed = self.notifications(person)[0]
        opened = self.try_to_read(person, person).record
        if opened != listed:
            raise Finding(f"the notification should be {listed}, as in the list, and is {opened} when it is opened")

    def _newest(self, person: Person) -> str:
        return await_value(lambda: self.notifications(person), bool, within=self._world.await_seconds,
                           words=lambda _: f"{person.name} should have been notified of something")[0]["id"]

    def _ask(self, person: Person, method: str, path: str, words: str) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, f"{V2}{path}", token=person.access_token))


def _is_notification(frame: Frame) -> bool:
    return frame.type == "notification" and frame.topic == ME


def _titles(items: list[dict]) -> str:
    counts = Counter(each["title"] for each in items)
    return ", ".join(f'"{title}" ({count})' for title, count in counts.items()) or "of nothing"
