"""The suite's own tables of who may do what: ``features/permissions.csv`` and ``features/operations.csv``.

``permissions.csv`` says what each role may: A of all the tenant's records, O of the own only, - not at all.
``operations.csv`` says what an operation needs: a permission, ``sign-in`` alone, ``platform key``, or ``nothing``; and in
``answers`` which status tells that somebody was let through, where that is another than its form suggests.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FEATURES = Path(__file__).parents[2] / "features"
SIGN_IN, PLATFORM_KEY, NOTHING = "sign-in", "platform key", "nothing"


@dataclass(frozen=True)
class Need:
    """What an operation needs, and the status that says that it was there; None: as its form suggests."""

    needs: str
    answers: int | None


@cache
def permissions() -> dict[str, dict[str, str]]:
    """For each permission the letter of each role."""
    return {row.pop("permission"): row for row in _rows("permissions.csv")}


@cache
def operations() -> dict[str, Need]:
    """What each operation needs, by its name (``GET /api/v2/missions``)."""
    return {row["operation"]: Need(row["needs"], int(row["answers"]) if row["answers"] else None)
            for row in _rows("operations.csv")}


def lets(role: str, needs: str) -> bool:
    """Whether somebody of this role who is signed in has what an operation needs."""
    return needs in (SIGN_IN, NOTHING) or (needs != PLATFORM_KEY and permissions()[needs][role] != "-")


def is_for_people(name: str) -> bool:
    """Whether the operation is for people who are signed in, whatever else it needs."""
    return operations()[name].needs not in (PLATFORM_KEY, NOTHING)


def faults(described: Iterable[str]) -> list[str]:
    """Where the tables and the operations that the platform describes disagree, in words."""
    described, known = list(described), operations()
    words = [f"{name} is in no row of features/operations.csv: say there what it needs"
             for name in described if name not in known]
    words += [f"features/operations.csv speaks of {name}, which the platform does not describe"
              for name in known if name not in described]
    return words + [f"{name} needs {need.needs}, which is no permission of features/permissions.csv"
                    for name, need in known.items()
                    if need.needs not in (SIGN_IN, PLATFORM_KEY, NOTHING, *permissions())]


def _rows(name: str) -> list[dict[str, str]]:
    with (FEATURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
