"""Tokens that a scenario makes: with claims that are missing or other, signed in another way, sent in another way."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import jwt

from support.domain.account_promises import claims
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

ALGORITHM = "HS256"
ANOTHER_KEY = "a key that is long enough, and not the platform's"

# How a scenario says what a claim is, where no text can stand for it.
VALUES: dict[str, Any] = {"empty": "", "nothing": None, "a number": 7}


class Tokens:
    """Takes the person's own good access token and makes another of it."""

    def __init__(self, world: World):
        self._world = world

    def made(self, person: Person, *, without: str = "", key: str | None = None, algorithm: str = ALGORITHM,
             **changed: Any) -> str:
        """A token like the person's own, but ``without`` a claim, with others ``changed``, signed with another ``key`` or
        by another ``algorithm``."""
        said = claims(person.access_token) | changed
        said.pop(without, None)
        signing_key = key or self._world.target.signing_key
        return jwt.encode(said, None if algorithm == "none" else signing_key, algorithm=algorithm)

    def signed_with_another_key(self, person: Person) -> str:
        return self.made(person, key=ANOTHER_KEY)

    def expiring(self, person: Person, seconds: float) -> str:
        """A token that is over in so many seconds; less than 0: that was over so long ago."""
        now = self._world.operations.platform_now().timestamp()
        return self.made(person, iat=int(now + min(seconds, 0)) - 3600, exp=int(now + seconds))

    def come_with(self, person: Person, **changed: Any) -> Outcome:
        """Ask for the own profile with a token that is ``made`` so."""
        return self._come(person, f"Bearer {self.made(person, **changed)}")

    def come_with_another_key(self, person: Person) -> Outcome:
        return self._come(person, f"Bearer {self.signed_with_another_key(person)}")

    def come_saying(self, person: Person, claim: str, words: str) -> Outcome:
        """With a token in which this claim is the text, or what the words stand for."""
        return self.come_with(person, **{claim: VALUES.get(words, words)})

    def come_expiring(self, person: Person, seconds: float) -> Outcome:
        return self._come(person, f"Bearer {self.expiring(person, seconds)}")

    def come_altered(self, person: Person) -> Outcome:
        """With a token that was signed well and says something else since."""
        head, _, signature = person.access_token.split(".")
        body = json.dumps(claims(person.access_token) | {"role": "admin"}).encode()
        return self._come(person, f"Bearer {head}.{base64.urlsafe_b64encode(body).decode().rstrip('=')}.{signature}")

    def come_unsigned(self, person: Person) -> Outcome:
        """With the own token, less its signature."""
        return self._come(person, f"Bearer {person.access_token.rpartition('.')[0]}.")

    def come_as(self, person: Person, header: str) -> Outcome:
        """With this in the header that is for the token, where {token} stands for the person's own, which is good."""
        return self._come(person, header.replace("{token}", person.access_token))

    def come_for_nobody(self, person: Person, claim: str) -> Outcome:
        """With a token that names somebody or a tenant that there is not."""
        return self.come_with(person, **{claim: str(uuid4())})

    def ask_at_once(self, person: Person, times: int) -> list[Outcome]:
        """Read the own profile several times at the same moment with the same token."""
        return at_once([lambda: self._world.accounts.profile(person)] * times)

    def require_told_each_time(self, person: Person, outcomes: list[Outcome]) -> None:
        """:raises Finding: when one of the answers shows somebody else."""
        shown = {outcome.record["id"] for outcome in outcomes}
        if shown != {person.id}:
            raise Finding(f"{person.name} should be shown the own record each time, and was shown {len(shown)} others")

    def _come(self, person: Person, authorization: str) -> Outcome:
        answer = self._world.http.ask("GET", f"{V2}/me", headers={"Authorization": authorization})
        return Outcome(person.name, "read the own profile", answer)
