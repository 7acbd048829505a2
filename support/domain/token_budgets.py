"""How many tokens a tenant may use, and has used."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.conversations import Talk
    from support.world import World

BUDGET = f"{V2}/token-budget"
# For what time something may be used: the words of a feature -> the field that is sent.
SPANS = {"day, as used already": "daily_used", "day": "daily_limit", "month": "monthly_limit"}


class TokenBudgets:
    """The budgets of a scenario's tenants."""

    def __init__(self, world: World):
        self._world = world

    def read(self, person: Person) -> dict:
        return self._ask(person, "read the token budget", "GET").record

    def change(self, person: Person, **limits: Any) -> None:
        """:raises Finding: when that is refused, or is not what is then read."""
        outcome = self.try_to_change(person, **limits)
        outcome.require_accepted(200)
        different = differences(limits, outcome.record) or differences(outcome.record, self.read(person))
        if different:
            raise Finding(f"{person.tenant.name}'s budget should be as {person.name} changed it: {different}")

    def try_to_change(self, person: Person, **limits: Any) -> Outcome:
        return self._ask(person, f"change the {' and '.join(limits)}", "PATCH", limits)

    def require(self, tenant: Tenant, **expected: Any) -> None:
        """:raises Finding: naming what of the budget is not as it should be."""
        different = differences(expected, self.read(self._world.accounts.administrator(tenant)))
        if different:
            raise Finding(f"the token budget of {tenant.name}: {different}")

    def require_resets(self, tenant: Tenant) -> None:
        """What is used counts until the next midnight, and until the next month begins, in UTC.

        :raises Finding: naming the moments.
        """
        day, month = self._resets()
        budget = self.read(self._world.accounts.administrator(tenant))
        read = [datetime.fromisoformat(budget[name]) for name in ("daily_resets_at", "monthly_resets_at")]
        if read != [day, month]:
            raise Finding(f"what {tenant.name} uses should count until {day} and {month}, and counts until {read}")

    def require_told_when(self, outcome: Outcome, span: str) -> None:
        """Refused until the day or the month is over: in as many seconds as that takes.

        :raises Finding: when it was not refused so, or the seconds lead somewhere else.
        """
        outcome.require_refused("impossible, since all its tokens are used")
        said = outcome.answer.headers.get("Retry-After", "")
        left = (self._resets()[("day", "month").index(span)] - self._world.operations.platform_now()).total_seconds()
        if not said.isdigit() or not left <= int(said) <= left + 60:
            raise Finding(f"{outcome.who} should be told to try again when the {span} is over, in {left:.0f} s, and is told "
                          f"{said!r}")

    def _resets(self) -> tuple[datetime, datetime]:
        midnight = self._world.operations.platform_now().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + timedelta(days=1), (midnight.replace(day=1) + timedelta(days=32)).replace(day=1)

    def require_usage(self, talk: Talk, people: list[Person], used: dict[str, Any]) -> None:
        """Exactly these turns of the tenant are on record, in this order: each person's in the conversation.

        :raises Finding: showing what is on record.
        """
        expected = [{"person_id": each.id, "conversation_id": talk.id, **used} for each in people]
        found = [{name: str(value) if name.endswith("_id") else value for name, value in row.items()}
                 for row in self.usage(talk.tenant)]
        if found != expected:
            raise Finding(f"there should be on record {expected}, and is {found}")

    def usage(self, tenant: Tenant) -> list[dict]:
        """What each turn of the tenant has used, oldest first, as it is stored."""
        return [dict(row) for row in self._world.database.rows(
            """SELECT person_id, conversation_id, model, prompt_tokens, completion_tokens, total_tokens
               FROM usage_records WHERE tenant_id = :tenant ORDER BY at, id""", tenant=tenant.id)]

    def _ask(self, person: Person, words: str, method: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, BUDGET, token=person.access_token, json_body=body))
