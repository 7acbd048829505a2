"""The requirements registry: every promise, its id, its words and where it comes from."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

REQUIREMENT_ID = re.compile(r"^[A-Z]{2,4}-\d{3}$")
_COLUMNS = ("id", "area", "tier", "kind", "statement", "origin")


@dataclass(frozen=True)
class Requirement:
    """One promise, as a row of ``features/requirements.csv`` states it."""

    id: str
    area: str
    tier: str  # "seed": an earlier suite tested it; "found": driving the real system showed it
    kind: str
    statement: str
    origin: str  # the earlier tests that it comes from, separated by "; "

    @property
    def origins(self) -> list[str]:
        """The earlier tests, one by one."""
        return [each.strip() for each in self.origin.split(";") if each.strip()]


def load_registry(path: Path | str) -> dict[str, Requirement]:
    """The rows of the registry by id, in the file's order.

    :raises ValueError: for a missing column or a repeated id, naming the file and the line.
    """
    registry: dict[str, Requirement] = {}
    with Path(path).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            raise ValueError(f"{path}: the first line lacks {', '.join(missing)}; it should be {','.join(_COLUMNS)}")
        for row in rows:
            if row["id"] in registry:
                raise ValueError(f"{path}, line {rows.line_num}: {row['id']} stands there a second time")
            registry[row["id"]] = Requirement(*(row[column] or "" for column in _COLUMNS))
    return registry


def requirement_ids(tags: Iterable[str]) -> list[str]:
    """The tags that have the form of a requirement id (``MIS-004``), each once and in order."""
    return list(dict.fromkeys(str(tag) for tag in tags if REQUIREMENT_ID.match(tag)))


def in_words(ids: Iterable[str], registry: Mapping[str, Requirement]) -> list[str]:
    """``MIS-004: what is promised``, a line for each id that the registry knows."""
    return [f"{each}: {registry[each].statement}" for each in ids if each in registry]
