"""What people see while a run goes on: a line for each scenario as it ends, and a failure in full."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from behave.formatter.base import Formatter
from behave.model import Feature, Scenario

from support.reporting.failures import failure_text
from support.reporting.identity import scenario_ids
from support.reporting.listing import SCENARIO_SECONDS, as_text, entries
from support.reporting.masking import Mask
from support.reporting.notes import notes_of
from support.reporting.observing import watch
from support.reporting.registry import Requirement
from support.reporting.run_record import scenario_record

_QUIET = ("passed", "skipped", "blocked", "not_run")


class ConsoleFormatter(Formatter):
    """Plain text. The runner sets ``mask``, ``registry`` and ``total``, the number of scenarios in scope.

    In a dry run, where no scenario ends, it lists them as the formatter ``list`` does; the runner may then set
    ``scenario_seconds``.
    """

    name = "muster"
    description = "A line for each scenario as it ends; failures in full"

    def __init__(self, stream_opener: Any, config: Any):
        super().__init__(stream_opener, config)
        self.stream = self.open()
        self.mask = Mask()
        self.registry: Mapping[str, Requirement] = {}
        self.total: int | None = None
        self.scenario_seconds = SCENARIO_SECONDS
        self._ids: dict[int, str] = {}
        self._to_list: list[Feature] = []
        self._ended = 0

    def feature(self, feature: Feature) -> None:
        """A feature begins."""
        if self.config.dry_run:
            self._to_list.append(feature)
        self.follow(feature)

    def follow(self, feature: Feature) -> None:
        """Follow the feature's scenarios."""
        self._ids.update(scenario_ids(feature))
        watch(feature, self)

    def close(self) -> None:
        """The run is over: a dry one shows what it would have run."""
        if self.config.dry_run and self.stream is not None:
            self.stream.write(self.mask(as_text(entries(self._to_list, self.config, self.scenario_seconds))))
            self.stream.flush()
        super().close()

    def scenario_started(self, scenario: Scenario, attempt: int) -> None:
        """Nothing is said before there is something to say."""

    def scenario_ended(self, scenario: Scenario, attempt: int) -> None:
        """Say how it ended: the status, where it stands, its name, its seconds; for a failure what happened."""
        record = scenario_record(scenario, self._ids[id(scenario)], self.mask)
        self._ended += attempt == 1
        number = f"{self._ended}/{self.total}" if self.total else f"{self._ended}"
        this = notes_of(scenario).attempts[-1]
        place = " · ".join(filter(None, (record.area, record.feature, record.rule, record.name)))
        tried = f", attempt {attempt}" if attempt > 1 else ""
        print(f"[{number}] {this.status.replace('_', ' ').upper():<8} {place} ({this.seconds:.2f} s{tried})",
              file=self.stream)
        if this.status in ("skipped", "blocked"):
            print(f"    {failure_text(record, {})}", file=self.stream)
        if this.status not in _QUIET:
            self._explain(record, this)
        self.stream.flush()

    def _explain(self, record: Any, attempt: Any) -> None:
        print(f"    at {record.path}:{record.line}", file=self.stream)
        if attempt.failed_step:
            print(f"    step: {self.mask(attempt.failed_step)}", file=self.stream)
        print(textwrap.indent(self.mask(attempt.error), "    "), file=self.stream)
        for each in record.requirements:
            if each in self.registry:
                words = f"{each}: {self.registry[each].statement}"
                print(textwrap.fill(words, 116, initial_indent="    ", subsequent_indent="      "), file=self.stream)
        if self.config.verbose and record.trace:
            print(textwrap.indent(record.trace, "    "), file=self.stream)
