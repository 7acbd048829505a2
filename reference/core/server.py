"""The API's process: HTTP and WebSockets by uvicorn."""

from __future__ import annotations

import logging
import socket

import uvicorn

from reference.core import application, database, loading
from reference.core.malformed import Protocol
from reference.core.settings import settings

GONE_AFTER_MILLISECONDS = 30_000  # a peer that takes nothing for so long is gone
GOING_AWAY = 1001


class Server(uvicorn.Server):
    """Says goodbye to open sockets before it leaves; uvicorn alone would say "restarting" (1012)."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        gateway = getattr(self.config.app.state, "gateway", None)
        if gateway is not None:
            await gateway.close_all(GOING_AWAY)
        await super().shutdown(sockets)


def run_api() -> None:
    """Serve until told to stop. Begins when the database has its schema."""
    # uvicorn and websockets write whole addresses, and a socket's address may carry a token.
    for name in ("uvicorn", "uvicorn.error", "websockets"):
        logging.getLogger(name).setLevel(logging.WARNING)
    app = application.build()
    loading.records_are_known()
    loading.is_over()
    database.await_schema()
    config = uvicorn.Config(
        app, host=settings().host, port=settings().port, access_log=False, log_config=None, server_header=False,
        http=Protocol, ws="websockets-sansio", ws_ping_interval=20, ws_ping_timeout=20, ws_max_size=1024 * 1024,
        timeout_keep_alive=75, timeout_graceful_shutdown=8, proxy_headers=False)
    listening = config.bind_socket()
    # Accepted connections inherit it. asyncio sets it only where a socket names its protocol, which uvicorn's does not:
    # each answer's body would then wait 40 ms for the acknowledgement of its head.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE_AFTER_MILLISECONDS)
    Server(config).run(sockets=[listening])
