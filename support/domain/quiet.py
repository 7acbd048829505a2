"""When no work is in hand any more: nothing waits to be handed over, nothing is queued, and nothing is being done."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from support.awaiting import looks
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

OUTBOX = "outbox"  # where a platform may keep what follows a commit until it is handed over
IN_A_ROW = 2  # looks: what is handed over between two parts of one is seen by the next
_SHORTEST, _LONGEST = 0.0005, 0.02  # seconds between two looks


class Quiet:
    """Looks whether the platform is at work."""

    def __init__(self, world: World):
        self._world = world

    def require(self) -> None:
        """Wait until it is not.

        :raises Finding: when work goes on for longer than anything may take; names it.
        """
        quiet = 0
        for _ in looks(self._world.await_seconds, shortest=_SHORTEST, longest=_LONGEST):
            quiet = quiet + 1 if self._is_quiet() else 0
            if quiet == IN_A_ROW:
                return
        raise Finding(f"all work should have ended, and this goes on: {', '.join(self._at_work())}")

    def _is_quiet(self) -> bool:
        return not self._not_handed_over() and self._queue_is_idle()

    def _queue_is_idle(self) -> bool:
        """Whether no task waits or runs; so it is taken to be where the queue cannot be seen."""
        queue = self._world.target.queue
        return queue is None or queue.is_idle(self._world.operations.orphans)

    def _not_handed_over(self) -> int:
        """How many messages follow a commit and are not handed over; none where that cannot be seen."""
        return self._ask(f"SELECT count(*) FROM {OUTBOX} WHERE sent_at IS NULL") if self._keeps_outbox else 0

    @cached_property
    def _keeps_outbox(self) -> bool:
        return self._world.has_datastores and self._ask(f"SELECT to_regclass('{OUTBOX}') IS NOT NULL")

    def _ask(self, statement: str) -> Any:
        """Unrecorded: it is asked again and again."""
        return self._world.database.prepared(statement)[0][0]

    def _at_work(self) -> list[str]:
        queue = self._world.target.queue
        tasks = [*map(str, queue.taken()),
                 *(f"{count} waiting in {name}" for name, count in queue.waiting().items())] if queue else []
        return tasks or [f"{self._not_handed_over()} messages that were not handed over"]
