"""Whether a variant was caught: read from the sign-off of the run against it, never from what the run printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.broken._reading import Variant

CAUGHT, SURVIVED, BROKEN, MISSING = "caught", "SURVIVED", "BROKEN", "MISSING"
INTERNAL_ERROR = "500 Internal error"
MISFITS = "TypeError|AttributeError|NameError|UnboundLocalError|ImportError"
BETWEEN = " · "  # the parts of a scenario's id: its file, the rule, the title, the row of an outline


@dataclass(frozen=True)
class Verdict:
    """What became of a variant. ``words`` say by whom it was caught, or what is wrong."""

    variant: Variant
    kind: str
    words: str
    seconds: float = 0.0

    def __str__(self) -> str:
        return f"{self.kind:<8} {self.variant.words}{self.words}"


def judge(variant: Variant, sign_off: dict[str, Any], seconds: float = 0.0) -> Verdict:
    """Caught when each of its scenarios failed, at the first attempt, because a promise was found broken.

    Of an outline one row is enough, and no row may end otherwise than passed or failed. Anything else (an error, a
    platform that went away, a scenario that was skipped) says nothing of the promise: then the variant is broken.
    """
    rows = {title: rows_of(title, sign_off["results"]) for title in variant.scenarios}
    unfit = [f"there is no scenario “{title}”" for title, found in rows.items() if not found]
    unfit += [f"“{row['name']}” {how}" for found in rows.values() for row in found if (how := _unfit(row))]
    if unfit:
        return Verdict(variant, BROKEN, f": {'; '.join(unfit)}", seconds)
    passed = [title for title, found in rows.items() if not any(map(_failed, found))]
    if passed:
        return Verdict(variant, SURVIVED, ": passed: " + ", ".join(f"“{title}”" for title in passed), seconds)
    first = next(row for row in next(iter(rows.values())) if _failed(row))
    others = f" and {len(rows) - 1} more" if len(rows) > 1 else ""
    return Verdict(variant, CAUGHT, f" by “{first['name']}”{others}: {_first_line(_attempt(first)['error'])}", seconds)


def own_fault(variant: Variant, log: str) -> str:
    """With which words the variant's own code failed, by a log of the platform; empty where it did not.

    One that does not fit the platform any more breaks more than its rule, and a scenario that notices that proves nothing.
    """
    found = re.search(rf'File "[^"]*tests/broken/{variant.name}\.py", line .*\n(?:    .*\n)+((?:{MISFITS}): .*)', log)
    return found[1] if found else ""


def rows_of(title: str, results: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The results of a scenario, or of all rows of an outline."""
    return [each for each in results if f"{BETWEEN}{title}{BETWEEN}" in f"{each['id']}{BETWEEN}"]


def _attempt(row: dict[str, Any]) -> dict[str, Any]:
    return row["attempts"][0] if row["attempts"] else row


def _failed(row: dict[str, Any]) -> bool:
    return _attempt(row)["status"] == "failed"


def _unfit(row: dict[str, Any]) -> str:
    """Why this result says nothing of the promise; empty where it does."""
    said = _attempt(row)
    status, error = said["status"], said.get("error", "")
    if row.get("platform_gone"):
        return f"lost the platform: {_first_line(error)}"
    if status not in ("passed", "failed"):
        return f"is {status}: {_first_line(error or row.get('reason', ''))}"
    if status == "failed" and not error.strip():
        return "failed without a word"
    if INTERNAL_ERROR in error:
        return f"met an internal error: more is broken than the rule ({_first_line(error)})"
    return ""


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]
