"""What must be true of people's accounts: who somebody is known as, what tokens are worth, what a refusal tells."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.findings import Finding

CALLS_TAKE_SECONDS = 10  # from the lock to the next attempt, at the most


class AccountPromises:
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

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

    def require_first_session_open(self, person: Person) -> None:
        """What the person's first sign-in gave still signs in, and can be renewed.

        :raises Finding: when it does not.
        """
        first = person.answers[0]
        self.profile(replace(person, access_token=first["access_token"])).require_accepted(200)
        self.refresh(person, first["refresh_token"]).require_accepted(200)

    def require_locked_out(self, outcome: Outcome, time: timedelta) -> None:
        """The refusal says for how long the person is locked: this time, less what has passed meanwhile.

        :raises Finding: when it says another time or none.
        """
        outcome.require_refused("locked")
        said = outcome.answer.headers.get("Retry-After", "")
        most = int(time.total_seconds())
        if not said.isdigit() or not max(0, most - CALLS_TAKE_SECONDS) < int(said) <= most:
            raise Finding(f"{outcome.who} should be told to come again in {most} seconds, and is told {said!r}")

    def require_alone(self, outcomes: list[Outcome]) -> None:
        """Of what was registered there is one administrator, who is the only person of the tenant.

        :raises Finding: when there is somebody else.
        """
        record = next(outcome.record for outcome in outcomes if outcome.accepted)
        answer = self._world.http.ask("GET", f"{V2}/people", token=record["access_token"])
        found = [each["id"] for each in Outcome("the administrator", "read the people", answer).record["items"]]
        if found != [record["person"]["id"]]:
            raise Finding(f"the administrator should be the only person of the tenant, and there are {len(found)}")

    def require_token_good(self, person: Person, kind: str) -> None:
        """An ``access`` token of the person's first sign-in still signs in; a ``refresh`` token of the second, which is
        as old, still renews (which uses it up).

        :raises Finding: when it does not.
        """
        if kind == "access":
            self.profile(replace(person, access_token=person.answers[0]["access_token"])).require_accepted(200)
        else:
            self.refresh(replace(person), person.answers[1]["refresh_token"]).require_accepted(200)

    def require_token_worthless(self, person: Person, kind: str) -> None:
        """:raises Finding: when the token of the person's first sign-in is still taken."""
        first = person.answers[0]
        if kind == "access":
            self.profile(replace(person, access_token=first["access_token"])).require_refused("not signed in")
        else:
            self.refresh(replace(person), first["refresh_token"]).require_refused("not signed in")

    def require_rights_of(self, person: Person, role: str) -> None:
        """The person's own profile shows this role and exactly the permissions that the platform's table gives it.

        :raises Finding: naming what differs.
        """
        record = self.profile(person).record
        answer = self._world.http.ask("GET", f"{V2}/roles", token=person.access_token)
        of_role = {each["role"]: [permission["name"] for permission in each["permissions"]]
                   for each in Outcome(person.name, "read the roles", answer).record}
        different = differences({"the role": role, "the permissions": of_role[role]},
                                {"the role": record["role"], "the permissions": record["permissions"]})
        if different:
            raise Finding(f"{person.name} should be known as {role}: {different}")

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
        for path, status in (("/me", 200), ("/roles", 200), ("/people", 200), ("/missions", 200),
                             (f"/missions/{uuid4()}", 404), ("/missions?limit=0", 422)):
            answer = self._world.http.ask("GET", f"{V2}{path}", token=person.access_token)
            if answer.status != status:
                raise Finding(f"{person.name} should be answered {status} on reading {path}, and was {answer.status}")
            if answer.headers.get("X-Tenant") != tenant.slug:
                raise Finding(f"{person.name}'s answer of {path} should name the tenant {tenant.slug}, "
                              f"and names {answer.headers.get('X-Tenant')!r}")
        for outcome in self._everything(person, {}):
            if outcome.answer.headers.get("X-Tenant") != tenant.slug:
                raise Finding(f"the answer on trying {outcome.what} should name the tenant {tenant.slug}, "
                              f"and names {outcome.answer.headers.get('X-Tenant')!r}")


def claims(token: str) -> dict:
    """What a signed token says, unverified."""
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
