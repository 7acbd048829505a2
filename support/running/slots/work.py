"""Which scenario is run next: what took long the last time begins first, what has to be alone comes last."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Collection, Sequence
from pathlib import Path

from behave.model import Scenario

from support.reporting.files import folder_of
from support.reporting.identity import scenario_ids
from support.reporting.run_record import tags_of

ALONE = "alone"
LONG_SECONDS = 3.0  # beginning such a one at the very end would keep all the other slots waiting


class Work:
    """The places of the scenarios that nobody has begun yet.

    :param reports: the folder of all runs: the last one knows how long each scenario took.
    """

    def __init__(self, scenarios: Sequence[Scenario], reports: Path):
        took = _seconds_of_last_run(reports)
        seconds = [took.get(scenario_ids(each.feature)[id(each)], 0.0) for each in scenarios]
        alone = [ALONE in tags_of(each) for each in scenarios]
        shared = [place for place in range(len(scenarios)) if not alone[place]]
        self._shared = deque(sorted(shared, key=lambda place: -seconds[place] if seconds[place] >= LONG_SECONDS else 0.0))
        self._alone = deque(place for place in range(len(scenarios)) if alone[place])
        self.most_at_once = len(self._shared) or 1

    def next(self, others: Collection[object]) -> int | None:
        """The next scenario for a slot; None where it has to wait, or nothing is left.

        :param others: the other slots that are there: only one that is left over gets what has to be alone.
        """
        if self._shared:
            return self._shared.popleft()
        return self._alone.popleft() if self._alone and not others else None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left at all."""
        return not (self._shared or self._alone)

    def drop(self) -> None:
        """Nothing more is to be begun."""
        self._shared.clear()
        self._alone.clear()


def _seconds_of_last_run(reports: Path) -> dict[str, float]:
    """By the scenario's id; nothing where there was no run. It decides on the order alone: any doubt is none."""
    try:
        last = json.loads((folder_of(reports / "latest") / "sign-off.json").read_text(encoding="utf-8"))
        return {each["id"]: float(each["seconds"]) for each in last["results"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
