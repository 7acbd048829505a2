"""The table of all figures, and the two files that keep it."""

from __future__ import annotations

import json
import os
import platform as machine
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.measuring import Figure, Part, spread
from benchmarks.places import HERE, OTHERS

_COLUMNS = ("what", "measured", "against", "ratio (lowest to highest)", "at most", "verdict")
_OURS = ("behave", "allure-behave", "httpx", "SQLAlchemy", "psycopg", "redis", "websocket-client", "celery", "fastapi")


def table(parts: Sequence[Part]) -> str:
    """All figures, one a line, in Markdown."""
    rows = [_row(figure) for part in parts for figure in part.figures]
    lines = [_COLUMNS, ("---",) * len(_COLUMNS), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write(parts: Sequence[Part], faults: Mapping[str, str]) -> tuple[Path, Path]:
    """``results.json`` and ``RESULTS.md``; ``faults`` are the parts that could not be measured, with the reason."""
    facts = _machine()
    data = {"machine": facts, "not_measured": dict(faults), "parts": [
        {"name": part.name, "facts": part.facts, "figures": [_data(figure) for figure in part.figures]} for part in parts]}
    results, page = HERE / "results.json", HERE / "RESULTS.md"
    results.write_text(json.dumps(data, indent=1) + "\n")
    missed = [figure for part in parts for figure in part.figures if figure.verdict == "MISSED"]
    promised = sum(figure.at_most is not None for part in parts for figure in part.figures)
    lines = ["# What Muster costs", "",
             f"{promised - len(missed)} of {promised} promised ratios are kept. Each is the median of the ratios of single "
             "rounds, in which both sides are done one after the other; in brackets the lowest and the highest.", "",
             table(parts), "",
             *(f"- **{name} was not measured**: {fault.strip().splitlines()[-1]}" for name, fault in faults.items()),
             "", "Measured with:", "", *(f"- {name}: {value}" for name, value in facts.items()), "",
             "Again: `make bench`, or `python -m benchmarks <part> --rounds N`.", "", "## How it is measured", ""]
    for part in parts:
        lines += [f"### {part.name.replace('_', ' ')}", "", part.how.strip(), ""]
        lines += [f"- {name}: {_fact(value)}" for name, value in part.facts.items()]
        lines += [""] if part.facts else []
    page.write_text("\n".join(lines))
    return results, page


def _row(figure: Figure) -> tuple[str, ...]:
    low, high = spread(figure.ratios)
    promised = "" if figure.at_most is None else f"{figure.at_most:.3g}"
    return (figure.what, f"{figure.measured}: {_time(figure.measured_seconds)}",
            f"{figure.against}: {_time(figure.against_seconds)}", f"{figure.ratio:.2f} ({low:.2f} to {high:.2f})", promised,
            figure.verdict)


def _time(seconds: Sequence[float]) -> str:
    middle = median(seconds)
    return f"{middle:.2f} s" if middle >= 1 else f"{middle * 1000:.1f} ms"


def _data(figure: Figure) -> dict[str, object]:
    return {"what": figure.what, "measured": figure.measured, "against": figure.against, "ratio": round(figure.ratio, 3),
            "ratios": [round(each, 3) for each in figure.ratios], "at_most": figure.at_most, "verdict": figure.verdict,
            "measured_seconds": [round(each, 5) for each in figure.measured_seconds],
            "against_seconds": [round(each, 5) for each in figure.against_seconds]}


def _fact(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "nothing"
    return str(value)


def _machine() -> dict[str, str]:
    listed = subprocess.run([OTHERS / "pip", "freeze", "--disable-pip-version-check"], capture_output=True, text=True,
                            check=False).stdout.split()
    named = ("allure-pytest", "pytest", "pytest-bdd", "robotframework", "behavex")
    return {"when": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
            "machine": f"{machine.system()} {machine.machine()}, {os.cpu_count()} processors, load "
                       f"{os.getloadavg()[0]:.1f} at the end",
            "Python": machine.python_version(), "Muster's side": ", ".join(f"{name} {version(name)}" for name in _OURS),
            "the others": ", ".join(each.replace("==", " ") for each in listed if each.split("==")[0] in named)}
