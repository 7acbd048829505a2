"""Pages of other origins, as a browser lets them call the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.domain.generations import V2
from support.domain.people import Person
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.drivers.http import Answer
    from support.world import World

LISTED = "the listed origin"
UNLISTED = "https://pages.example"
METHODS, HEADERS = "Access-Control-Allow-Methods", "Access-Control-Allow-Headers"


class Origins:
    """Asks as a browser does for a page, and looks at what the answer lets the page do."""

    def __init__(self, world: World):
        self._world = world

    def origin(self, words: str) -> str:
        """The origin that these words stand for.

        :raises WrongScenario: when they stand for none.
        """
        listed = self._world.target.listed_origin
        parts = urlsplit(listed)
        origins = {
            LISTED: listed, "an origin that is not listed": UNLISTED, "the origin null": "null",
            "the listed origin with another port": f"{listed}:8443",
            "the listed origin with another scheme": f"{'http' if parts.scheme == 'https' else 'https'}://{parts.netloc}",
            "the listed origin with something before it": f"{parts.scheme}://evil-{parts.netloc}",
            "the listed origin with something behind it": f"{listed}.pages.example",
        }
        if words not in origins:
            raise WrongScenario(f"there is no origin {words!r}; there are {', '.join(origins)}")
        return origins[words]

    def ask(self, person: Person, path: str, words: str) -> None:
        """Ask in the person's name, on a page of this origin."""
        self._world.requests.ask(person, "GET", path, headers={"Origin": self.origin(words)})

    def ask_beforehand(self, words: str) -> None:
        """What a browser asks before it sends a page's change."""
        request = self._world.requests.word("OPTIONS", f"{V2}/missions")
        request.headers |= {"Origin": self.origin(words), "Access-Control-Request-Method": "POST",
                            "Access-Control-Request-Headers": "authorization, content-type"}
        self._world.requests.send()

    def require_let_in(self) -> None:
        """The answer lets exactly the listed origin in, with credentials, and says that it varies by origin.

        :raises Finding: naming what it says instead.
        """
        answer = self._world.requests.answer
        expected = {"Access-Control-Allow-Origin": self.origin(LISTED), "Access-Control-Allow-Credentials": "true",
                    "Vary": "Origin"}
        said = {name: answer.headers.get(name) for name in expected}
        if said != expected:
            raise Finding(f"the answer to {answer.words} should let the listed origin in: {expected}; and says {said}")

    def require_methods(self, methods: list[str]) -> None:
        """:raises Finding: when the answer allows others."""
        self._require_listed(METHODS, methods)

    def require_headers(self, names: list[str]) -> None:
        """:raises Finding: when the answer allows others."""
        self._require_listed(HEADERS, [name.lower() for name in names])

    def _require_listed(self, header: str, expected: list[str]) -> None:
        answer: Answer = self._world.requests.answer
        given = answer.headers.get(header, "")
        listed = sorted(each.strip() if header == METHODS else each.strip().lower() for each in given.split(","))
        if listed != sorted(expected):
            raise Finding(f"the answer to {answer.words} should allow exactly {', '.join(sorted(expected))} ({header}), and "
                          f"allows {given or 'nothing'}")
