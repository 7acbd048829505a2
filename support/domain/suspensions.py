"""What a suspension means to the people of a tenant: whatever they ask for, and wherever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain import permission_tables
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.http import Http
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class Suspensions:
    """Asks in the name of people whose tenant may be suspended, at each process of the platform."""

    def __init__(self, world: World):
        self._world = world

    @property
    def _processes(self) -> list[tuple[str, Http]]:
        second = self._world.operations.second
        return [("the platform", self._world.http), *([("its second process", second)] if second else [])]

    def everything(self, person: Person) -> list[Outcome]:
        """Each operation that is for people who are signed in, with the person's token, at each process."""
        interface = self._world.interface
        for_people = [each for each in interface.operations if permission_tables.is_for_people(each.name)]
        return [Outcome(person.name, f"{each.name} at {where}", answer) for where, http in self._processes
                for each, answer in interface.try_all_in_vain(for_people, person.access_token, http=http)]

    def require_known(self, person: Person) -> None:
        """The person's token is good at each process.

        :raises Finding: naming the first at which it is not.
        """
        for where, http in self._processes:
            found = Outcome(person.name, f"read the own record at {where}",
                            http.ask("GET", f"{V2}/me", token=person.access_token)).record
            if (found["id"], found["tenant"]["slug"]) != (person.id, person.tenant.slug):
                raise Finding(f"{person.name} should be known at {where}, and is taken for {found['email']} of "
                              f"{found['tenant']['slug']}")

    def require_no_mail(self, name: str) -> None:
        """Once all work has ended nothing was sent to whoever was invited under this name.

        :raises Finding: when something was.
        """
        self._world.await_quiet()
        self._world.mailboxes.require_none(self._world.invitations.of(name).person.email)
