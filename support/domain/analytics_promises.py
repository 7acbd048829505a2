"""What must be true of the figures of a tenant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.people import Person, Tenant
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

COLUMNS = ("calls", "errors", "unique_people", "avg_response_ms", "p95_response_ms", "prompt_tokens", "completion_tokens",
           "total_tokens")
ADDED_UP = ("calls", "errors", "prompt_tokens", "completion_tokens", "total_tokens")
# A figure as a feature calls it.
FIGURES = {"calls": "calls", "errors": "errors", "people": "unique_people", "mean": "avg_response_ms",
           "p95": "p95_response_ms", "prompt": "prompt_tokens", "completion": "completion_tokens", "total": "total_tokens"}
TURNS = "/api/v2/chat"  # where a turn of a conversation is asked for
BY_ITSELF_SECONDS = 15.0  # in which the scheduler is sure to have noticed that a time has come


class AnalyticsPromises:
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

    _world: World
    summary: Callable[..., dict]
    _noted: dict[str, dict]

    def note(self, tenant: Tenant) -> None:
        """Remember how the figures are."""
        self._noted[tenant.name] = self.summary(self._reader(tenant))

    def await_more(self, tenant: Tenant, within: float, **more: int) -> None:
        """Since they were noted the figures have risen by exactly that, no later than within this time.

        :raises Finding: when they have not, or by something else.
        """
        before = self._noted.get(tenant.name) or dict.fromkeys(ADDED_UP, 0)
        wanted = {name: before[name] + count for name, count in more.items()}
        seen = await_value(lambda: self.summary(self._reader(tenant)),
                           lambda found: all(found[name] >= count for name, count in wanted.items()), within=within,
                           words=lambda found: f"the figures of {tenant.name} should come to {wanted}, and are "
                                               f"{ {name: found[name] for name in wanted} }")
        different = differences(wanted, seen)
        if different:
            raise Finding(f"the figures of {tenant.name} are more than what was done: {different}")

    def require_figures(self, tenant: Tenant, first: str, last: str, expected: dict[str, str]) -> None:
        """The summary of these days says exactly that.

        :raises Finding: naming each figure that is another.
        """
        seen = self.summary(self._reader(tenant), **self.range(first, last))
        different = differences({**_numbers(expected), **self.range(first, last)}, seen)
        if different:
            raise Finding(f"the summary of {tenant.name} from {first} to {last} is not so: {different}")

    def require_statuses(self, tenant: Tenant, first: str, last: str, expected: dict[str, int]) -> None:
        """:raises Finding: when it counts other answers."""
        seen = self.summary(self._reader(tenant), **self.range(first, last))["by_status"]
        if seen != expected:
            raise Finding(f"the answers of {tenant.name} should be {expected}, and are {seen}")

    def require_last_days(self, person: Person, calls: int) -> None:
        """Without a range the summary is that of seven days with today, and says so.

        :raises Finding: when it is of others.
        """
        different = differences({**self.range("6 days ago", "today"), "calls": calls}, self.summary(person))
        if different:
            raise Finding(f"without a range the summary should be of the last seven days: {different}")

    def require_days(self, tenant: Tenant, first: str, last: str, expected: list[dict[str, str]]) -> None:
        """Each day of the range in order, with these figures; no other.

        :raises Finding: naming what differs.
        """
        seen = self.days(self._reader(tenant), first, last)
        wanted = [{"date": str(self.day(row["day"])), **_numbers({name: row[name] for name in row if name != "day"})}
                  for row in expected]
        named = [each["date"] for each in wanted]
        if [each["date"] for each in seen] != named:
            raise Finding(f"the days should be {named}, and are {[each['date'] for each in seen]}")
        different = [f"{row['date']}: {words}" for row, found in zip(wanted, seen, strict=True)
                     if (words := differences(row, found))]
        if different:
            raise Finding(f"the figures by day are not so: {'; '.join(different)}")

    def require_finality(self, tenant: Tenant) -> None:
        """:raises Finding: when today is called over, or yesterday is not."""
        seen = {each["date"]: each["final"] for each in self.days(self._reader(tenant), "yesterday", "today")}
        if list(seen.values()) != [True, False]:
            raise Finding(f"yesterday should be final and today not, and they are {seen}")

    def require_adding_up(self, tenant: Tenant, first: str, last: str) -> None:
        """Calls, failures and tokens of the days come to those of the summary, and the files say the same.

        :raises Finding: naming what does not.
        """
        reader = self._reader(tenant)
        whole, days = self.summary(reader, **self.range(first, last)), self.days(reader, first, last)
        sums = {name: sum(day[name] for day in days) for name in ADDED_UP}
        different = differences(sums, whole)
        if different or not whole["calls"]:
            raise Finding(f"the days of {tenant.name} should add up to the summary: {different or 'nothing is counted'}")
        for format in ("csv", "json"):
            self.download(reader, format, first, last)
        shown = [{name: day[name] for name in ("date", *COLUMNS)} for day in days]
        in_file = self._downloads["json"].answer.json["days"]
        if in_file != shown:
            raise Finding(f"the file's days should be {shown}, and are {in_file}")
        lines = [{name: "" if value is None else str(value) for name, value in day.items()} for day in shown]
        if self.downloaded_rows() != lines:
            raise Finding(f"the lines of the file should be {lines}, and are {self.downloaded_rows()}")

    def require_csv(self, tenant: Tenant, first: str, last: str, expected: list[dict[str, str]]) -> None:
        """The file has its header and exactly these lines, and comes as a file of its name.

        :raises Finding: naming what differs.
        """
        name = f"analytics_{self.day(first)}_{self.day(last)}.csv"
        answer = self._downloads["csv"].answer
        self._require_file("csv", name, "text/csv")
        header, *lines = answer.text.split("\r\n")
        if header != ",".join(("date", *COLUMNS)):
            raise Finding(f"the header of {name} is {header!r}")
        wanted = [",".join((str(self.day(row["day"])), *(row[each] for each in FIGURES))) for row in expected]
        if lines != [*wanted, ""]:
            raise Finding(f"the lines of {name} should be {wanted}, and are {lines}")

    def require_json(self, tenant: Tenant, first: str, last: str) -> None:
        """The file says of which tenant and days it is, and holds the days of the other and their total.

        :raises Finding: naming what differs.
        """
        self._require_file("json", f"analytics_{self.day(first)}_{self.day(last)}.json", "application/json")
        found = self._downloads["json"].answer.json
        whole = self.summary(self._reader(tenant), **self.range(first, last))
        different = differences({"tenant": tenant.slug, **self.range(first, last),
                                 "totals": {name: whole[name] for name in COLUMNS}}, found)
        lines = [{name: "" if value is None else str(value) for name, value in day.items()} for day in found["days"]]
        if different or lines != self.downloaded_rows():
            raise Finding(f"the file should hold the days of the table: {different} {lines}")

    def _require_file(self, format: str, name: str, media_type: str) -> None:
        answer = self._downloads[format].answer
        different = differences({"kind": media_type, "name": f'attachment; filename="{name}"'},
                                {"kind": answer.media_type, "name": answer.headers.get("Content-Disposition")})
        if different:
            raise Finding(f"the {format} file is not so: {different}")

    def require_routes(self, person: Person, expected: list[dict[str, str]], asked: dict[str, tuple[str, str, str]]) -> None:
        """Exactly these were asked for, most first.

        :raises Finding: showing the list.
        """
        wanted = [(*_pattern(asked[row["asked for"]]), int(row["calls"]), int(row["errors"])) for row in expected]
        seen = [(each["method"], each["route"], each["calls"], each["errors"]) for each in self.listed(person, "routes")]
        if seen != wanted:
            raise Finding(f"asked for should be {wanted}, and is {seen}")

    def await_asked_for(self, person: Person, asked: tuple[str, str, str], times: int, within: float) -> None:
        """:raises Finding: when this was not counted so many times in time."""
        wanted = (*_pattern(asked), times)
        await_value(lambda: [(each["method"], each["route"], each["calls"]) for each in self.listed(person, "routes")],
                    lambda found: wanted in found, within=within,
                    words=lambda found: f"among what was asked for there should be {wanted}, and there is {found}")

    def await_slow_turns(self, person: Person, milliseconds: float, within: float) -> None:
        """:raises Finding: when the one turn that was taken is not told in time to have been as slow as that."""
        def turns() -> list[tuple[int, float]]:
            return [(each["calls"], each["avg_response_ms"]) for each in self.listed(person, "routes")
                    if each["route"] == TURNS]

        await_value(turns, lambda found: len(found) == 1 and found[0][0] == 1 and found[0][1] >= milliseconds,
                    within=within, words=lambda found: f"one turn of at least {milliseconds} ms on average should have been "
                                                       f"counted, and there is {found}")

    def require_no_ids(self, person: Person) -> None:
        """:raises Finding: when the list by address shows the id of a record."""
        ids = self._world.stored.ids_of(person.tenant.id)
        shown = [each["route"] for each in self.listed(person, "routes") if any(one in each["route"] for one in ids)]
        if shown:
            raise Finding(f"no id of a record should be shown, and is in {shown}")

    def require_tokens(self, person: Person, expected: list[dict[str, str]]) -> None:
        """:raises Finding: when language models cost something else."""
        wanted = [{"date": str(self.day(row["day"])), "model": row["model"], "turns": int(row["turns"]),
                   **_numbers({name: row[name] for name in ("prompt", "completion", "total")})} for row in expected]
        seen = self.listed(person, "tokens")
        if seen != wanted:
            raise Finding(f"what language models cost should be {wanted}, and is {seen}")

    def await_people(self, tenant: Tenant, within: float, people: int) -> None:
        """:raises Finding: when so many people are not counted in time, or others are."""
        seen = await_value(lambda: self.summary(self._reader(tenant))["unique_people"], lambda found: found >= people,
                           within=within,
                           words=lambda found: f"{tenant.name} should count {people} people, and counts {found}")
        if seen != people:
            raise Finding(f"{tenant.name} should count {people} people, and counts {seen}")

    def require_quick(self, person: Person, times: int, milliseconds: int) -> None:
        """So many lists are answered, each in less than this on average.

        :raises Finding: when they took longer.
        """
        self.note(person.tenant)
        took = sum(self._world.http.ask("GET", f"{V2}/people", token=person.access_token).milliseconds
                   for _ in range(times)) / times
        if took >= milliseconds:
            raise Finding(f"{times} lists should take less than {milliseconds} ms each, and took {took:.0f} ms")

    def await_put_down(self, tenant: Tenant, day: str) -> None:
        """The day has been put down by itself, and all that followed has ended.

        :raises Finding: when it is not in time.
        """
        await_value(lambda: self.days(self._reader(tenant), day, day)[0], lambda found: found["aggregated_at"] is not None,
                    within=BY_ITSELF_SECONDS,
                    words=lambda found: f"{found['date']} should be put down by itself, and is not")
        self._world.await_quiet()
        self._noted[f"{tenant.name} {day}"] = self._put_down(tenant, day)

    def require_put_down_once(self, tenant: Tenant, day: str) -> None:
        """Of the day one summary is stored, as it was.

        :raises Finding: when there are more, or it is another.
        """
        now, before = self._put_down(tenant, day), self._noted[f"{tenant.name} {day}"]
        different = differences(before, now)
        if different:
            raise Finding(f"the summary of {day} should stay as it was: {different}")

    def _put_down(self, tenant: Tenant, day: str) -> dict:
        rows = self._world.database.rows("SELECT * FROM daily_summaries WHERE tenant_id = :tenant AND date = :day",
                                         tenant=tenant.id, day=self.day(day))
        if len(rows) != 1:
            raise Finding(f"of {day} one summary should be stored, and there are {len(rows)}")
        return rows[0]

    def _reader(self, tenant: Tenant) -> Person:
        return self._world.accounts.administrator(tenant)


def _numbers(words: dict[str, str]) -> dict[str, Any]:
    """Figures as they are answered; "none" is that of nothing."""
    return {FIGURES[name]: None if value in ("none", "") else float(value) if "." in value else int(value)
            for name, value in words.items()}


def _pattern(asked: tuple[str, str, str]) -> tuple[str, str]:
    method, _, pattern = asked
    return method, f"{V2}{pattern}"
