"""Compare two runs: ``python -m support.reporting.compare reports/<one> reports/<other>``.

Shows every scenario whose result differs. Exit code 0: none differs; 1: some do; 2: a report can't be read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from support.reporting.files import folder_of

ABSENT = "not in the report"


class Unreadable(Exception):
    """There is no report where one was expected."""


def results(folder: Path) -> dict[str, str]:
    """The status of each scenario, by its id, as a report's ``sign-off.json`` has it.

    :raises Unreadable: when there is none, or it is no sign-off.
    """
    path = folder_of(folder) / "sign-off.json"
    try:
        return {each["id"]: each["status"] for each in json.loads(path.read_text(encoding="utf-8"))["results"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unreadable(f"{path} can't be read ({error}); name two folders such as reports/latest") from error


def differences(one: dict[str, str], other: dict[str, str]) -> list[tuple[str, str, str]]:
    """(scenario, its status in one, its status in the other) wherever the two differ."""
    return [(scenario, one.get(scenario, ABSENT), other.get(scenario, ABSENT))
            for scenario in dict.fromkeys([*one, *other]) if one.get(scenario) != other.get(scenario)]


def main(arguments: list[str]) -> int:
    """The command."""
    if len(arguments) != 2:
        sys.stderr.write("give two report folders: python -m support.reporting.compare reports/<one> reports/<other>\n")
        return 2
    try:
        one, other = (results(Path(argument)) for argument in arguments)
    except Unreadable as error:
        sys.stderr.write(f"{error}\n")
        return 2
    found = differences(one, other)
    for scenario, before, after in found:
        sys.stdout.write(f"{scenario}: {before} -> {after}\n")
    sys.stdout.write(f"{len(found)} of {len({*one, *other})} scenarios differ\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
