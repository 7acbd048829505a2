"""The ids that tie what the suite asked to what the platform logged."""

from __future__ import annotations

import hashlib
import itertools


class Trace:
    """Request ids and the trace id of one scenario of one run.

    A request id reads ``<run>-<scenario>-<n>``; the trace id is the W3C ``traceparent`` form of the same pair.
    """

    def __init__(self, run_id: str, scenario_number: int):
        self.prefix = f"{run_id}-{scenario_number:03d}"
        self.trace_id = hashlib.sha256(self.prefix.encode()).hexdigest()[:32]
        self._numbers = itertools.count(1)

    def headers(self) -> dict[str, str]:
        """The headers of the next request."""
        number = next(self._numbers)
        return {"X-Request-ID": f"{self.prefix}-{number}", "traceparent": f"00-{self.trace_id}-{number:016x}-01"}
