"""What the platform's processes load before they work: each start pays for it, and each slot of a worker keeps it."""

import os
import subprocess
import sys

import pytest

SETTINGS = {"DATABASE_URL": "postgresql://nobody@127.0.0.1/none", "REDIS_URL": "redis://127.0.0.1:1",
            "BROKER_URL": "redis://127.0.0.1:1", "JWT_SECRET": "s" * 40, "PLATFORM_KEY": "p" * 40, "PORT": "1"}
WORKER = "from reference.core.tasks import celery; celery.loader.import_default_modules()"
API = "from reference.core.application import build; build()"

BEAT = ("from reference.core import worker; from reference.core.tasks import celery; "
        "celery.start = lambda _: celery.loader.init_worker(); worker.run_beat()")


def loaded_by(program):
    """The modules of a process that has done ``program``."""
    said = subprocess.run([sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules)"], check=True, text=True,
                          capture_output=True, env={**os.environ, **SETTINGS})
    return set(said.stdout.split())


@pytest.mark.parametrize(("program", "needless"), [
    (WORKER, {"fastapi", "starlette", "shapely", "numpy", "PIL", "reportlab", "fpdf", "openpyxl", "jinja2"}),
    (API, {"celery", "shapely", "numpy", "PIL", "reportlab", "fpdf", "openpyxl", "jinja2"}),
    (BEAT, {"fastapi", "starlette", "argon2", "reference.missions.tasks", "reference.jobs.tasks"}),
], ids=["worker", "api", "beat"])
def test_what_few_calls_need_is_loaded_when_they_come(program, needless):
    assert loaded_by(program) & needless == set()
