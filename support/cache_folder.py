"""The folder in which runs keep for later ones what took time to make. All of it can be made anew."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SYSTEM_CACHE = Path("/var/cache/muster")


def cache_folder(given: Path, part: str) -> Path | None:
    """Where it is kept, with a folder ``part`` in it: ``given``, else the user's cache folder. None when nothing can be
    written there.

    Root keeps it in /var/cache/muster: below /root the user that PostgreSQL runs as could read no binaries.
    """
    if given != Path():
        folder = given
    elif os.geteuid() == 0 and sys.platform == "linux":
        folder = SYSTEM_CACHE
    else:
        import platformdirs

        folder = platformdirs.user_cache_path("muster")
    try:
        (folder / part).mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder.resolve() if os.access(folder / part, os.W_OK) else None
