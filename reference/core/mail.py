"""Mails, really sent: by SMTP to the server of the settings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from email.headerregistry import Address
from email.message import EmailMessage
from html import escape
from smtplib import SMTP, SMTP_SSL, SMTPException
from urllib.parse import unquote, urlsplit

from reference.core import clock
from reference.core.settings import settings

ANSWER_SECONDS = 10.0
FAILURES = (SMTPException, OSError)


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a mail."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True)
class Mail:
    """What somebody is sent, as text and as HTML. ``identifier`` is the same each time that it is tried. ``from_address``:
    of a tenant that sends in its own name."""

    identifier: str
    name: str
    email: str
    subject: str
    text: str
    html: str
    from_address: str = ""
    from_name: str = ""
    file: Attachment | None = None

    def with_file(self, file: Attachment) -> Mail:
        return replace(self, file=file)


def of_lines(identifier: str, name: str, email: str, subject: str, lines: Collection[str], link: str = "") -> Mail:
    """A mail that says these lines, a paragraph each, and then the link. Everything is escaped in its HTML: it may be
    whatever somebody typed."""
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    anchor = f'<p><a href="{escape(link)}">{escape(subject)}</a></p>\n' if link else ""
    return Mail(identifier, name, email, subject, text="\n\n".join(filter(None, (*lines, link))) + "\n",
                html=f"<!doctype html>\n{paragraphs}{anchor}")


def send(mail: Mail) -> None:
    """Hand a mail to the server; raises one of FAILURES where the server cannot be reached or does not take it."""
    message = written(mail)
    address = urlsplit(settings().smtp_url)
    connect = SMTP_SSL if address.scheme == "smtps" else SMTP
    with connect(address.hostname or "localhost", address.port or 0, timeout=ANSWER_SECONDS) as server:
        if address.username:
            server.login(unquote(address.username), unquote(address.password or ""))
        server.send_message(message, to_addrs=[_addressed(mail.email).addr_spec])


def written(mail: Mail) -> EmailMessage:
    """The message as it goes over the wire. No text of a person's makes a line of its head."""
    message = EmailMessage()
    message["Message-ID"] = f"<{mail.identifier}@{settings().base_domain}>"
    message["Date"] = clock.now()
    message["From"] = _addressed(mail.from_address or f"no-reply@{settings().base_domain}", one_line(mail.from_name))
    message["To"] = _addressed(mail.email, one_line(mail.name))
    message["Subject"] = one_line(mail.subject)
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    if mail.file is not None:
        kind, _, subtype = mail.file.media_type.partition("/")
        message.add_attachment(mail.file.content, maintype=kind, subtype=subtype, filename=mail.file.name)
    return message


def one_line(text: str) -> str:
    return " ".join(text.split())


def _addressed(email: str, name: str = "") -> Address:
    """The address, quoted where it needs to be: a comma in it would make two of it."""
    user, _, domain = email.rpartition("@")
    return Address(name, user, domain)
