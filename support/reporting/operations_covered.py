"""Which of the platform's operations were shown by a scenario of success and one of refusal, and which were not."""

from __future__ import annotations

from typing import Any

from support.reporting.run_record import RunRecord

ROW = "SUI-044"  # promises that every operation is covered


def covered(record: RunRecord) -> dict[str, Any]:
    """``described`` operations, how many of them are ``covered``, and what each of the others ``lacks``.

    Only scenarios that passed count; only a run of the whole suite speaks of what is lacking. None: not known.
    """
    if not record.operations or not record.whole:
        return {"described": len(record.operations) or None, "covered": None, "uncovered": None}
    met: dict[str, set[str]] = {}
    for scenario in record.scenarios:
        if scenario.status == "passed":
            for name, ways in scenario.operations.items():
                met.setdefault(name, set()).update(ways)
    uncovered = [{"operation": name, "lacks": lacks} for name, ways in record.operations.items()
                 if (lacks := [way for way in ways if way not in met.get(name, ())])]
    return {"described": len(record.operations), "covered": len(record.operations) - len(uncovered), "uncovered": uncovered}


def as_shown_by(found: dict[str, Any]) -> list[dict[str, str]]:
    """What says of the row that promises coverage whether it is so; nothing where that is not known. An operation that is
    not covered breaks nothing: it is not shown."""
    if found["uncovered"] is None:
        return []
    return [{"id": "operations", "name": "each operation was granted and refused by scenarios that passed",
             "status": "not_run" if found["uncovered"] else "passed"}]


def in_words(found: dict[str, Any], most: int = 5) -> str:
    """One line for the console; empty where nothing is known."""
    if found["uncovered"] is None:
        return ""
    line = f"{found['covered']} of {found['described']} operations are covered by a success and a refusal"
    named = [f"{each['operation']} (no {' and no '.join(each['lacks'])})" for each in found["uncovered"]]
    more = [f"and {len(named) - most} more"] if len(named) > most else []
    return f"{line}; not: {', '.join([*named[:most], *more])}" if named else line
