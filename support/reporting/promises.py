"""``python -m support.reporting.promises``: which promises the last run showed, and which nobody has shown yet.

Exit codes: 0 every promise of the registry was shown; 1 some were not; 2 there is no report to read.
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
                                     description="Which promises a run showed. Fails while one of them is not shown.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("reports/latest"), help="a run's report folder")
    parser.add_argument("--list", action="store_true", help="name every promise that was not shown")
    options = parser.parse_args(arguments)
    try:
        signed = json.loads((folder_of(options.folder) / "sign-off.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        sys.stderr.write(f"{options.folder} holds no sign-off that can be read: {fault}\n")
        return 2
    rows = signed["requirements"]
    sys.stdout.write("\n".join(_lines(rows, options.list)) + "\n")
    return 0 if all(row["status"] == "shown" for row in rows) else 1


def _lines(rows: list[dict], every: bool) -> list[str]:
    lines = []
    for area in dict.fromkeys(row["area"] for row in rows):
        counts = Counter(row["status"] for row in rows if row["area"] == area)
        lines.append(f"{area:<14} {counts['shown']:>3} shown, {counts['failed']:>3} failed, "
                     f"{counts['not_shown']:>3} not shown")
    missing = [row for row in rows if row["status"] != "shown"]
    if every:
        lines += [f"{row['id']} {row['status'].replace('_', ' ')}" for row in missing]
    return [*lines, f"{len(rows) - len(missing)} of {len(rows)} promises are shown"]


if __name__ == "__main__":
    raise SystemExit(main())
