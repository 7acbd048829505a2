"""A notification as it is posted to a chat: signed, and by the same name each time that it is tried."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPResponse
from uuid import UUID

from reference.core import clock
from reference.core.database import TenantSession
from reference.core.outside import Service
from reference.core.settings import settings
from reference.notifications.records import Notification
from reference.plugins import service
from reference.tenancy.records import Tenant

ANSWER_SECONDS = 10.0
TAKEN = range(200, 300)


@dataclass(frozen=True)
class Delivery:
    """What is posted where."""

    receiver: Service
    body: bytes
    headers: dict[str, str]

    def make(self) -> None:
        """One try; raises Trouble."""
        list(self.receiver.pieces("POST", "", self.body, _taken, accepts=TAKEN, tries=1, headers=self.headers))


def delivery_of(session: TenantSession, notification_id: UUID) -> Delivery | None:
    """What is to be posted of a notification; None where nothing is any more."""
    notification = session.get(Notification, notification_id)
    webhook = service.enabled(session, "chat-webhook")
    if notification is None or webhook is None:
        return None
    tenant = session.get_one(Tenant, session.tenant_id)
    body = json.dumps({
        "id": str(notification.id), "kind": notification.kind, "title": notification.title, "body": notification.body,
        "tenant": tenant.slug, "created_at": clock.text(notification.created_at),
        "channel": webhook.config.get("channel")}, ensure_ascii=False).encode()
    headers = {"Idempotency-Key": str(notification.id)}
    if webhook.signing_secret is not None:
        headers["X-Signature"] = signature(webhook.signing_secret, body)
    receiver = Service(f"webhook {tenant.id}", webhook.config["webhook_url"], seconds=ANSWER_SECONDS,
                       within=settings().allowed_networks)
    return Delivery(receiver, body, headers)


def _taken(response: HTTPResponse) -> Iterator[int]:
    """That it is taken is all of the answer."""
    yield response.status


def signature(secret: str, body: bytes) -> str:
    """By which whoever has the secret sees that nobody else wrote the body."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
