"""The plugins that there are, the same for all tenants, and what each takes as its configuration."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from ipaddress import AddressValueError, IPv4Address
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema

from reference.core import inputs, networks
from reference.core.errors import Fault
from reference.core.inputs import Body, Email, Text, fault
from reference.core.settings import settings
from reference.notifications.kinds import KINDS

SECRET = "signing_secret"
HIDDEN = "********"  # how a secret is answered; who sends it keeps the secret
HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", re.IGNORECASE)
NUMBER_LIKE = re.compile(r"([0-9]+|0x[0-9a-f]*)", re.IGNORECASE)  # the end of what the system may take for an address


def _web_address(text: str) -> str:
    """An address that may be called. A name is looked up, and judged, when it is called."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise fault("format") from None
    if parts.scheme not in ("http", "https") or parts.username is not None or parts.fragment \
            or not text.isascii() or re.search(r"[\x00-\x20\x7f]", text) or not HOST.fullmatch(host):
        raise fault("format", "This is no web address.")
    try:
        address = IPv4Address(host)
    except AddressValueError:
        if NUMBER_LIKE.fullmatch(host.rpartition(".")[2]):
            raise fault("format", "This is no web address.") from None
        return text
    if not networks.is_allowed(address, settings().allowed_networks):
        raise fault("not_allowed", "This address lies in a network that is not allowed.")
    return text


def _kind(entry: Any) -> str:
    if entry not in KINDS:
        raise fault("not_allowed", "There is no such kind of notification.")
    return entry


def _email(entry: Any) -> str:
    text = inputs.refuse_unstorable(entry)
    if not isinstance(text, str):
        raise fault("type")
    if len(text.strip()) > 254:
        raise fault("too_long")
    if not re.fullmatch(inputs.EMAIL_FORM, text.strip()):
        raise fault("format")
    return text.strip()


WebAddress = Annotated[Text(1, 2048), AfterValidator(_web_address)]
Kinds = Annotated[list[str], PlainValidator(lambda value: inputs.distinct(value, 20, _kind)), WithJsonSchema(
    {"type": "array", "minItems": 1, "maxItems": 20, "uniqueItems": True, "items": {"enum": list(KINDS)}})]
Emails = Annotated[list[str], PlainValidator(lambda value: inputs.distinct(value, 10, _email)), WithJsonSchema(
    {"type": "array", "minItems": 1, "maxItems": 10, "uniqueItems": True,
     "items": {"type": "string", "maxLength": 254, "pattern": inputs.EMAIL_FORM}})]


class ChatWebhook(Body):
    """Without ``kinds`` every notification is posted."""

    webhook_url: WebAddress
    channel: Text(1, 80) = None
    kinds: Kinds = None
    signing_secret: Text(16, 255) = None


class EmailBranding(Body):
    from_address: Email
    from_name: Text(1, 100) = None
    subject_prefix: Text(0, 40) = None


class AnalyticsExport(Body):
    format: Literal["csv", "json"]
    recipients: Emails
    hour: Annotated[int, Field(ge=0, le=23)] = None


@dataclass(frozen=True)
class Plugin:
    """One plugin. ``takes``: the shape of its configuration."""

    name: str
    title: str
    description: str
    takes: type[Body]
    version: str = "1.0.0"

    @cached_property
    def config_schema(self) -> dict[str, Any]:
        """JSON Schema of its configuration."""
        schema = self.takes.model_json_schema()
        return {"type": "object", "properties": {name: _plain(of_field) for name, of_field in schema["properties"].items()},
                "required": schema["required"], "additionalProperties": False}

    def checked(self, config: dict[str, Any]) -> dict[str, Any]:
        """The configuration as it is kept; raises all its faults at once."""
        faults: list[Fault] = []
        found = inputs.check(self.takes, config, faults)
        faults = [Fault(f"config.{each.field}", each.code, each.message) for each in faults]
        return inputs.accepted(found, faults).model_dump(mode="json", exclude_unset=True)


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """Without what says nothing: a title made of the name, and that what is not sent is nothing."""
    return {name: value for name, value in schema.items() if name not in ("title", "default")}


PLUGINS = {plugin.name: plugin for plugin in (
    Plugin("analytics-export", "Daily figures by mail",
           "Sends one mail a day with the figures of the day before and a file of them.", AnalyticsExport),
    Plugin("chat-webhook", "Notifications in a chat", "Posts each new notification to a web address.", ChatWebhook),
    Plugin("email-branding", "Mail in the own name", "Sends the notification mails from an address of the tenant's own.",
           EmailBranding))}
