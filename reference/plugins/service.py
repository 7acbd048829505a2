"""What other areas need of plugins: what a tenant has switched on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from reference.core.database import TenantSession
from reference.core.mail import Mail
from reference.plugins.records import PluginConfiguration


def enabled(session: TenantSession, name: str) -> PluginConfiguration | None:
    """The tenant's configuration of the plugin; None where it is off."""
    return session.scalar(select(PluginConfiguration).where(PluginConfiguration.name == name,
                                                            PluginConfiguration.enabled))


def posts(session: TenantSession, kind: str) -> bool:
    """Whether notifications of this kind are posted to a chat."""
    webhook = enabled(session, "chat-webhook")
    return webhook is not None and kind in webhook.config.get("kinds", [kind])


def branded(session: TenantSession, mail: Mail) -> Mail:
    """A notification's mail as the tenant wants it sent."""
    branding = enabled(session, "email-branding")
    if branding is None:
        return mail
    config: dict[str, Any] = branding.config
    return replace(mail, from_address=config["from_address"], from_name=config.get("from_name", ""),
                   subject=f"{config.get('subject_prefix', '')} {mail.subject}".strip())
