"""Where things are, and what a measured command sees of the environment."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
OURS = Path(sys.executable).parent  # the commands of the virtual environment that runs this
OTHERS = HERE / ".venv/bin"  # those of what Muster is measured against


_NOT_KEPT = ("DATABASE_URL", "TESTING_DATABASE_URL", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """One that everybody may pass: PostgreSQL does not run as root."""
    with tempfile.TemporaryDirectory(prefix="muster-bench-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def environment(**further: str) -> dict[str, str]:
    """Ours, without anything that names a datastore or a setting of Muster, and with Python's own ways of keeping what it
    compiled and of writing: a machine may forbid both, and would have one side's files compiled each time."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MUSTER_") and name not in _NOT_KEPT}
    return kept | further
