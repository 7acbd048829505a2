"""People and their tenants: registering, signing in and out, and who somebody is."""

from __future__ import annotations

import base64
import copy
import json
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.outcomes import Outcome
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

V1, V2 = "/api/v1", "/api/v2"
RENEWED_AFTER_SECONDS = 1800.0  # half the life of an access token


@dataclass
class Tenant:
    """A tenant as a scenario knows it. ``administrator`` is who registered it, ``viewer`` who may only look there."""

    name: str
    slug: str
    id: str
    administrator: Person | None = None
    viewer: Person | None = None


@dataclass
class Person:
    """Somebody who acts in a scenario. Tokens are those of the latest sign-in."""

    name: str
    email: str
    password: str
    role: str
    tenant: Tenant
    full_name: str
    id: str = ""
    access_token: str | None = None
    refresh_token: str | None = None
    signed_in_at: float = 0.0  # on the monotonic clock
    answers: list[dict] = field(default_factory=list, repr=False)  # what each sign-in answered

    def keep_tokens(self, answer: dict) -> None:
        self.access_token, self.refresh_token = answer["access_token"], answer["refresh_token"]
        self.signed_in_at = monotonic()
        self.answers.append(answer)


class Accounts:
    """What people do with their accounts. The names that a scenario uses stand for fresh records of its own."""

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
            raise LookupError(f"{name} is {person.role} at {person.tenant.name} in this scenario, "
                              f"and no viewer at {tenant_name}: give the viewer a name of their own")
        return self._world.now_acts(person)

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
        answer = self._world.http.ask("POST", f"{V1}/auth/register", json_body=sent)
        return Outcome(name, "register a tenant", answer)

    # Signing in and out

    def sign_in(self, person: Person, **changed: Any) -> Outcome:
        """Sign in at the person's tenant; the person then has the new tokens.

        ``changed`` replaces what is sent; ``tenant=None`` names no tenant, ``host_of=tenant`` names it by its host,
        ``without=field`` leaves a field out.
        """
        host_of = changed.pop("host_of", None)
        tenant = changed.pop("tenant", person.tenant)
        named = self._host(host_of) if host_of else {"X-Tenant": tenant.slug} if tenant else {}
        left_out = changed.pop("without", None)
        sent = {"email": person.email, "password": person.password} | changed
        self._world.mask.learn(sent["password"])
        sent.pop(left_out, None)
        answer = self._world.http.ask("POST", f"{V1}/auth/login", json_body=sent, headers=named)
        outcome = Outcome(person.name, "sign in", answer)
        if outcome.accepted:
            self._keep(person, outcome.record)
        return outcome

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

    def refresh_at_once(self, person: Person, times: int) -> list[Outcome]:
        """Renew with one refresh token, several times at the same moment."""
        token = person.refresh_token
        return at_once([lambda: self.refresh(person, token)] * times)

    def sign_out(self, person: Person) -> Outcome:
        """End the person's session."""
        return Outcome(person.name, "sign out",
                       self._world.http.ask("POST", f"{V1}/auth/logout", token=person.access_token))

    def profile(self, person: Person, headers: dict[str, str] | None = None) -> Outcome:
        """Who the platform says that the person is."""
        answer = self._world.http.ask("GET", f"{V2}/me", token=person.access_token, headers=headers)
        return Outcome(person.name, "read the own profile", answer)

    def everything_under_host(self, person: Person, tenant: Tenant) -> list[Outcome]:
        """Whatever the person may ask for at home, asked for at the host of a tenant."""
        return self._everything(person, self._host(tenant))

    def everything_under_name(self, person: Person, tenant: Tenant) -> list[Outcome]:
        """Whatever the person may ask for at home, asked for in the name of a tenant."""
        return self._everything(person, {"X-Tenant": tenant.slug})

    def _everything(self, person: Person, headers: dict[str, str]) -> list[Outcome]:
        asked = [("GET", "/me"), ("GET", "/people"), ("GET", "/missions"), ("POST", "/missions"), ("GET", "/tenant"),
                 ("GET", "/missions/nothing")]
        return [Outcome(person.name, f"{method} {path}",
                        self._world.http.ask(method, f"{V2}{path}", token=person.access_token, headers=headers))
                for method, path in asked]

    def _host(self, tenant: Tenant) -> dict[str, str]:
        return {"Host": f"{tenant.slug}.{self._world.target.settings.base_domain}"}

    def profile_without_token(self) -> Outcome:
        """Somebody's profile, asked for by nobody in particular."""
        return Outcome("a stranger", "read a profile", self._world.http.ask("GET", f"{V2}/me"))

    # What is true

    def require_signed_in(self, person: Person, role: str, tenant_name: str) -> None:
        """The platform knows who the token belongs to: e-mail, role and tenant.

        :raises Finding: naming what differs.
        """
        record = self.profile(person).record
        different = differences(
            {"id": person.id, "e-mail": person.email, "role": role, "tenant": tenant_name, "slug": person.tenant.slug},
            {"id": record["id"], "e-mail": record["email"], "role": record["role"], "tenant": record["tenant"]["name"],
             "slug": record["tenant"]["slug"]})
        if different:
            raise Finding(f"{person.name} should be signed in as {role} of {tenant_name}: {different}")

    def require_told_who(self, person: Person, first_sign_in: bool) -> None:
        """The latest sign-in answered the person, the tenant, and whether it was the first.

        :raises Finding: naming what differs.
        """
        answer = person.answers[-1]
        different = differences(
            {"person": person.id, "e-mail": person.email, "tenant": person.tenant.id, "first sign-in": first_sign_in},
            {"person": answer["person"]["id"], "e-mail": answer["person"]["email"], "tenant": answer["tenant"]["id"],
             "first sign-in": answer["first_sign_in"]})
        if different:
            raise Finding(f"what {person.name} is told on signing in is not true: {different}")

    def require_token_lives(self, person: Person, access_seconds: int, refresh_seconds: int) -> None:
        """The latest sign-in stated these lives, and the access token says the same of itself.

        :raises Finding: naming what differs.
        """
        answer = person.answers[-1]
        said = claims(answer["access_token"])
        different = differences(
            {"type": "Bearer", "life of the access token": access_seconds, "its life as it says itself": access_seconds,
             "life of the refresh token": refresh_seconds},
            {"type": answer["token_type"], "life of the access token": answer["expires_in"],
             "its life as it says itself": said["exp"] - said["iat"],
             "life of the refresh token": answer["refresh_expires_in"]})
        if different:
            raise Finding(f"{person.name} should get tokens with lives of {access_seconds} and {refresh_seconds} seconds: "
                          f"{different}")

    def require_session_over(self, person: Person) -> None:
        """Neither the access token nor the refresh token is accepted any more.

        :raises Finding: when one is.
        """
        self.profile(person).require_refused("not signed in")
        self.refresh(person).require_refused("not signed in")

    def require_same_refusal(self, outcomes: list[Outcome], reason: str) -> None:
        """All were refused for this reason, and what they were told does not differ.

        :raises Finding: when it does.
        """
        for outcome in outcomes:
            outcome.require_refused(reason)
        first, *others = (outcome.without_ids() for outcome in outcomes)
        for other in others:
            if other != first:
                raise Finding("all should be refused in the same words, and one was not: "
                              f"{differences(dict.fromkeys(other) | first, other)}")

    def require_answers_name(self, person: Person, tenant: Tenant) -> None:
        """Answers to the person say that they were given for this tenant.

        :raises Finding: when one names another or none.
        """
        for path in ("/me", "/roles", "/people", "/missions"):
            answer = self._world.http.ask("GET", f"{V2}{path}", token=person.access_token)
            Outcome(person.name, f"read {path}", answer).require_accepted()
            if answer.headers.get("X-Tenant") != tenant.slug:
                raise Finding(f"{person.name}'s answer of {path} should name the tenant {tenant.slug}, "
                              f"and names {answer.headers.get('X-Tenant')!r}")

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


def claims(token: str) -> dict:
    """What a signed token says, unverified."""
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
