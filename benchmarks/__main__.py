"""``python -m benchmarks [part …] [--rounds N]``: what Muster costs, as ratios measured in one run.

Prints a table, and writes benchmarks/results.json and benchmarks/RESULTS.md when all parts were asked for: what could not
be measured stands there too, with the reason. The exit code
is 0 whatever the ratios are, 1 when something could not be measured, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import importlib
import sys

from benchmarks.measuring import NotMeasured, Part
from benchmarks.report import table, write

PARTS = ("frameworks", "reset", "cold_start", "own_cost", "slots")
ROUNDS = {"frameworks": 5, "reset": 9, "cold_start": 5, "own_cost": 3, "slots": 3}


def main() -> int:
    """Measure, and answer the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What Muster costs, as ratios.")
    parser.add_argument("part", nargs="*", help=f"of {', '.join(PARTS)}; none: all")
    parser.add_argument("--rounds", type=int, help="how often each is done (default: by part, 3 to 9)")
    given = parser.parse_args()
    unknown = [name for name in given.part if name not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    if given.rounds is not None and given.rounds < 1:
        parser.error(f"--rounds is {given.rounds}, and should be 1 or more")
    names = given.part or list(PARTS)
    parts, faults = _measured(names, given.rounds)
    print()
    print(table(parts))
    for name, fault in faults.items():
        print(f"\n{name} could not be measured: {fault}", file=sys.stderr)
    if set(names) == set(PARTS):
        print(f"\nwritten: {', '.join(map(str, write(parts, faults)))}")
    return 1 if faults else 0


def _measured(names: list[str], rounds: int | None) -> tuple[list[Part], dict[str, str]]:
    parts, faults = [], {}
    for name in names:
        print(f"{name} …", flush=True)
        try:
            measure = importlib.import_module(f"benchmarks.{name}").measure
            parts.append(measure(rounds or ROUNDS[name], lambda line: print(line, flush=True)))
        except NotMeasured as fault:
            faults[name] = str(fault)
        except Exception as fault:  # the other parts are measured all the same
            faults[name] = f"{type(fault).__name__}: {fault}"
    return parts, faults


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
