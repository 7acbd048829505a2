"""``python -m reference migrate | api | worker | beat``: one process of the platform, set by environment variables."""

from __future__ import annotations

import logging
import pkgutil
import sys

from reference.core import loading
from reference.core.settings import SettingsError, settings

PARTS = {"migrate": "reference.core.schema:migrate", "api": "reference.core.server:run_api",
         "worker": "reference.core.worker:run_worker", "beat": "reference.core.worker:run_beat"}


def main(arguments: list[str]) -> None:
    """Run one part, and import no other; raises SystemExit with what is wrong."""
    if len(arguments) != 1 or arguments[0] not in PARTS:
        raise SystemExit(f"usage: python -m reference {' | '.join(PARTS)}")
    try:
        logging.basicConfig(level=settings().log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    except (SettingsError, ValueError) as error:
        raise SystemExit(str(error)) from None
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)  # it names its own parts on import
    loading.begin()
    pkgutil.resolve_name(PARTS[arguments[0]])()


if __name__ == "__main__":
    main(sys.argv[1:])
