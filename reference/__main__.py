"""``python -m reference migrate | api | worker | beat``: one process of the platform, set by environment variables."""

from __future__ import annotations

import logging
import sys

USAGE = "usage: python -m reference migrate | api | worker | beat"


def main(arguments: list[str]) -> None:
    """Run one part; raises SystemExit with what is wrong."""
    from reference.core.settings import SettingsError, settings

    if len(arguments) != 1 or arguments[0] not in PARTS:
        raise SystemExit(USAGE)
    try:
        logging.basicConfig(level=settings().log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    except (SettingsError, ValueError) as error:
        raise SystemExit(str(error)) from None
    PARTS[arguments[0]]()


def migrate() -> None:
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)  # it names its own parts on import
    from reference.core.schema import migrate as run

    run()


def api() -> None:
    from reference.core.server import run_api as run

    run()


def worker() -> None:
    from reference.core.worker import run_worker as run

    run()


def beat() -> None:
    from reference.core.worker import run_beat as run

    run()


PARTS = {"migrate": migrate, "api": api, "worker": worker, "beat": beat}

if __name__ == "__main__":
    main(sys.argv[1:])
