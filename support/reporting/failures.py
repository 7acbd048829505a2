"""What a person reads when something failed: what happened, and which promise it breaks, in the registry's words."""

from __future__ import annotations

from collections.abc import Mapping

from support.reporting.registry import Requirement, in_words
from support.reporting.run_record import ScenarioRecord


def failure_text(scenario: ScenarioRecord, registry: Mapping[str, Requirement]) -> str:
    """The message, then each requirement with its statement; for what did not run, the reason."""
    if scenario.status == "passed":
        return ""
    if scenario.status in ("skipped", "blocked", "not_run"):
        return scenario.reason or {"skipped": "skipped, and no reason was given",
                                   "not_run": "not run: the run ended before"}.get(scenario.status, "")
    lines = [scenario.error or f"{scenario.status}, and no message was given"]
    if len(scenario.attempts) > 1:
        lines.append(f"Attempts: {', '.join(each['status'] for each in scenario.attempts)}; the first one counts.")
    if scenario.platform_gone:  # which says nothing of what it promises
        return "\n".join(lines)
    return "\n".join([*lines, *in_words(scenario.requirements, registry)])
