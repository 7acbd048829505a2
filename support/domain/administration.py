"""What administrators make of people: roles, modules, deactivation; and what must then be true of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

CALLS_TAKE = timedelta(seconds=10)  # from the lock to the look at it, at the most


class Administration:
    """Changes of other people's records, and of the own one where somebody tries that."""

    def __init__(self, world: World):
        self._world = world

    def try_to_change(self, by: Person, person: Person, **fields: Any) -> Outcome:
        """Set these fields of the person's record, whatever becomes of it."""
        answer = self._world.http.ask("PATCH", f"{V2}/people/{person.id}", token=by.access_token, json_body=fields)
        outcome = Outcome(by.name, f"change {person.name}'s {' and '.join(fields)}", answer)
        if outcome.accepted:
            person.role = outcome.record["role"]
        return outcome

    def change(self, by: Person, person: Person, **fields: Any) -> None:
        self.try_to_change(by, person, **fields).require_accepted(200)

    def demote_each_other_at_once(self, one: Person, other: Person) -> list[Outcome]:
        """Two administrators make each other a viewer at the same moment."""
        return at_once([lambda: self.try_to_change(one, other, role="viewer"),
                        lambda: self.try_to_change(other, one, role="viewer")])

    def record(self, reader: Person, person: Person) -> dict:
        """The person's record as a colleague reads it."""
        answer = self._world.http.ask("GET", f"{V2}/people/{person.id}", token=reader.access_token)
        return Outcome(reader.name, f"read the person {person.name}", answer).record

    def require_record(self, reader: Person, person: Person, **expected: Any) -> None:
        """:raises Finding: when the person's record says something else in one of these fields."""
        different = differences(expected, self.record(reader, person))
        if different:
            raise Finding(f"of {person.name} it should be true: {different}")

    def require_locked(self, reader: Person, person: Person, time: timedelta) -> None:
        """The person's record says that it is locked, and until when.

        :raises Finding: when it says something else.
        """
        record = self.record(reader, person)
        until = datetime.fromisoformat(record["locked_until"]) if record["locked_until"] else None
        left = until - self._world.operations.platform_now() if until else timedelta()
        if record["status"] != "locked" or not time - CALLS_TAKE < left <= time:
            raise Finding(f"{person.name} should be locked for {time}, and is {record['status']} for {left}")

    def require_administrators(self, tenant: Tenant, count: int, reader: Person) -> None:
        """:raises Finding: when the tenant has more or fewer active administrators."""
        answer = self._world.http.ask("GET", f"{V2}/people?role=admin&status=active", token=reader.access_token)
        found = Outcome(reader.name, "read the administrators", answer).record["total"]
        if found != count:
            raise Finding(f"{tenant.name} should have {count} active administrator, and has {found}")

    # The tenant

    def try_to_rename_tenant(self, by: Person, name: str) -> Outcome:
        """Change the settings of the own tenant: its name."""
        answer = self._world.http.ask("PATCH", f"{V2}/tenant", token=by.access_token, json_body={"name": name})
        return Outcome(by.name, "rename the tenant", answer)

    def tenant_name(self, reader: Person) -> str:
        answer = self._world.http.ask("GET", f"{V2}/tenant", token=reader.access_token,
                                      headers={"Cache-Control": "no-cache"})
        return Outcome(reader.name, "read the tenant", answer).record["name"]

    def require_tenant_name(self, reader: Person, name: str) -> None:
        """:raises Finding: when the tenant is called something else."""
        seen = self.tenant_name(reader)
        if seen != name:
            raise Finding(f"{reader.name}'s tenant should be called {name}, and is called {seen}")

    # What a refusal tells

    def require_refusals_tell_nothing(self, person: Person) -> None:
        """Whatever the person may not do is refused in the same words, which name no permission and no role.

        :raises Finding: naming the refusal that does.
        """
        roles = Outcome(person.name, "read the roles",
                        self._world.http.ask("GET", f"{V2}/roles", token=person.access_token)).record
        words = {each["role"] for each in roles} | {right["name"] for each in roles for right in each["permissions"]}
        refused = [Outcome(person.name, f"{method} {path}",
                           self._world.http.ask(method, f"{V2}{path}", token=person.access_token, json_body=body))
                   for method, path, body in (("POST", "/invitations", {}), ("GET", "/invitations", None),
                                              ("PATCH", f"/people/{person.id}", {}), ("PATCH", "/tenant", {}),
                                              ("POST", "/sites", {}), ("POST", "/missions", {}))]
        self._world.accounts.require_same_refusal(refused, "not allowed")
        told = [f"{word} on {outcome.what}" for outcome in refused for word in sorted(words)
                if word in outcome.answer.text]
        if told:
            raise Finding(f"a refusal should tell neither a permission nor a role, and names {', '.join(told)}")
