"""A platform that somebody else started, found by its address."""

from __future__ import annotations

import ipaddress
from secrets import token_hex
from urllib.parse import urlsplit

import httpx

from support.awaiting import await_value
from support.datastores.guard import Datastores
from support.findings import Finding
from support.settings import UsageError, redact_url
from support.targets.base import Target, TargetUnreachable


class DeployedTarget(Target):
    """Uses the given addresses only. Datastores are optional: without them it is driven through its API alone."""

    name = "deployed"

    @property
    def capabilities(self) -> frozenset[str]:
        settings = self.settings
        offered = {
            "database": bool(settings.database_url),
            "cache": bool(settings.redis_url),
            "queue": bool(settings.broker_url or settings.redis_url),
            "platform_key": bool(settings.platform_key),
            "signing_key": bool(settings.signing_key),
            "stand_ins": "stand_in_host" in settings.sources or _on_this_machine(settings.base_url),
        }
        return frozenset(name for name, given in offered.items() if given)

    @property
    def owns_datastores(self) -> bool:
        return False

    def start(self) -> None:
        """Somebody else did."""

    def open(self) -> None:
        def ask() -> str:
            try:
                return str(self.client.get("/health/live", timeout=5.0).status_code)
            except httpx.HTTPError as fault:
                return f"{type(fault).__name__}: {fault}"

        place = redact_url(self.base_url)
        try:
            await_value(ask, lambda seen: seen == "200", within=self.settings.boot_seconds,
                        words=lambda seen: f"the platform at {place} does not answer: {seen}")
        except Finding as fault:
            raise TargetUnreachable(f"{fault}\nIs it started, and is base_url right? "
                                    f"{place.rstrip('/')}/health/live should answer 200.") from fault
        given = Datastores.of(self.settings.database_url, self.settings.redis_url, self.settings.broker_url)
        self.connect_datastores(given.database_url, given.redis_url, given.broker_url)


    def require_same_database(self) -> None:
        from support.datastores.same_database import answers_wait_for

        def ask() -> None:
            self.client.post("/api/v1/auth/login", headers={"X-Tenant": f"nobody-{token_hex(8)}"},
                             json={"email": "nobody@people.example", "password": "never a password"})

        if not answers_wait_for(self.database, ask):
            raise UsageError(f"the platform at {redact_url(self.base_url)} does not answer from the database "
                             f"{redact_url(self.settings.database_url)}: nothing was emptied. Give the address of the "
                             "database that it really uses, or none.")


def _on_this_machine(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
