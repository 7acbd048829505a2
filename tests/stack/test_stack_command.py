"""``python -m support.stack``, as a person at a terminal has it."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from support.datastores import guard
from support.datastores.mark import read_identity
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.settings import Settings
from support.stack import PRIVATE_DATABASE

FAKE = "tests.stack.fake_platform"
PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start():
    """Starts the command, and ends what a failing test left."""
    started: list[subprocess.Popen] = []

    def starting(*arguments: str) -> subprocess.Popen:
        started.append(subprocess.Popen([sys.executable, "-m", "support.stack", *arguments], cwd=PROJECT, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE))
        return started[-1]

    yield starting
    for each in started:
        each.terminate()  # nothing happens to one that has ended
        each.wait(20)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_tells_where_the_parts_are_and_no_secret(start, warm_cache, everything_is_gone, how):
    process = start("-D", f"cache={warm_cache}", "--platform-module", FAKE, "--schema-module", FAKE)
    lines = [process.stdout.readline() for _ in range(9)]
    told = dict(line.split(maxsplit=1) for line in lines)
    file = Path(told["with"].split(maxsplit=1)[1].strip())
    assert file.stat().st_mode & 0o777 == 0o600
    secrets = dict(line.split("=", 1) for line in file.read_text().splitlines())
    assert secrets["MUSTER_BASE_URL"].strip("'") == told["base_url"].strip()
    assert told["platform_key"].strip() == "***"
    for name in ("MUSTER_PLATFORM_KEY", "MUSTER_SIGNING_KEY", "MUSTER_DATABASE_URL", "MUSTER_REDIS_URL"):
        assert secrets[name].strip("'") not in "".join(lines)
    assert secrets["MUSTER_TARGET"] == "'deployed'"
    given = Settings.load({}, {name: value.strip("'") for name, value in secrets.items()}, {})
    with closing(Database(given.database_url)) as database:
        guard.check_mark(read_identity(database), given.database_url)
    for url in (given.redis_url, given.broker_url):
        with closing(Cache(url)) as cache:
            guard.check_number(cache, "a number", PRIVATE_DATABASE)
    process.send_signal(how)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (130, "")
    everything_is_gone(file.parent, [])


def test_unknown_setting_is_refused(start):
    process = start("-D", "databse_url=x")
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 2
    assert "database_url?" in errors


def test_a_stack_is_no_deployed_platform(start):
    process = start("-D", "target=deployed", "-D", "base_url=http://127.0.0.1:1")
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 2
    assert "the target is deployed (from -D target): leave it out" in errors


def test_platform_that_breaks_is_told_in_a_few_lines(start, warm_cache):
    process = start("-D", f"cache={warm_cache}", "--platform-module", "tests.stack.fake_platform_that_breaks",
                    "--schema-module", FAKE)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "platform ended with exit code 7" in errors
    assert "Traceback" not in errors
