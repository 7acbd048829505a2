"""``python -m support.reporting.promises``: which promises and earlier tests the last run showed, and which it did not.

Exit codes: 0 every promise of the registry was shown, and so every test of the earlier suites; 1 some were not;
2 there is no report to read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from support.reporting.files import folder_of


def main(arguments: list[str] | None = None) -> int:
    """Say it for each area, name what failed or was not shown, and answer the exit code."""
    parser = argparse.ArgumentParser(prog="python -m support.reporting.promises",
                                     description="Which promises and which tests of the earlier suites a run showed. "
                                                 "Fails while one of them is not shown.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("reports/latest"), help="a run's report folder")
    parser.add_argument("--list", action="store_true", help="name every promise and every earlier test that was not shown")
    options = parser.parse_args(arguments)
    try:
        signed = json.loads((folder_of(options.folder) / "sign-off.json").read_text(encoding="utf-8"))
        promises = [(row["area"], row["id"], row["status"]) for row in signed["requirements"]]
        tests = [(row["test"].partition(":")[0], row["test"], row["status"]) for row in signed["seed_tests"]]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        sys.stderr.write(f"{options.folder} holds no sign-off that can be read: {type(fault).__name__}: {fault}\n")
        return 2
    lines = [*_lines(promises, options.list), f"{_shown(promises)} promises are shown", "",
             *_lines(tests, options.list), f"{_shown(tests)} tests of the earlier suites are shown"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if promises and all(status == "shown" for _, _, status in promises + tests) else 1


def _lines(rows: list[tuple[str, str, str]], every: bool) -> list[str]:
    """The numbers of each group; with ``every`` the name of each row that was not shown."""
    groups: dict[str, Counter[str]] = {}
    for group, _, status in rows:
        groups.setdefault(group, Counter())[status] += 1
    lines = [f"{group:<14} {counts['shown']:>3} shown, {counts['failed']:>3} failed, {counts['not_shown']:>3} not shown"
             for group, counts in groups.items()]
    if every:
        lines += [f"{name} {status.replace('_', ' ')}" for _, name, status in rows if status != "shown"]
    return lines


def _shown(rows: list[tuple[str, str, str]]) -> str:
    return f"{sum(status == 'shown' for _, _, status in rows)} of {len(rows)}"


if __name__ == "__main__":
    raise SystemExit(main())
