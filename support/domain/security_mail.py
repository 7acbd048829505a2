"""What is mailed to those who watch over a site or a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Tenant
from support.domain.work_orders import WorkOrder
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class SecurityMail:
    """Gives them addresses, and reads what comes there. ``whose``: site or tenant."""

    def __init__(self, world: World):
        self._world = world
        self._addresses: dict[str, str] = {}

    def give_site_address(self, order: WorkOrder) -> None:
        """The site of the order has somebody who is mailed."""
        address = self._addresses["site"] = self._world.data.email("site security")
        site_id = self._world.work_orders.record(order)["site_id"]
        self._change(order.author.tenant, f"/sites/{site_id}", {"security_email": address})

    def give_tenant_address(self, tenant: Tenant) -> None:
        """The tenant has somebody who is mailed where a site has nobody."""
        address = self._addresses["tenant"] = self._world.data.email("tenant security")
        self._change(tenant, "/tenant", {"settings": {"security_email": address}})

    def require_one(self, whose: str, subject: str) -> None:
        """Once all work has ended, one mail came, of this subject.

        :raises Finding: when none, another or more came.
        """
        self._world.mailboxes.await_delivered(self._addresses[whose], 1)
        self._world.await_quiet()
        subjects = [mail.message["Subject"] for mail in self._world.mailboxes.server.sent_to(self._addresses[whose])]
        if subjects != [subject]:
            raise Finding(f"the security of the {whose} should get one mail, {subject!r}, and got {subjects}")

    def require_none(self, whose: str) -> None:
        """:raises Finding: when a mail came."""
        self._world.mailboxes.require_none(self._addresses[whose])

    def _change(self, tenant: Tenant, path: str, body: dict[str, Any]) -> None:
        administrator = tenant.administrator
        answer = self._world.http.ask("PATCH", f"{V2}{path}", token=administrator.access_token, json_body=body)
        Outcome(administrator.name, f"name a security address at {path}", answer).require_accepted(200)
