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
        """How many messages follow a commit and are not handed over, though their time has come; none where that cannot
        be seen."""
        if not self._keeps_outbox:
            return 0
        rows = self._ask(f"SELECT due_at, count(*) FROM {OUTBOX} WHERE sent_at IS NULL GROUP BY due_at")
        return sum(count for due_at, count in rows if due_at is None or due_at <= self._world.operations.platform_now())

    @cached_property
    def _keeps_outbox(self) -> bool:
        return self._world.has_datastores and self._ask(f"SELECT to_regclass('{OUTBOX}') IS NOT NULL")[0][0]

    def _ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Unrecorded: it is asked again and again."""
        return self._world.database.prepared(statement)

    def _at_work(self) -> list[str]:
        queue = self._world.target.queue
        tasks = [*map(str, queue.taken()),
                 *(f"{count} waiting in {name}" for name, count in queue.waiting().items())] if queue else []
        return tasks or [f"{self._not_handed_over()} messages that were not handed over"]
