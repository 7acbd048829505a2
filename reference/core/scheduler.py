"""The scheduler's look at its clock: what recurs comes at the right moments also when that clock is set."""

from __future__ import annotations

import time
from datetime import datetime

from celery.beat import Scheduler as CeleryScheduler

from reference.core import clock
from reference.core.worker import say_ready


class Scheduler(CeleryScheduler):
    """Celery's, in memory. Each entry is harmless when it comes twice.

    A clock that goes forward makes due what it passes, once each. After one that went back, Celery would wait until the
    time of each entry's last run had come again: from then on each is counted as run at the machine's own time. So it does
    not matter whether a clock that was put right and moved again was looked at in between.
    """

    _seen: datetime | None = None

    def tick(self, *arguments, **named) -> float:
        """Send what is due; answers for how many seconds nothing will be. The sign of life says when it looked and found
        nothing due any more."""
        began, moment = time.time(), clock.now()
        if self._seen is not None and moment < self._seen:
            present = min(moment, clock.unmoved())
            for entry in self.schedule.values():
                entry.last_run_at = min(entry.last_run_at, present)
            self.populate_heap()
        self._seen = moment
        seconds = super().tick(*arguments, **named)
        if seconds:  # else it has sent one thing, and looks again at once
            say_ready(True, at=began)
        return seconds
