"""The command that runs just one scenario once more, under the same conditions."""

from __future__ import annotations

import shlex
from dataclasses import fields

from support.reporting.run_record import ScenarioRecord
from support.settings import Settings

# These say which scenarios run and where something is put, not under which conditions.
_NO_CONDITIONS = ("area", "requirement", "system", "reports", "cache", "allure_page", "release", "seed")
_LEFT_OUT_UNLESS_NAMED = ("wip", "load")


def command(scenario: ScenarioRecord, settings: Settings | None) -> str:
    """``behave features/x.feature:12 -D seed=7``, with what was given on the command line; a secret is shown as ``…``."""
    words = ["behave", f"{scenario.path}:{scenario.line}"]
    if settings is not None:
        for each in fields(settings):
            if settings.sources.get(each.name) == f"-D {each.name}" and each.name not in _NO_CONDITIONS:
                words += ["-D", f"{each.name}={'…' if each.metadata['secret'] else getattr(settings, each.name)}"]
        words += ["-D", f"seed={settings.seed}"]
    words += [f"--tags=@{tag}" for tag in _LEFT_OUT_UNLESS_NAMED if tag in scenario.tags]
    return " ".join(word if word.endswith("=…") else shlex.quote(word) for word in words)
