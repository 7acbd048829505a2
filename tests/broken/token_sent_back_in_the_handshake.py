from __future__ import annotations

from starlette.websockets import WebSocket

from tests.broken._starting import replace, start

RULE = "A token is never sent back. This platform takes the subprotocol that carries it as one to be chosen."
REQUIREMENTS = ("RT-034",)
SCENARIOS = ("A token signs in whoever connects with it, and is not sent back",)

take = WebSocket.accept


async def accept(socket):
    await take(socket, subprotocol=next(iter(socket.scope.get("subprotocols", [])), None))


if __name__ == "__main__":
    replace(WebSocket, "accept", accept)
    start()
