"""What clients, deals, payments and commissions have in common: they are called by a name, tried, noted and compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.domain.spoken import spoken_of
from support.drivers.at_once import at_once
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

NOBODY, NULL = "nobody", "null"
DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}


@dataclass
class SalesRecord:
    """A record as a scenario knows it: what it is called, and as the platform answered it last."""

    name: str
    tenant: Tenant
    path: str
    record: dict
    noted: dict = field(default_factory=dict)  # how it was before the last attempt

    @property
    def id(self) -> str:
        return self.record["id"]


class SalesRecords:
    """Records of one kind. Each ``require`` raises a Finding, in the product's words, when its promise is not kept."""

    KIND: ClassVar[str]
    PATH: ClassVar[str]

    def __init__(self, world: World):
        self._world = world
        self._by_name: dict[str, SalesRecord] = {}

    # What they are called

    def named(self, name: str = "") -> SalesRecord:
        """The record of that name, from now on the one spoken of; without a name: that one."""
        return spoken_of(self._by_name, name, self.KIND)

    def names(self) -> list[tuple[str, str]]:
        """What each is called, and its id."""
        return [(name, record.id) for name, record in self._by_name.items()]

    def keep(self, name: str, person: Person, record: dict) -> SalesRecord:
        kept = SalesRecord(name, person.tenant, f"{V2}/{self.PATH}/{record['id']}", record)
        self._by_name.pop(name, None)
        self._by_name[name] = kept
        return kept

    # Doing

    def try_to_read(self, record: SalesRecord, person: Person) -> Outcome:
        return self._ask(person, f"read {record.name}", "GET", record.path)

    def change(self, record: SalesRecord, person: Person, **fields: Any) -> None:
        """:raises Finding: when that is refused."""
        record.record = self.try_to_change(record, person, **fields).record

    def try_to_change(self, record: SalesRecord, person: Person, **fields: Any) -> Outcome:
        """Change these fields, whatever becomes of it, after noting how it was."""
        return self._try(record, person, f"change the {' and '.join(fields)} of {record.name}", "PATCH", "",
                         self.meant(fields))

    def change_from(self, record: SalesRecord, person: Person, version: int) -> Outcome:
        """Name it after the person, from this version."""
        return self._ask(person, f"rename {record.name}", "PATCH", record.path, {"name": f"{person.name}'s"},
                         {"If-Match": f'"{version}"'})

    def try_to_delete(self, record: SalesRecord, person: Person) -> Outcome:
        return self._try(record, person, f"delete {record.name}", "DELETE", "")

    def do(self, record: SalesRecord, person: Person, verb: str, **said: Any) -> None:
        """:raises Finding: when that is refused."""
        record.record = self.try_to_do(record, person, verb, **said).record

    def try_to_do(self, record: SalesRecord, person: Person, verb: str, **said: Any) -> Outcome:
        """One of the verbs of its kind, whatever becomes of it, after noting how it was."""
        return self._try(record, person, f"{verb} {record.name}", "POST", f"/{verb}", said)

    def do_at_once(self, record: SalesRecord, people: list[Person], verb: str, **said: Any) -> list[Outcome]:
        """The same by several people at the same moment."""
        self.note(record)
        return at_once([lambda person=person: self._ask(person, f"{verb} {record.name}", "POST", f"{record.path}/{verb}",
                                                        said) for person in people])

    # Reading

    def shown(self, record: SalesRecord, by: Person | None = None) -> dict:
        """The record as the platform shows it now, to its tenant's administrator or to somebody else."""
        person = by or self._world.accounts.administrator(record.tenant)
        return self._ask(person, f"read {record.name}", "GET", record.path).record

    def note(self, record: SalesRecord) -> None:
        """Keep how it is, to be compared with how it is later; of one that is gone there is nothing to be kept."""
        outcome = self.try_to_read(record, self._world.accounts.administrator(record.tenant))
        record.noted = outcome.record if outcome.accepted else {}

    def listed(self, person: Person, **filters: Any) -> list[dict]:
        """All that the person finds, in the platform's order."""
        return all_items(self._world.http, person, f"{V2}/{self.PATH}", **self.meant(filters))

    def try_to_list(self, person: Person, **filters: str) -> Outcome:
        return Outcome(person.name, f"list the {self.PATH}", self._world.http.ask(
            "GET", f"{V2}/{self.PATH}", token=person.access_token, parameters=filters))

    # What must be true

    def require(self, record: SalesRecord, **expected: Any) -> None:
        """The record has these values now, in the list too."""
        record.record = self.shown(record)
        if different := differences(expected, record.record):
            raise Finding(f"of {record.name} {different}")

    def require_shown_as(self, record: SalesRecord, expected: dict[str, Any]) -> None:
        """These values were answered when it was made, and are found by reading it and in the list."""
        administrator = self._world.accounts.administrator(record.tenant)
        listed = next((each for each in self.listed(administrator) if each["id"] == record.id), {})
        for where, seen in (("answered", record.record), ("read", self.shown(record)), ("listed", listed)):
            if different := differences(expected, seen):
                raise Finding(f"{record.name}, as {where}: {different}")

    def require_unchanged(self, record: SalesRecord) -> None:
        """It is as it was before the last attempt, to the last value."""
        if not record.noted:
            raise WrongScenario(f"{record.name} was not looked at before: try something with it first")
        if different := differences(record.noted, self.shown(record)):
            raise Finding(f"nothing about {record.name} should have changed: {different}")

    def require_gone(self, record: SalesRecord) -> None:
        """It is neither found by its id nor in a list."""
        administrator = self._world.accounts.administrator(record.tenant)
        self.try_to_read(record, administrator).require_refused("unknown")
        if record.id in {each["id"] for each in self.listed(administrator)}:
            raise Finding(f"{record.name} should be gone, and is still listed")

    def require_found(self, person: Person, names: list[str], **filters: Any) -> None:
        """The person finds exactly these, in this order."""
        known = {record.id: record.name for record in self._by_name.values()}
        found = [known.get(each["id"], "a stranger's") for each in self.listed(person, **filters)]
        if found != names:
            asked = f" with {filters}" if filters else ""
            raise Finding(f"{person.name} should find the {self.PATH} {names}{asked}, and finds {found}")

    def require_count(self, person: Person, count: int, **filters: Any) -> None:
        found = self.listed(person, **filters)
        if len(found) != count:
            raise Finding(f"{person.name} should find {count} {self.PATH}, and finds {len(found)}")

    def require_numbers(self, person: Person, expected: list[str]) -> None:
        """What the person finds has exactly these numbers."""
        found = sorted(record["number"] for record in self.listed(person))
        if found != sorted(expected):
            raise Finding(f"{person.name}'s {self.PATH} should be numbered {', '.join(sorted(expected))}, and are numbered "
                          f"{', '.join(found) or 'not at all'}")

    # How it is asked

    def meant(self, fields: dict[str, Any]) -> dict[str, Any]:
        """What a feature says in words: days, people by their names, nothing at all."""
        return {name: self._meant(value) for name, value in fields.items()}

    def _meant(self, value: Any) -> Any:
        if value in DAYS:
            return self.day(DAYS[value])
        if value == NULL:
            return None
        return self._world.people[value].id if value in self._world.people else value

    def day(self, days: int = 0) -> str:
        """The day so many days from the platform's present one, in UTC."""
        return str(self.today() + timedelta(days=days))

    def today(self) -> date:
        return self._world.operations.platform_now().date()

    def _try(self, record: SalesRecord, person: Person, words: str, method: str, verb: str, body: Any = None) -> Outcome:
        self.note(record)
        return self._ask(person, words, method, f"{record.path}{verb}", body)

    def _ask(self, person: Person, words: str, method: str, path: str, body: Any = None,
             headers: dict[str, str] | None = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask(method, path, token=person.access_token, json_body=body,
                                                                headers=headers))
