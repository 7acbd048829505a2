"""What reviewers make of records of attendance: the verbs, where each leads, and until when the payroll allows it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from support.domain.attendance import ATTENDANCE, as_sent
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

RECORD_STATES = ("pending", "approved", "rejected", "adjusted", "locked")
REVIEWS = {"approves": "approve", "rejects": "reject", "adjusts": "adjust", "locks": "lock", "reopens": "reopen"}
# Where a record is brought to by these verbs, one after the other.
WAYS = {"pending": (), "approved": ("approve",), "rejected": ("reject",), "adjusted": ("adjust",),
        "locked": ("approve", "lock")}
WORDS = {"reject": {"comment": "Nobody has seen him"}, "adjust": {"reason": "The gate was broken"}}
LAST_MINUTE = timedelta(minutes=1)


class RecordReview:
    """Decides about the last record of whoever has checked in."""

    def __init__(self, world: World):
        self._world = world
        self._before: dict[str, dict] = {}

    def bring_to(self, whose: Person, state: str, by: Person) -> None:
        """Let somebody's record, which nobody has reviewed yet, stand so."""
        for verb in WAYS[state]:
            self.review(by, verb, whose).require_accepted(200)

    def review(self, by: Person, verb: str, whose: Person, **more: Any) -> Outcome:
        """Try to decide about somebody's last record, with the words that the verb needs where no others are said."""
        record = self._world.attendance.record_of(whose)
        body = WORDS.get(verb, {}) | more
        answer = self._world.http.ask("POST", f"{ATTENDANCE}/records/{record['id']}/{verb}", token=by.access_token,
                                      json_body=body or None)
        return Outcome(by.name, f"{verb} the record of {whose.name}", answer)

    def review_in_all_ways(self, by: Person, verbs: list[str], whose: Person) -> list[Outcome]:
        return [self.review(by, verb, whose) for verb in verbs]

    def review_as_noted(self, by: Person, verb: str, whose: Person) -> Outcome:
        """As ``review``, of the record as it was when it was noted."""
        return self.review(by, verb, whose, version=self._before[whose.name]["version"])

    def review_without_words(self, by: Person, verb: str, whose: Person, words: str | None) -> Outcome:
        """As ``review``, but the words that the verb needs are left out, or these."""
        record = self._world.attendance.record_of(whose)
        body = {} if words is None else dict.fromkeys(WORDS[verb], words)
        answer = self._world.http.ask("POST", f"{ATTENDANCE}/records/{record['id']}/{verb}", token=by.access_token,
                                      json_body=body)
        return Outcome(by.name, f"{verb} the record of {whose.name} without saying why", answer)

    def review_at_once(self, deciders: list[tuple[Person, str]], whose: Person) -> list[Outcome]:
        return at_once([lambda by=by, verb=verb: self.review(by, verb, whose) for by, verb in deciders])

    def adjust_to(self, by: Person, whose: Person, worked: timedelta, words: str) -> Outcome:
        """Say that somebody worked for so long, until now."""
        end = self._world.operations.platform_now()
        return self.review(by, "adjust", whose, reason=words, punch_in_at=as_sent(end - worked), punch_out_at=as_sent(end))

    def adjust_backwards(self, by: Person, whose: Person) -> Outcome:
        """Say that somebody left before coming."""
        begin = self._world.operations.platform_now() - timedelta(hours=1)
        return self.review(by, "adjust", whose, punch_in_at=as_sent(begin), punch_out_at=as_sent(begin - LAST_MINUTE))

    # The payroll

    def close_payroll(self, tenant: Tenant, day: int, timezone: str) -> None:
        """Let the tenant's clock be of this zone, and its payroll be closed on this day of the month."""
        administrator = self._world.accounts.administrator(tenant)
        answer = self._world.http.ask("PATCH", f"{V2}/tenant", token=administrator.access_token, json_body={
            "settings": {"timezone": timezone, "payroll_cutoff_day": day}})
        Outcome(administrator.name, "say when the payroll is closed", answer).require_accepted(200)
        self._world.noted["payroll"] = (day, timezone)

    def close_payroll_on_change_of_clocks(self, tenant: Tenant, timezone: str) -> None:
        """The same, on the day of the next month in which clocks are changed there."""
        first = next_month(self._world.operations.platform_now().astimezone(ZoneInfo(timezone)).date())
        self.close_payroll(tenant, day_of_change(first, timezone), timezone)

    def go_to_last_minute_before_payroll(self, whose: Person) -> None:
        """Move the platform's clock to one minute before the payroll of the person's last record is closed."""
        day, timezone = self._world.noted["payroll"]
        worked_on = date.fromisoformat(self._world.attendance.record_of(whose)["date"])
        closes = datetime.combine(next_month(worked_on).replace(day=day), time(), ZoneInfo(timezone))
        operations = self._world.operations
        operations.let_time_pass(closes - LAST_MINUTE - operations.platform_now())

    # What must be true

    def note(self, whose: Person) -> None:
        self._before[whose.name] = self._record(whose)

    def require_unchanged(self, whose: Person) -> None:
        """:raises Finding: when the person's record is not as it was noted."""
        different = differences(self._before[whose.name], self._record(whose))
        if different:
            raise Finding(f"the record of {whose.name} should be as it was: {different}")

    def require_state(self, whose: Person, state: str) -> dict:
        """:raises Finding: when the record stands otherwise."""
        record = self._record(whose)
        if record["status"] != state:
            raise Finding(f"the record of {whose.name} should be {state}, and is {record['status']}")
        return record

    def require_reviewed(self, whose: Person, state: str, by: Person | None, words: str) -> None:
        """The record stands so, and says who decided that, with which words.

        :raises Finding: naming what differs.
        """
        record = self.require_state(whose, state)
        reviewer = record["reviewed_by"] and record["reviewed_by"]["id"]
        if (reviewer, record["review_comment"]) != (by and by.id, words):
            raise Finding(f"the record of {whose.name} should be {state} by {by and by.name} with the words {words!r}, and "
                          f"it says {record['reviewed_by']} with the words {record['review_comment']!r}")

    def require_minutes(self, whose: Person, regular: int, overtime: int) -> None:
        """:raises Finding: when other minutes are counted."""
        record = self._record(whose)
        found = (record["regular_minutes"], record["overtime_minutes"])
        if found != (regular, overtime):
            raise Finding(f"the record of {whose.name} should count {regular} regular minutes and {overtime} of overtime, "
                          f"and counts {found[0]} and {found[1]}")

    def _record(self, whose: Person) -> dict:
        return self._world.attendance.read(whose, whose).record


def next_month(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def day_of_change(first: date, timezone: str) -> int:
    """On which day of the month clocks are set there.

    :raises WrongScenario: when they are not.
    """
    zone = ZoneInfo(timezone)
    for number in range(28):
        day = first + timedelta(days=number)
        begins, ends = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(days=1)))
        if begins.utcoffset() != ends.utcoffset():
            return day.day
    raise WrongScenario(f"in {timezone} no clock is set between the 1st and the 28th of {first:%B %Y}")
