"""People and their tenants: registering, signing in and out, and who somebody is."""

from __future__ import annotations

import copy
from time import monotonic
from typing import TYPE_CHECKING, Any

import jwt

from support.domain import permission_tables
from support.domain.account_promises import AccountPromises, claims
from support.domain.generations import V1, V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.findings import WrongScenario

if TYPE_CHECKING:
    from support.world import World

RENEWED_AFTER_SECONDS = 1800.0  # half the life of an access token


class Accounts(AccountPromises):
    """What people do with their accounts, and (in the base class) what must then be true.

    The names that a scenario uses stand for fresh records of its own.
    """

    def __init__(self, world: World):
        self._world = world

    # Who is there

    def tenant(self, name: str) -> Tenant:
        """The tenant called ``name``: the prepared one where the suite has the datastores, else a fresh one."""
        world = self._world
        if name not in world.tenants:
            prepared = world.prepared.tenants.get(name) if world.prepared else None
            if prepared:
                world.tenants[name] = self._still_signed_in(copy.deepcopy(prepared))
            else:
                self.register(world.data.first_name(), name)
        return world.tenants[name]

    def _still_signed_in(self, tenant: Tenant) -> Tenant:
        """People who were signed in before the first scenario sign in again before their tokens expire."""
        for person in filter(None, (tenant.administrator, tenant.viewer)):
            if monotonic() - person.signed_in_at > RENEWED_AFTER_SECONDS:
                self.sign_in(person).require_accepted()
        return tenant

    def administrator(self, tenant: Tenant) -> Person:
        """Who administers the tenant, signed in again where the platform's clock has passed the end of the sign-in.

        :raises WrongScenario: when nobody does in this scenario.
        """
        person = tenant.administrator
        if person is None:
            raise WrongScenario(f"nobody administers {tenant.name} in this scenario")
        if claims(person.access_token)["exp"] <= self._world.operations.platform_now().timestamp():
            self.sign_in(person).require_accepted()
        return person

    def operator(self, name: str, tenant_name: str, email: str | None = None) -> Person:
        """An operator of the tenant, signed in."""
        return self._world.now_acts(self.person(name, "operator", self.tenant(tenant_name), email))

    def viewer(self, name: str, tenant_name: str) -> Person:
        """A viewer of the tenant, signed in: the prepared one if that is her name, else one of the scenario's own."""
        tenant = self.tenant(tenant_name)
        if name not in self._world.people:
            if tenant.viewer and tenant.viewer.name == name:
                self._world.people[name] = tenant.viewer
            else:
                self.person(name, "viewer", tenant)
        person = self._world.people[name]
        if (person.role, person.tenant.slug) != ("viewer", tenant.slug):
            raise WrongScenario(f"{name} is {person.role} at {person.tenant.name} in this scenario, "
                              f"and no viewer at {tenant_name}: give the viewer a name of their own")
        return self._world.now_acts(person)

    def in_role(self, name: str, role: str, tenant_name: str) -> Person:
        """Somebody of this role at the tenant, signed in, and from now on who acts."""
        if role == "viewer":
            return self.viewer(name, tenant_name)
        self._world.people[name] = self.person(name, role, self.tenant(tenant_name))
        return self._world.now_acts(self._world.people[name])

    def person(self, name: str, role: str, tenant: Tenant, email: str | None = None) -> Person:
        """A person of this role who is signed in: made now, for this scenario alone.

        An administrator of a tenant of the scenario's own is the one who registered it; everybody else is written
        into the people table with the registered password's hash (the platform makes people by invitation only),
        and then signs in through the platform.
        """
        if role == "admin" and tenant.administrator and tenant.administrator.name == name:
            return tenant.administrator
        person = self._insert(name, role, tenant, email or self._world.data.email(name))
        self._world.people[name] = person
        self.sign_in(person).require_accepted()
        return person

    def register(self, name: str, tenant_name: str, **changed: Any) -> Person:
        """Register a tenant and its first administrator, who is then signed in."""
        outcome = self.try_to_register(name, tenant_name, **changed)
        outcome.require_accepted(201)
        answer = outcome.record
        tenant = Tenant(tenant_name, answer["tenant"]["slug"], answer["tenant"]["id"])
        sent = self._world.sent["registration"]
        person = Person(name, sent["email"], sent["password"], answer["person"]["role"], tenant, sent["full_name"],
                        answer["person"]["id"])
        self._keep(person, answer)
        tenant.administrator = person
        self._world.people[name] = self._world.now_acts(person)
        self._world.tenants.setdefault(tenant_name, tenant)
        return person

    def register_again(self) -> Outcome:
        """Send the scenario's last registration a second time."""
        sent = self._world.sent["registration"]
        return self.try_to_register("somebody", **sent)

    def try_to_register(self, name: str, tenant_name: str, **changed: Any) -> Outcome:
        """As ``register``, whatever becomes of it; ``changed`` replaces what would be sent."""
        data = self._world.data
        sent = {"tenant_name": tenant_name, "tenant_slug": data.slug(tenant_name), "email": data.email(name),
                "password": data.password(), "full_name": data.full_name(name)} | changed
        self._world.sent["registration"] = sent
        self._world.mask.learn(sent["password"])
        answer = self._world.http.ask("POST", f"{V1}/auth/register", json_body=sent,
                                      from_address=self._world.target.address_of(str(sent["email"])))
        return Outcome(name, "register a tenant", answer)

    def register_at_once(self, tenant_name: str, times: int) -> list[Outcome]:
        """Send one registration several times at the same moment."""
        data = self._world.data
        sent = {"tenant_slug": data.slug(tenant_name), "email": data.email("somebody"), "password": data.password(),
                "full_name": data.full_name("Somebody")}
        return at_once([lambda: self.try_to_register("somebody", tenant_name, **sent)] * times)

    # Signing in and out

    def sign_in(self, person: Person, **changed: Any) -> Outcome:
        """Sign in at the person's tenant; the person then has the new tokens.

        ``changed`` replaces what is sent; ``tenant=None`` names no tenant, ``host_of=tenant`` names it by its host,
        ``without=field`` leaves a field out, ``from_address`` is another than the person's own, ``further_headers`` are
        sent as well, ``browser`` says with what the person comes.
        """
        address = changed.pop("from_address", None) or self._world.target.address_of(person.email)
        further = changed.pop("further_headers", {})
        host_of = changed.pop("host_of", None)
        tenant = changed.pop("tenant", person.tenant)
        named = changed.pop("headers", None) or (
            self._host(host_of) if host_of else {"X-Tenant": tenant.slug} if tenant else {})
        if "browser" in changed:
            further = {**further, "User-Agent": changed.pop("browser")}
        left_out = changed.pop("without", None)
        sent = {"email": person.email, "password": person.password} | changed
        self._world.mask.learn(sent["password"])
        sent.pop(left_out, None)
        if address is None:
            self._world.target.sign_ins.keep()
        self._world.sent["sign-in"] = sent
        answer = self._world.http.ask("POST", f"{V1}/auth/login", json_body=sent, headers=named | further,
                                      from_address=address)
        outcome = Outcome(person.name, "sign in", answer)
        if outcome.accepted:
            self._keep(person, outcome.record)
        return outcome

    def mistype(self, person: Person, times: int) -> None:
        """Sign in with a wrong password, and be refused as not signed in each time."""
        for _ in range(times):
            self.sign_in(person, password=self._world.data.password()).require_refused("not signed in")

    def mistype_at_once(self, person: Person, times: int) -> list[Outcome]:
        """Sign in with a wrong password several times at the same moment."""
        wrong = self._world.data.password()
        return at_once([lambda: self.sign_in(person, password=wrong)] * times)

    def refresh(self, person: Person, refresh_token: str | None = None) -> Outcome:
        """Exchange the refresh token for a new pair, which the person then has."""
        sent = {"refresh_token": refresh_token or person.refresh_token}
        outcome = Outcome(person.name, "renew the sign-in",
                          self._world.http.ask("POST", f"{V1}/auth/refresh", json_body=sent))
        if outcome.accepted:
            self._keep(person, outcome.record)
        return outcome

    def refresh_with_used_token(self, person: Person) -> Outcome:
        """Renew with the refresh token that the person had before the present one."""
        token = person.answers[-2]["refresh_token"]
        answer = self._world.http.ask("POST", f"{V1}/auth/refresh", json_body={"refresh_token": token})
        return Outcome("somebody", f"renew {person.name}'s sign-in with a used token", answer)

    def refresh_with_first_token(self, person: Person) -> Outcome:
        """Renew with the refresh token that the person was given first of all."""
        answer = self._world.http.ask("POST", f"{V1}/auth/refresh",
                                      json_body={"refresh_token": person.answers[0]["refresh_token"]})
        return Outcome("somebody", f"renew {person.name}'s sign-in with a token used long ago", answer)

    def refresh_at_once(self, person: Person, times: int) -> list[Outcome]:
        """Renew with one refresh token, several times at the same moment."""
        token = person.refresh_token
        return at_once([lambda: self.refresh(person, token)] * times)

    def sign_out(self, person: Person) -> Outcome:
        """End the person's session."""
        return Outcome(person.name, "sign out",
                       self._world.http.ask("POST", f"{V1}/auth/logout", token=person.access_token))

    def try_to_read_person(self, reader: Person, person: Person) -> Outcome:
        """Try to read somebody's record by its id."""
        answer = self._world.http.ask("GET", f"{V2}/people/{person.id}", token=reader.access_token)
        return Outcome(reader.name, f"read the person {person.name}", answer)

    def claim_role(self, person: Person, role: str) -> None:
        """The person comes with the own token, correctly signed, in which the role is another one."""
        said = claims(person.access_token) | {"role": role}
        person.access_token = jwt.encode(said, self._world.target.signing_key, algorithm="HS256")
        self._world.mask.learn(person.access_token)

    def profile(self, person: Person, headers: dict[str, str] | None = None) -> Outcome:
        """Who the platform says that the person is."""
        answer = self._world.http.ask("GET", f"{V2}/me", token=person.access_token, headers=headers)
        return Outcome(person.name, "read the own profile", answer)

    def everything_under_host(self, person: Person, tenant: Tenant) -> list[Outcome]:
        """Whatever the person may ask for at home, asked for at the host of a tenant."""
        return self._everything(person, self._host(tenant))

    def everything_under_no_ones_name(self, person: Person) -> list[Outcome]:
        """The same, in the name of a tenant that does not exist."""
        return self._everything(person, {"X-Tenant": self._world.data.slug("nobody")})

    def everything_under_name(self, person: Person, tenant: Tenant) -> list[Outcome]:
        """Whatever the person may ask for at home, asked for in the name of a tenant."""
        return self._everything(person, {"X-Tenant": tenant.slug})

    def _everything(self, person: Person, headers: dict[str, str]) -> list[Outcome]:
        """Each operation that somebody who is signed in may be let through to."""
        interface = self._world.interface
        for_people = [each for each in interface.operations if permission_tables.is_for_people(each.name)]
        return [Outcome(person.name, each.name, answer)
                for each, answer in interface.try_all_in_vain(for_people, person.access_token, headers)]

    def _host(self, tenant: Tenant) -> dict[str, str]:
        return {"Host": f"{tenant.slug}.{self._world.target.settings.base_domain}"}

    def profile_without_token(self) -> Outcome:
        """Somebody's profile, asked for by nobody in particular."""
        return Outcome("a stranger", "read a profile", self._world.http.ask("GET", f"{V2}/me"))

    def _keep(self, person: Person, answer: dict) -> None:
        self._world.mask.learn(answer["access_token"])
        self._world.mask.learn(answer["refresh_token"])
        person.keep_tokens(answer)

    def _insert(self, name: str, role: str, tenant: Tenant, email: str) -> Person:
        administrator = tenant.administrator
        person = Person(name, email, administrator.password, role, tenant, self._world.data.full_name(name))
        # The administrator's row with another name and role: every other column keeps the platform's own default.
        person.id = str(self._world.database.value(
            """INSERT INTO people SELECT (jsonb_populate_record(administrator, jsonb_build_object(
                   'id', gen_random_uuid(), 'email', CAST(:email AS text), 'full_name', CAST(:full_name AS text),
                   'role', CAST(:role AS text), 'last_login_at', NULL))).*
               FROM people administrator WHERE administrator.id = :administrator RETURNING id""",
            email=person.email, full_name=person.full_name, role=role, administrator=administrator.id))
        return person
