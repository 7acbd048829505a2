"""A server that sends exactly the bytes that a test says."""

import contextlib
import socket
import threading
from contextlib import contextmanager


@contextmanager
def server_that_sends(*answers: bytes, then_close: bool = True):
    """Answers one connection's requests with these bytes, one after the other."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        connection, _ = listening.accept()
        with connection:
            for answer in answers:
                connection.recv(65536)
                connection.sendall(answer)
            if not then_close:
                connection.settimeout(10)
                with contextlib.suppress(OSError):
                    connection.recv(65536)  # until the other side goes away

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.close()
        thread.join(timeout=10)
