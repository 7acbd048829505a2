"""The tables of a feature: read as the sentence above them means them, and refused where they are something else."""

from __future__ import annotations

import json
from typing import Any

from support.findings import WrongScenario


def rows(table: Any, *columns: str) -> list[dict[str, str]]:
    """The rows of behave's table, by column.

    :raises WrongScenario: when there is no table, or it has other columns.
    """
    wanted = ", ".join(columns)
    if table is None:
        raise WrongScenario(f"this sentence needs a table below it, with the columns {wanted}")
    if sorted(table.headings) != sorted(columns):
        raise WrongScenario(f"the table of this sentence has the columns {wanted}, and here {', '.join(table.headings)}")
    return [dict(zip(table.headings, row.cells, strict=True)) for row in table]


def number(text: str, what: str) -> int:
    """A whole number.

    :raises WrongScenario: when it is none.
    """
    if not text.strip().isdigit():
        raise WrongScenario(f"{what} should be a number, and is {text!r}")
    return int(text)


def entries(table: Any) -> list[dict[str, Any]]:
    """For each row the fields that its columns name: a number, ``null`` and whatever else is JSON as such, else text. An
    empty cell says nothing of its field.

    :raises WrongScenario: when there is no table.
    """
    if table is None:
        raise WrongScenario("this sentence needs a table below it, with a column for each field")
    return [{name: _value(cell) for name, cell in zip(table.headings, row.cells, strict=True) if cell} for row in table]


def fields(table: Any) -> dict[str, Any]:
    """The same of a table with one row; nothing where there is no table.

    :raises WrongScenario: when it has more rows than one, or none.
    """
    found = [{}] if table is None else entries(table)
    if len(found) != 1:
        raise WrongScenario(f"the table of this sentence has one row, and here {len(found)}")
    return found[0]


def _value(cell: str) -> Any:
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def asked_and_found(table: Any) -> list[tuple[dict[str, str], list[str]]]:
    """For each row what is asked for (``severity high, q crane``), by name, and the list of what it should give.

    :raises WrongScenario: as ``rows``, and when what is asked for is no name with a value.
    """
    found = []
    for row in rows(table, "asked for", "found"):
        parts = [each.partition(" ") for each in row["asked for"].split(", ")]
        if not all(value for _, _, value in parts):
            raise WrongScenario(f"what is asked for should be names with values, and is {row['asked for']!r}")
        found.append(({name: value for name, _, value in parts}, row["found"].split(", ") if row["found"] else []))
    return found
