"""The mail of the day before: to each recipient one, at the hour that the tenant has chosen."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select

from reference.analytics import figures, files
from reference.analytics.shapes import Day
from reference.core import clock, mail, outbox
from reference.core.database import TenantSession
from reference.core.mail import Attachment, Mail
from reference.plugins.records import PluginConfiguration
from reference.tenancy.records import Tenant

NAME = "analytics-export"
HOUR = 1  # UTC, where none was chosen
QUEUE = "email"


def send_due(session: TenantSession) -> None:
    """Have today's mails sent, once, where the hour has come since the plugin was switched on."""
    export = session.scalar(select(PluginConfiguration).where(
        PluginConfiguration.name == NAME, PluginConfiguration.enabled).with_for_update(of=PluginConfiguration))
    now = clock.now()
    if export is None or export.exported_on == now.date():
        return
    due = datetime.combine(now.date(), time(export.config.get("hour", HOUR)), UTC)
    if not export.enabled_at <= due <= now:
        return
    export.exported_on = now.date()
    for recipient in export.config["recipients"]:
        outbox.send_task(session, "plugins.mail_figures", {
            "tenant_id": str(session.tenant_id), "recipient": recipient, "format": export.config["format"],
            "day": str(now.date() - timedelta(days=1))}, queue=QUEUE)


def mail_of(session: TenantSession, recipient: str, format: str, day: date) -> Mail:
    """The day's figures as text, and the file of them."""
    tenant = session.get_one(Tenant, session.tenant_id)
    (found,) = figures.days(session, day, day)
    identifier = hashlib.sha256(f"{tenant.id} {day} {recipient}".encode()).hexdigest()[:32]
    written = mail.of_lines(identifier, "", recipient, f"Figures of {tenant.name} for {day}", in_words(found))
    content = files.made(session, format, day, day).encode()
    return written.with_file(Attachment(files.name(format, day, day), content, files.MEDIA_TYPES[format].split(";")[0]))


def in_words(day: Day) -> list[str]:
    """A line for each figure."""
    return [f"{column.replace('_', ' ').capitalize()}: {'none' if value is None else value}"
            for column, value in files.columns(day).items()]
