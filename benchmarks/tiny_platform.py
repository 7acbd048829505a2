"""A platform that only says that it is there, and offers nothing: what a run needs whose scenarios ask nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DESCRIPTION = {"openapi": "3.1.0", "info": {"title": "Tiny", "version": "0"}, "paths": {}}


@contextmanager
def tiny_platform() -> Iterator[str]:
    """Its address, while it lives."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are sent apart: the second would wait for a word on the first

    def do_GET(self) -> None:
        said = DESCRIPTION if self.path == "/openapi.json" else {"version": "0", "build": "none"}
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nobody reads it."""
