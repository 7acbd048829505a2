"""Writing files while the run goes on: making one takes the system longer than making up what stands in it."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path


class BackgroundWriter:
    """Writes files one after the other on a thread of its own. ``fault``: the first that could not be written."""

    def __init__(self) -> None:
        self.fault: OSError | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reports")
        self._last: Future[None] | None = None

    def write(self, path: Path, content: bytes) -> None:
        """Have a file of this content soon."""
        self._last = self._thread.submit(self._write, path, content)

    def finish(self) -> None:
        """Wait until all is written. More may follow."""
        if self._last is not None:
            self._last.result()

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.write_bytes(content)
        except OSError as fault:
            self.fault = self.fault or fault
