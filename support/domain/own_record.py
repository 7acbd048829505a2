"""What people do with their own record, password and sign-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.drivers.http import USER_AGENT
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class OwnRecord:
    """Everybody's own affairs."""

    usual_browser = USER_AGENT

    def __init__(self, world: World):
        self._world = world
        self._ended = ""  # the sign-in that was ended last

    def try_to_change(self, person: Person, **fields: Any) -> Outcome:
        """Set these fields of the own record, whatever becomes of it."""
        answer = self._world.http.ask("PATCH", f"{V2}/me", token=person.access_token, json_body=fields)
        return Outcome(person.name, f"change the own {' and '.join(fields)}", answer)

    def require_found(self, person: Person) -> None:
        """The own record shows the person's e-mail, name, role and tenant, and the permissions of that role.

        :raises Finding: naming what differs.
        """
        record = self._world.accounts.profile(person).record
        tenant = {"id": person.tenant.id, "slug": person.tenant.slug, "name": person.tenant.name}
        different = differences(
            {"email": person.email, "full_name": person.full_name, "role": person.role, "tenant": tenant}, record)
        if different:
            raise Finding(f"{person.name} should find the own record as it is: {different}")
        self._world.accounts.require_rights_of(person, person.role)

    # The password

    def try_to_change_password(self, person: Person, new: str, current: str | None = None) -> Outcome:
        """Give oneself a new password; ``current``: what is said to be the present one."""
        current = current or person.password
        for password in (new, current):
            self._world.mask.learn(password)
            person.passwords.add(password)
        answer = self._world.http.ask("POST", f"{V2}/me/password", token=person.access_token,
                                      json_body={"current_password": current, "new_password": new})
        outcome = Outcome(person.name, "change the password", answer)
        if outcome.accepted:
            person.password = new
        return outcome

    def change_password_at_once(self, person: Person, times: int) -> list[Outcome]:
        """Several new passwords at the same moment, all of them with the same present one."""
        current = person.password
        new = [self._world.data.password() for _ in range(times)]
        return at_once([lambda password=password: self.try_to_change_password(person, password, current)
                        for password in new])

    def require_only_password(self, person: Person) -> None:
        """The password that the person has signs in, and no other that was ever the person's or was tried.

        :raises Finding: when another does, or this one does not.
        """
        for password in person.passwords - {person.password}:
            self._world.accounts.sign_in(person, password=password).require_refused("not signed in")
        self._world.accounts.sign_in(person).require_accepted(200)

    # Where somebody is signed in

    def sign_ins(self, person: Person) -> list[dict]:
        """The person's open sign-ins, oldest first."""
        answer = self._world.http.ask("GET", f"{V2}/me/sessions", token=person.access_token)
        return Outcome(person.name, "read the own sign-ins", answer).record["items"][::-1]

    def try_to_end_sign_in(self, person: Person, sign_in_id: str) -> Outcome:
        """End one sign-in, whoever has it."""
        answer = self._world.http.ask("DELETE", f"{V2}/me/sessions/{sign_in_id}", token=person.access_token)
        return Outcome(person.name, "end a sign-in", answer)

    def end_first_sign_in(self, person: Person) -> Outcome:
        """End the oldest of the person's sign-ins, which is not the one that asks."""
        self._ended = self.sign_ins(person)[0]["id"]
        return self.try_to_end_sign_in(person, self._ended)

    def end_the_same_again(self, person: Person) -> Outcome:
        return self.try_to_end_sign_in(person, self._ended)

    def try_to_end_sign_in_of(self, person: Person, other: Person) -> Outcome:
        """End a sign-in of somebody else, whose id one knows."""
        return self.try_to_end_sign_in(person, self.sign_ins(other)[0]["id"])

    def require_sign_ins(self, person: Person, browsers: list[str]) -> None:
        """The person finds one sign-in for each of ``browsers``, oldest first, and the last is the one that asks. Each has
        the time at which it began, that of its last use, and the address from which it came.

        :raises Finding: naming what differs.
        """
        found = self.sign_ins(person)
        address = self._world.target.address_of(person.email)  # None where the platform is elsewhere: then nobody knows it
        expected = [(browser, browser == browsers[-1], address) for browser in browsers]
        seen = [(each["user_agent"], each["current"], address and each["ip"]) for each in found]
        if seen != expected:
            raise Finding(f"{person.name} should find the sign-ins (browser, present one, address) {expected}, "
                          f"and finds {seen}")
        begun = [each["created_at"] for each in found]
        if begun != sorted(begun) or any(each["last_seen_at"] < each["created_at"] for each in found):
            raise Finding(f"{person.name} should find when each sign-in began and was last used: "
                          f"{[(each['created_at'], each['last_seen_at']) for each in found]}")
