"""A platform that is nothing but its outside: what the stack starts in its tests, quick and without imports.

It is ready when its database's and Redis's ports take connections and its worker runs.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

WORKER_RUNS = Path(os.environ["TMPDIR"]) / "worker-runs"


def takes_connections(name: str) -> bool:
    place = urlsplit(os.environ[name])
    try:
        socket.create_connection((place.hostname, place.port), timeout=1.0).close()
    except OSError:
        return False
    return True


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/health/live":
            return self.say(200, {"status": "alive"})
        states = {"postgresql": takes_connections("DATABASE_URL"), "redis": takes_connections("REDIS_URL"),
                  "worker": WORKER_RUNS.exists()}
        components = {name: "up" if state else "down" for name, state in states.items()}
        return self.say(200 if all(states.values()) else 503, {"components": components})

    def say(self, status: int, content: dict) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words) -> None:
        pass


def api() -> None:
    (Path(os.environ["TMPDIR"]) / "base-domain").write_text(os.environ["BASE_DOMAIN"])
    ThreadingHTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Handler).serve_forever()


def worker() -> None:
    command = [sys.executable, "-S", "-c", "import signal; signal.pause()"]
    slots = [subprocess.Popen(command), subprocess.Popen(command, start_new_session=True)]  # as prefork has them

    def leave(*_) -> None:
        for slot in slots:
            slot.kill()
            slot.wait()
        sys.exit()

    if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, leave)
    WORKER_RUNS.touch()
    work()


def work() -> None:
    """As worker and beat do: say so, and go on."""
    sys.stdout.write(f"process {os.getpid()} works\n")
    sys.stdout.flush()
    Path(os.environ["READY_FILE"]).touch()
    signal.pause()


def migrate() -> None:
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS migrated (at timestamptz DEFAULT now())")
        connection.execute("INSERT INTO migrated DEFAULT VALUES")


def main() -> None:
    {"api": api, "worker": worker, "beat": work, "migrate": migrate}[sys.argv[1]]()


if __name__ == "__main__":
    main()
