"""The words that may stand behind an @: each family, and what is wrong with a tag that is in none."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Collection

from support.reporting.marks import SEVERITIES, measured_limits
from support.reporting.registry import REQUIREMENT_ID
from support.targets.capabilities import CAPABILITIES

AREAS = ("accounts", "analytics", "api", "attendance", "audit", "conversations", "datastores", "exports", "jobs", "load",
         "missions", "notifications", "onboarding", "plugins", "realtime", "reports", "sales", "services", "suite",
         "sync", "tasks", "tenancy", "tickets", "work_orders")
KINDS = ("integration", "e2e", "security", "performance", "chaos", "concurrency", "contract")
FLAGS = ("smoke", "slow", "alone", "load", "workflow", "core", "financial", "production", "debug", "wip")
_VALUED = {
    "limit.seconds": re.compile(r"^\d+(\.\d+)?$"),
    "timeout": re.compile(r"^\d+(\.\d+)?$"),
}
_NOT_KEPT = {
    "needs": "an order among scenarios", "retries": "further attempts", "withdrawn": "leaving out",
    "limit.memory": "a limit on memory",
}


def fault_of(tag: str, requirements: Collection[str]) -> str | None:
    """What is wrong with ``tag``, in words; None when it is as it should be.

    A tag that would be disregarded is wrong: the scenario would look as if what it asks for were kept.
    """
    if REQUIREMENT_ID.match(tag):
        if tag in requirements:
            return None
        return f"@{tag} names a requirement that features/requirements.csv does not have{_near(tag, requirements)}"
    family, _, rest = tag.partition(".")
    if family == "partly":  # shows a part of the promise: the sign-off goes on calling it not shown
        return fault_of(rest, requirements) if REQUIREMENT_ID.match(rest) else f"@{tag} should name a requirement's id"
    if family == "requires":
        if rest in CAPABILITIES:
            return None
        return f"@{tag} requires a capability that no target knows{_near(rest, CAPABILITIES) or _all(CAPABILITIES)}"
    if tag.startswith("skip.if.") and len(tag) > len("skip.if."):
        return None
    name, _, value = tag.partition("=")
    if name in _VALUED:
        return None if _VALUED[name].match(value) else f"@{tag}: the value of {name} is not understood"
    if family in _NOT_KEPT or name in _NOT_KEPT:
        return f"@{tag} asks for something that this suite does not keep yet: {_NOT_KEPT.get(family) or _NOT_KEPT[name]}"
    known = (*AREAS, *SEVERITIES, *KINDS, *FLAGS)
    return None if tag in known else f"@{tag} is no tag of this suite{_near(tag, known)}"


def over_limit(tags: Collection[str], seconds: float) -> list[str]:
    """What a scenario took beyond the limit that its tags set, in words; empty where it kept it or there is none."""
    limit = measured_limits(tags).get("seconds", math.inf)
    return [f"it should take {limit:g} s at the most, and took {seconds:.2f} s"] if seconds > limit else []


def capabilities_required(tags: Collection[str]) -> list[str]:
    """What a target must offer for a scenario with these tags."""
    return [tag.removeprefix("requires.") for tag in tags if tag.startswith("requires.")]


def variables_that_skip(tags: Collection[str]) -> list[str]:
    """The environment variables of which any keeps a scenario with these tags from running."""
    return [tag.removeprefix("skip.if.") for tag in tags if tag.startswith("skip.if.")]


def _near(word: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else ""


def _all(known: Collection[str]) -> str:
    return f"; there are {', '.join(sorted(known))}"
