"""Writing files while the run goes on: making one takes the system longer than making up what stands in it."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

_TOGETHER_SECONDS, _TOGETHER = 0.1, 64  # files that come so quickly are handed over together: each hand-over makes both wait


class BackgroundWriter:
    """Writes files one after the other on a thread of its own. ``fault``: the first that could not be written."""

    def __init__(self) -> None:
        self.fault: OSError | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reports")
        self._last: Future[None] | None = None
        self._waiting: list[tuple[Path, bytes]] = []
        self._handed_over_at = 0.0

    def write(self, path: Path, content: bytes) -> None:
        """Have a file of this content soon."""
        self._waiting.append((path, content))
        if len(self._waiting) >= _TOGETHER or time.monotonic() - self._handed_over_at > _TOGETHER_SECONDS:
            self._hand_over()

    def finish(self) -> None:
        """Wait until all is written. More may follow."""
        self._hand_over()
        if self._last is not None:
            self._last.result()

    def _hand_over(self) -> None:
        files, self._waiting, self._handed_over_at = self._waiting, [], time.monotonic()
        if files:
            self._last = self._thread.submit(self._write, files)

    def _write(self, files: list[tuple[Path, bytes]]) -> None:
        for path, content in files:
            try:
                path.write_bytes(content)
            except OSError as fault:
                self.fault = self.fault or fault
