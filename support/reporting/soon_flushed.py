"""A stream that is flushed soon, and not at each of a hundred short lines a second."""

from __future__ import annotations

import threading
from time import monotonic
from typing import Any

SECONDS = 0.1  # after which whoever reads has all


class SoonFlushed:
    """Flushes ``stream``: at once where it was not just done, else in a moment on a thread of its own.

    Each flush lets go of the interpreter, and the thread that writes files takes it: at every line that would make both
    wait for one another.
    """

    def __init__(self, stream: Any):
        self._stream = stream
        self._flushed_at = 0.0
        self._pending: threading.Timer | None = None

    def flush(self) -> None:
        """Whatever was written is to be read within ``SECONDS``."""
        left = self._flushed_at + SECONDS - monotonic()
        if left <= 0:
            self._flush()
        elif self._pending is None:
            self._pending = threading.Timer(left, self._flush)
            self._pending.daemon = True
            self._pending.start()

    def close(self) -> None:
        """Now; nothing more will come."""
        if self._pending is not None:
            self._pending.cancel()
        self._flush()

    def _flush(self) -> None:
        self._pending, self._flushed_at = None, monotonic()
        self._stream.flush()
