"""The daily mail of a tenant's figures, as its recipients find it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from support.domain.comparing import differences
from support.domain.people import Person, Tenant
from support.findings import Finding

if TYPE_CHECKING:
    from support.stand_ins.mail import Mail
    from support.world import World

NAME = "analytics-export"
COMES_WITHIN_SECONDS = 15.0  # in which the scheduler is sure to have noticed that an hour has come


class DailyFigures:
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

    def __init__(self, world: World):
        self._world = world
        self._recipients: list[str] = []
        self._format = ""

    def switch_on(self, person: Person, hour: int, format: str) -> None:
        """For two recipients of the scenario's own. It is a call like others: it is counted before anything else is done."""
        self._world.analytics.note(person.tenant)
        self._recipients = [self._world.data.email(name) for name in ("first", "second")]
        self._format = format
        self._world.plugins.try_to_enable(person, NAME, {
            "format": format, "recipients": self._recipients, "hour": hour}).require_accepted(200)
        self._world.analytics.await_more(person.tenant, self._world.await_seconds, calls=1)

    def look_twice_at_once(self, tenant: Tenant) -> None:
        """Have the platform look whose hour has come, twice at the same moment, and wait until all work has ended."""
        self._world.schedules.run("plugins.analytics_export", tenant, times_at_once=2)

    def require_mails(self, count: int) -> None:
        """:raises Finding: when a recipient has got more or fewer, once all work has ended."""
        self._world.await_quiet()
        found = {address: len(self._world.mailboxes.delivered(address)) for address in self._recipients}
        if set(found.values()) != {count}:
            raise Finding(f"each recipient should have got {count} mails of figures, and it is {found}")

    def require_mail(self, tenant: Tenant, day: str, figures: dict[str, str]) -> None:
        """One mail came for each, which names tenant and day, says these figures, and has a file of the same.

        :raises Finding: naming what differs.
        """
        date = self._world.analytics.day(day)
        for address in self._recipients:
            mail = self._world.mailboxes.await_delivered(address, 1, COMES_WITHIN_SECONDS)
            subject, lines = str(mail.message["Subject"]), mail.part("plain").splitlines()
            if subject != f"Figures of {tenant.name} for {date}":
                raise Finding(f"the mail should be of {tenant.name} and {date}, and is {subject!r}")
            missing = [f"{name}: {value}" for name, value in figures.items() if f"{name}: {value}" not in lines]
            if missing:
                raise Finding(f"the mail should say {missing}, and says {lines}")
            self._require_file(mail, str(date), figures["Calls"])
        self.require_mails(1)

    def _require_file(self, mail: Mail, date: str, calls: str) -> None:
        names = [part.get_filename() for part in mail.message.iter_attachments()]
        if names != [f"analytics_{date}_{date}.{self._format}"]:
            raise Finding(f"the mail should have the file of {date}, and has {names}")
        content = next(mail.message.iter_attachments()).get_content()
        text = content if isinstance(content, str) else content.decode()
        days = (json.loads(text)["days"] if self._format == "json"
                else list(csv.DictReader(io.StringIO(text, newline=""))))
        different = differences({"date": date, "calls": calls}, {name: str(days[0][name]) for name in ("date", "calls")})
        if len(days) != 1 or different:
            raise Finding(f"the file should hold the one day: {different or days}")
