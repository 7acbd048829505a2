"""A platform that somebody else started, found by its address."""

from __future__ import annotations

import ipaddress
import socket
from secrets import token_hex
from time import monotonic
from urllib.parse import urlsplit

import httpx

from support.awaiting import looks
from support.settings import Settings, UsageError, redact_url
from support.targets.base import Target, face_service, language_model, mail_server, webhook_receiver
from support.targets.capabilities import TargetUnreachable

LIVE = "/health/live"
QUIET_SECONDS = 2.0  # nobody minds to wait so long
HOPELESS_SECONDS = 10.0
STRANGE_SECONDS = 5.0  # of answers that no platform gives while it comes up
COMING_UP = ("502", "503", "504")  # its own, and those of a proxy before it


class DeployedTarget(Target):
    """Uses the given addresses only. Datastores are optional: without them it is driven through its API alone."""

    name = "deployed"

    def __init__(self, settings: Settings):
        super().__init__(settings)
        if settings.mail_port:
            self.mail = mail_server(settings)
        if settings.face_port:
            self.face = face_service(settings)
        if settings.language_model_port:
            self.language_model = language_model(settings)
        if settings.webhook_port:
            self.webhook = webhook_receiver(settings)

    @property
    def capabilities(self) -> frozenset[str]:
        settings = self.settings
        offered = {
            "database": bool(settings.database_url),
            "cache": bool(settings.redis_url),
            "queue": bool(settings.broker_url or settings.redis_url),
            "platform_key": bool(settings.platform_key),
            "signing_key": bool(settings.signing_key),
            "mail": bool(settings.mail_port),
            "face": bool(settings.face_port),
            "language_model": bool(settings.language_model_port),
            "webhook": bool(settings.webhook_port),
            "listed_origin": bool(settings.listed_origin),
            "addresses": self.address_of("anybody") is not None,
            "stand_ins": "stand_in_host" in settings.sources or _on_this_machine(settings.base_url),
        }
        return frozenset(name for name, given in offered.items() if given)

    @property
    def owns_datastores(self) -> bool:
        return False

    def start(self) -> None:
        """Somebody else did."""

    def open(self) -> None:
        self._await_answer()
        given = self.settings
        if given.database_url or given.redis_url or given.broker_url:
            from support.datastores.guard import Datastores  # with the drivers: only for whom has datastores

            stores = Datastores.of(given.database_url, given.redis_url, given.broker_url)
            self.connect_datastores(stores.database_url, stores.redis_url, stores.broker_url)

    def _await_answer(self) -> None:
        """Wait until the platform answers, and say so when it takes a while.

        Where nobody listens on this machine, or the name is none, the reason is most likely a wrong address: such a wait
        is short, unless somebody asked for a longer one. So it is where something else answers.
        """
        place, began, told = redact_url(self.base_url).rstrip("/"), monotonic(), False
        within, strange_since = self.settings.boot_seconds, None
        is_asked_for = "boot_seconds" in self.settings.sources
        for number in looks(within):
            left = within - (monotonic() - began)
            seen, is_hopeless = self._ask(QUIET_SECONDS if number == 0 else min(5.0, max(QUIET_SECONDS, left)))
            waited = monotonic() - began
            if seen == "200":
                return
            is_strange = seen.isdigit() and seen not in COMING_UP
            strange_since = (waited if strange_since is None else strange_since) if is_strange else None
            if is_hopeless and not is_asked_for:
                within = min(within, HOPELESS_SECONDS)
            if waited >= within or (is_strange and not is_asked_for and waited - strange_since >= STRANGE_SECONDS):
                break
            if waited >= QUIET_SECONDS and not told:
                told = True
                longest = within if is_asked_for or not is_strange else min(within, STRANGE_SECONDS)
                self.tell(f"Waiting up to {longest:g} s for the platform at {place} ({seen})")
        if is_strange:
            raise TargetUnreachable(f"{place} answers {seen} to {LIVE}: is that the platform? (waited {waited:.0f} s)\n"
                                    f"Is base_url right? {place}{LIVE} should answer 200.")
        raise TargetUnreachable(f"the platform at {place} does not answer: {seen} (waited {waited:.0f} s)\n"
                                f"Is it started, and is base_url right? {place}{LIVE} should answer 200.")

    def _ask(self, seconds: float) -> tuple[str, bool]:
        """What the platform answers, and whether waiting will hardly change it."""
        try:
            return str(self.client.get(LIVE, timeout=seconds).status_code), False
        except httpx.HTTPError as fault:
            refused = isinstance(_cause(fault), ConnectionRefusedError) and _on_this_machine(self.base_url)
            nameless = isinstance(_cause(fault), socket.gaierror)
            return f"{type(fault).__name__}: {fault}", refused or nameless

    def require_same_database(self) -> None:
        from support.datastores.same_database import answers_wait_for

        def ask() -> None:
            self.client.post("/api/v1/auth/login", headers={"X-Tenant": f"nobody-{token_hex(8)}"},
                             json={"email": "nobody@people.example", "password": "never a password"})

        if not answers_wait_for(self.database, ask):
            raise UsageError(f"the platform at {redact_url(self.base_url)} does not answer from the database "
                             f"{redact_url(self.settings.database_url)}: nothing was emptied. Give the address of the "
                             "database that it really uses, or none.")


def _cause(fault: BaseException) -> BaseException:
    """The system's own error, where one is behind it."""
    while fault.__cause__ or fault.__context__:
        fault = fault.__cause__ or fault.__context__
    return fault


def _on_this_machine(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
