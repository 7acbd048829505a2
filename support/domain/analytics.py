"""Analytics: what people ask for, what is recorded of it, and the figures that it comes to."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.domain.analytics_promises import AnalyticsPromises
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.findings import WrongScenario

if TYPE_CHECKING:
    from support.world import World

ANALYTICS = f"{V2}/analytics"
REFUSING = "muster_refuses_call_records"
# What people ask for, and how: verb, address, and the pattern under which it is counted.
ASKED = {
    "the own record": ("GET", "/me", "/me"),
    "the roles": ("GET", "/roles", "/roles"),
    "a person": ("GET", "/people/{person}", "/people/{person_id}"),
    "a mission that nobody has": ("GET", "/missions/{nobody}", "/missions/{mission_id}"),
    "people in a way that there is not": ("GET", "/people?colour=red", "/people"),
    "a change of the own record": ("PATCH", "/me", "/me"),
    "a run of what recurs": ("POST", "/background/schedule/audit.purge/run", "/background/schedule/{task_name}/run"),
}


class Analytics(AnalyticsPromises):
    """What people do that is counted, and (in the base class) what the figures must then be."""

    def __init__(self, world: World):
        self._world = world
        self._noted: dict[str, dict] = {}  # tenant -> its summary before
        self._anchor: date | None = None
        self._downloads: dict[str, Outcome] = {}

    # Days, as a feature calls them; counted from when one was first spoken of

    @property
    def today(self) -> date:
        if self._anchor is None:
            self._anchor = self._world.operations.platform_now().date()
        return self._anchor

    def day(self, words: str) -> date:
        """The day of "today", "yesterday", "3 days ago", "tomorrow" or "that day": when this was first asked."""
        known = {"today": 0, "that day": 0, "yesterday": 1, "tomorrow": -1}
        if words not in known and not words.endswith(" days ago"):
            raise WrongScenario(f"“{words}” is no day: say today, yesterday, 3 days ago")
        return self.today - timedelta(days=known[words] if words in known else int(words.split()[0]))

    # What is counted

    def ask(self, person: Person, what: str, times: int = 1) -> list[Outcome]:
        """Ask for something so many times, whatever becomes of it."""
        return [self._ask_for(person, what) for _ in range(times)]

    def ask_and_be_counted(self, person: Person, what: str, times: int) -> None:
        """Ask for something so many times, and wait until that is recorded.

        :raises Finding: when it is not in time.
        """
        self.note(person.tenant)
        self.ask(person, what, times)
        self.await_more(person.tenant, self._world.await_seconds, calls=times)

    def ask_at_once(self, person: Person, what: str, times: int) -> list[Outcome]:
        return at_once([lambda: self._ask_for(person, what)] * times)

    def _ask_for(self, person: Person, what: str) -> Outcome:
        if what not in ASKED:
            raise WrongScenario(f"nobody has said here how to ask for {what}; known are {', '.join(ASKED)}")
        method, path, _ = ASKED[what]
        body = {"full_name": person.full_name} if method == "PATCH" else None
        return Outcome(person.name, f"ask for {what}", self._world.http.ask(
            method, V2 + path.format(person=person.id, nobody=uuid4()), token=person.access_token, json_body=body))

    def record_calls(self, tenant: Tenant, calls: list[dict[str, str]]) -> None:
        """Write calls into the database, as if they had been recorded: when and how long they took cannot be had by
        asking."""
        for row in calls:
            day, _, clock = row["when"].partition(" at ")
            at = datetime.combine(self.day(day), time.fromisoformat(clock or "12:00"), UTC)
            for took in row["milliseconds"].split(", "):
                self._world.database.execute(
                    """INSERT INTO call_records (tenant_id, person_id, at, method, route, status, duration_ms, request_id)
                       VALUES (:tenant, :person, :at, 'GET', '/api/v2/roles', :status, :took, 'recorded-by-muster')""",
                    tenant=tenant.id, person=self._world.people[row["who"]].id, at=at, status=int(row["status"]),
                    took=float(took))

    def record_tokens(self, tenant: Tenant, turns: list[dict[str, str]]) -> None:
        """The same for what language models cost."""
        for row in turns:
            prompt, completion = int(row["prompt"]), int(row["completion"])
            self._world.database.execute(
                """INSERT INTO usage_records (tenant_id, person_id, conversation_id, model, prompt_tokens,
                       completion_tokens, total_tokens, at)
                   VALUES (:tenant, :person, :conversation, :model, :prompt, :completion, :total, :at)""",
                tenant=tenant.id, person=self._world.people[row["who"]].id, conversation=str(uuid4()), model=row["model"],
                prompt=prompt, completion=completion, total=prompt + completion,
                at=datetime.combine(self.day(row["when"]), time(12), UTC))

    def let_recording_fail(self) -> None:
        """Let PostgreSQL take no more records of calls."""
        self._world.clean_up("let calls be recorded again", self.let_recording_succeed)
        self._world.database.execute(f"ALTER TABLE call_records ADD CONSTRAINT {REFUSING} CHECK (false) NOT VALID")

    def let_recording_succeed(self) -> None:
        self._world.database.execute(f"ALTER TABLE call_records DROP CONSTRAINT IF EXISTS {REFUSING}")

    # Reading

    def try_to_read(self, person: Person, what: str, **asked: Any) -> Outcome:
        """summary, daily, routes, tokens or export."""
        return Outcome(person.name, f"read the {what} of the figures", self._world.http.ask(
            "GET", f"{ANALYTICS}/{what}", token=person.access_token, parameters=asked))

    def try_to_recompute(self, person: Person, day: date) -> Outcome:
        return Outcome(person.name, f"have {day} computed", self._world.http.ask(
            "POST", f"{ANALYTICS}/daily", token=person.access_token, json_body={"date": str(day)}))

    def summary(self, person: Person, **asked: Any) -> dict:
        return self.try_to_read(person, "summary", **asked).record

    def days(self, person: Person, first: str, last: str) -> list[dict]:
        return all_items(self._world.http, person, f"{ANALYTICS}/daily", **self.range(first, last))

    def listed(self, person: Person, what: str) -> list[dict]:
        return all_items(self._world.http, person, f"{ANALYTICS}/{what}")

    def range(self, first: str, last: str) -> dict[str, str]:
        return {"date_from": str(self.day(first)), "date_to": str(self.day(last))}

    def download(self, person: Person, format: str, first: str, last: str) -> None:
        """:raises Finding: when that is refused."""
        self._downloads[format] = self.try_to_read(person, "export", format=format, **self.range(first, last))
        self._downloads[format].require_accepted(200)

    def downloaded_rows(self) -> list[dict[str, str]]:
        """The lines of the CSV file, by its header."""
        return list(csv.DictReader(io.StringIO(self._downloads["csv"].answer.text, newline="")))
