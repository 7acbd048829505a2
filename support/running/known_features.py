"""The scenarios of the suite as an earlier run found them: where nothing was changed since, only the files of which a
scenario is run need to be read. To read and inspect all of them takes longer than most scenarios."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import behave
import orjson

from support.cache_folder import cache_folder

PART = "features"  # of the cache's folder
KEPT = 20  # the last used ones: several checkouts, and what was lately changed in each
_SUPPORT = Path(__file__).parents[1]
_RULES = (*sorted((_SUPPORT / "running").glob("*.py")),
          _SUPPORT / "reporting/registry.py", _SUPPORT / "reporting/identity.py")


@dataclass(frozen=True)
class KnownScenario:
    """What may be asked of a scenario, of an outline's row too, that is not read."""

    filename: str
    line: int
    name: str
    tags: str  # all that hold for it, with spaces between

    @cached_property
    def effective_tags(self) -> frozenset[str]:
        return frozenset(self.tags.split())


class KnownFeatures:
    """The scenarios of ``files``, for which what ``registry`` says was right, too.

    What was found is kept by the content of all of these, and by the suite's own rules for them: whatever is changed,
    they are read and inspected again.

    :param cache: the folder of the settings; where it can't be written, nothing is known.
    """

    def __init__(self, cache: Path, files: Sequence[str], registry: Path):
        self._place: Path | None = None
        with contextlib.suppress(OSError):  # who reads a file next says what is wrong with it
            folder, key = cache_folder(cache, PART), _key(files, registry)
            self._place = folder / PART / f"{key}.json" if folder else None

    def scenarios(self) -> list[KnownScenario] | None:
        """All of them in their order; None where they have to be read."""
        if self._place is None:
            return None
        try:
            kept = [KnownScenario(*each) for each in orjson.loads(self._place.read_bytes())]
            os.utime(self._place)
        except (OSError, ValueError, TypeError):  # not there, or damaged
            return None
        return kept

    def keep(self, scenarios: Iterable[Any]) -> None:
        """Remember them, as behave read them: nothing is wrong with any."""
        if self._place is None:
            return
        words = orjson.dumps([[str(each.filename), each.line, each.name, " ".join(each.effective_tags)]
                              for each in scenarios])
        with contextlib.suppress(OSError):  # the disk is full, say: the next run reads them, too
            fresh = self._place.with_suffix(f".{secrets.token_hex(8)}")
            fresh.write_bytes(words)
            fresh.rename(self._place)
            for old in sorted(self._place.parent.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
                old.unlink()


def _key(files: Iterable[str], registry: Path) -> str:
    digest = hashlib.sha256(behave.__version__.encode())
    for file in (*files, registry, *_RULES):
        content = Path(file).read_bytes()
        digest.update(f"\0{file}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:32]
