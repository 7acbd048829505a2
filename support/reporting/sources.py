"""What the suite and its tests are made of, as one digest: results count only for the sources that they were found with."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
_SOURCES = ("support", "steps", "tests", "reference", "features", "contracts", "benchmarks", "environment.py", "behave.ini",
            "requirements.txt", "pyproject.toml", "package.json", "package-lock.json", "Makefile", "README.md")
_MADE_BY_RUNNING = (".pyc", ".pyo", ".log")


def digest_of_sources(project: Path = PROJECT) -> str:
    """A digest of every file that the suite and its tests are made of."""
    digest = hashlib.sha256()
    for name in _SOURCES:
        for path in _files(project / name):
            digest.update(path.relative_to(project).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__pycache__")))
        found += [Path(folder, name) for name in sorted(names)
                  if not name.startswith(".") and not name.endswith(_MADE_BY_RUNNING)]
    return found
