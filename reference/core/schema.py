"""Bring the database's schema to the newest: ``python -m reference migrate``."""

from __future__ import annotations

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from reference.core import database

FOLDER = Path(__file__).parent.parent / "migrations"
MIGRATION_LOCK = 7_301_002
log = logging.getLogger(__name__)


def configuration() -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config


def migrate() -> None:
    """Run what is missing, in one transaction and one process at a time; raises SystemExit for a newer schema."""
    config = configuration()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with database.engine().begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        has_schema = connection.execute(text("SELECT to_regclass('alembic_version')")).scalar()
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() if has_schema else []
        newer = sorted(set(found) - known)
        if newer:
            raise SystemExit(f"The database's schema is {', '.join(newer)}, which this code does not know: it is newer."
                             " Nothing was changed. Use the platform's version that made it.")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    log.info("the schema is %s", database.SCHEMA)
