"""The mail server that the platform sends to: real SMTP on loopback, and what came is kept and delivered to nobody."""

from __future__ import annotations

import logging
import socket
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from email.message import EmailMessage

    from aiosmtpd.controller import Controller

logging.getLogger("mail.log").setLevel(logging.WARNING)  # its lines, some ten a mail, would repeat the evidence


@dataclass(frozen=True)
class Mail:
    """One mail as it came over the wire. ``to`` are the addresses that the server was told, not what the head says."""

    at: datetime
    to: tuple[str, ...]
    message: EmailMessage
    taken: bool  # else it was turned away

    def part(self, kind: str) -> str:
        """The decoded text of its ``plain`` or ``html`` part; empty where it has none."""
        part = self.message.get_body((kind,))
        return part.get_content() if part is not None else ""

    def __str__(self) -> str:
        head = "\n".join(f"{name}: {value}" for name, value in self.message.items())
        became = "" if self.taken else ", turned away"
        return "\n\n".join((f"{self.at:%H:%M:%S.%f} to {', '.join(self.to)}{became}\n{head}", self.part("plain"),
                            self.part("html")))


def _bound_to(host: str, port: int) -> socket.socket:
    bound = socket.socket()
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((host, port))
    return bound


class MailServer:
    """One server for a run. Its port is known at once; it answers from ``start`` on.

    :param port: 0 for a free one.
    """

    def __init__(self, host: str, port: int = 0):
        self._socket = _bound_to(host, port)
        self.url = "smtp://{}:{}".format(*self._socket.getsockname())
        self.mails: list[Mail] = []
        self._to_turn_away: Counter[str] = Counter()
        self._changed = threading.Lock()
        self._controller: Controller | None = None

    def start(self) -> None:
        """Take mail from now on."""
        from aiosmtpd.controller import Controller  # 100 ms: while the platform boots

        server_socket = self._socket

        class OnOurSocket(Controller):
            def _create_server(self) -> Any:
                return self.loop.create_server(self._factory_invoker, sock=server_socket)

        host, port = server_socket.getsockname()
        self._controller = OnOurSocket(self, hostname=host, port=port, enable_SMTPUTF8=True)
        self._controller.start()

    def close(self) -> None:
        """Take none any more. May be called again."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None
        self._socket.close()

    def go_away(self) -> None:
        """Be not reachable, as a server that is down; until ``come_back``."""
        self._place = self._socket.getsockname()
        self.close()

    def come_back(self) -> None:
        """Take mail again, at the same place."""
        self._socket = _bound_to(*self._place)
        self.start()

    def turn_away(self, address: str, times: int) -> None:
        """Refuse the next mails to this address, as a server does that is busy."""
        self._to_turn_away[address.lower()] = times

    def forget(self) -> None:
        """Be as at first: nothing came, and nothing is turned away."""
        with self._changed:
            self.mails.clear()
            self._to_turn_away.clear()

    def sent_to(self, address: str) -> list[Mail]:
        """What came for this address, oldest first, with what was turned away."""
        with self._changed:
            return [mail for mail in self.mails if address.lower() in mail.to]

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        """Called by aiosmtpd with each whole mail."""
        from email import message_from_bytes, policy

        message = message_from_bytes(envelope.content, policy=policy.default)
        to = tuple(address.lower() for address in envelope.rcpt_tos)
        with self._changed:
            turned_away = [address for address in to if self._to_turn_away[address] > 0]
            self._to_turn_away.subtract(turned_away)
            self.mails.append(Mail(datetime.now(UTC), to, message, taken=not turned_away))
        return "451 Come back later" if turned_away else "250 Taken"
