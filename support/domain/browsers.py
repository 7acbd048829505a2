"""People at a browser: it keeps a cookie, and sends it along with whatever it asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from http.cookies import Morsel, SimpleCookie
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.generations import V1, V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

COOKIE = "session"
CSRF_HEADER = "X-CSRF-Token"


@dataclass
class Browser:
    """What one browser holds after a sign-in. ``person``: with the tokens that the same sign-in gave."""

    person: Person
    cookie: Morsel
    csrf_token: str


class Browsers:
    """Each person's browser; whoever has signed in with one has one."""

    def __init__(self, world: World):
        self._world = world
        self._all: dict[str, Browser] = {}

    def of(self, person: Person) -> Browser:
        if person.name not in self._all:
            raise WrongScenario(f"{person.name} has not signed in with a browser in this scenario")
        return self._all[person.name]

    def sign_in(self, person: Person) -> None:
        """Sign in with a browser. The tokens that the platform gives besides are this sign-in's: the person keeps others."""
        signed_in = replace(person, answers=[])
        outcome = self._world.accounts.sign_in(signed_in, cookie=True)
        outcome.require_accepted(200)
        cookie = self._cookie_in(outcome)
        self._world.mask.learn(cookie.value)
        self._world.mask.learn(outcome.record["csrf_token"])
        self._all[person.name] = Browser(signed_in, cookie, outcome.record["csrf_token"])

    def ask(self, person: Person, method: str, path: str, words: str, *, csrf_token: str | None = None,
            authorization: str | None = None, body: Any = None) -> Outcome:
        """Ask with the cookie, and with nothing else that is not given."""
        headers = {CSRF_HEADER: csrf_token, "Authorization": authorization}
        answer = self._world.http.ask(method, path, cookies={COOKIE: self.of(person).cookie.value}, json_body=body,
                                      headers={name: value for name, value in headers.items() if value is not None})
        return Outcome(person.name, words, answer)

    def read_sign_ins(self, person: Person, authorization: str | None = None) -> Outcome:
        """Where the person is signed in, with the cookie alone or with a token besides."""
        return self.ask(person, "GET", f"{V2}/me/sessions", "read the own sign-ins", authorization=authorization)

    def read_devices(self, person: Person) -> Outcome:
        """What the person works with, with the cookie alone."""
        return self.ask(person, "GET", f"{V2}/devices", "list the own devices")

    def rename(self, person: Person, csrf_token: str | None) -> Outcome:
        """Write something: another name."""
        return self.ask(person, "PATCH", f"{V2}/me", "change the own name", csrf_token=csrf_token,
                        body={"full_name": f"{person.full_name} the Second"})

    def rename_with_anothers_token(self, person: Person) -> Outcome:
        """The same with what belongs to another sign-in of the same person."""
        mine = self.of(person)
        self.sign_in(person)
        other, self._all[person.name] = self.of(person), mine
        return self.rename(person, other.csrf_token)

    def read_profile_with(self, person: Person, other: Person) -> Outcome:
        """The own profile, asked for with one's cookie and another's token."""
        return self.ask(person, "GET", f"{V2}/me", "read the own profile", authorization=f"Bearer {other.access_token}")

    def sign_out(self, person: Person) -> Outcome:
        """End the browser's sign-in, as its page does."""
        return self.ask(person, "POST", f"{V1}/auth/logout", "sign out", csrf_token=self.of(person).csrf_token)

    def use_every(self, person: Person, pause: timedelta, whole: timedelta) -> None:
        """Use the browser again and again, with these pauses on the platform's clock, until this time has passed."""
        for _ in range(whole // pause):
            self._world.operations.let_time_pass_alone(pause)
            self.read_sign_ins(person).require_accepted(200)

    # What must then be true

    def require_good(self, person: Person) -> None:
        """The cookie alone shows the person's devices, and its own sign-in as the present one.

        :raises Finding: when it does not.
        """
        self.read_devices(person).require_accepted(200)
        outcome = self.read_sign_ins(person)
        outcome.require_accepted(200)
        present = [each["kind"] for each in outcome.record["items"] if each["current"]]
        if present != ["cookie"]:
            raise Finding(f"{person.name}'s browser should find its own sign-in as the present one, and finds {present}")

    def require_worthless(self, person: Person) -> None:
        """:raises Finding: when the cookie still signs in."""
        self.read_devices(person).require_refused("not signed in")
        self.read_sign_ins(person).require_refused("not signed in")

    def require_name(self, person: Person, *, changed: bool) -> None:
        """:raises Finding: when the person's name is not as ``rename`` makes it, or (not ``changed``) as it was."""
        expected = f"{person.full_name} the Second" if changed else person.full_name
        shown = self._world.accounts.profile(person).record["full_name"]
        if shown != expected:
            raise Finding(f"{person.name} should be called {expected}, and is called {shown}")

    def require_answered(self, person: Person, outcome: Outcome) -> None:
        """:raises Finding: when the answer is somebody else's record."""
        if outcome.record["id"] != person.id:
            raise Finding(f"it should be {person.name} who is answered, and is {outcome.record['full_name']}")

    def require_over(self, person: Person) -> None:
        """Neither the cookie nor the tokens of the same sign-in are worth anything.

        :raises Finding: when one is.
        """
        self.require_worthless(person)
        self._world.accounts.require_session_over(self.of(person).person)

    def require_cookie_guarded(self, person: Person) -> None:
        """No page's script can read the cookie, and no other site has it sent when it writes.

        :raises Finding: naming what is not so.
        """
        cookie = self.of(person).cookie
        different = differences({"httponly": True, "samesite": "lax", "path": "/", "domain": ""},
                                {name: value.lower() if isinstance(value, str) else value for name, value in cookie.items()})
        if different:
            raise Finding(f"{person.name}'s cookie should be kept from scripts and other sites: {different}")

    def require_forgotten(self, outcome: Outcome) -> None:
        """:raises Finding: when the answer does not make the browser forget its cookie."""
        cookie = self._cookie_in(outcome)
        if cookie.value or cookie["max-age"] != "0":
            raise Finding(f"the browser should be told to forget its cookie on trying to {outcome.what}, and is not")

    def _cookie_in(self, outcome: Outcome) -> Morsel:
        cookies = SimpleCookie(outcome.answer.headers.get("Set-Cookie", ""))
        if list(cookies) != [COOKIE]:
            raise Finding(f"the answer on trying to {outcome.what} should set the cookie {COOKIE}, and sets {list(cookies)}")
        return cookies[COOKIE]
