"""``python -m support.stack``, as a person at a terminal has it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

FAKE = "tests.stack.fake_platform"
PROJECT = Path(__file__).resolve().parents[2]


def start(*arguments: str) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", "support.stack", *arguments], cwd=PROJECT, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_tells_where_the_parts_are_and_no_secret(warm_cache, everything_is_gone, how):
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
    process.send_signal(how)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (130, "")
    everything_is_gone(file.parent, [])


def test_unknown_setting_is_refused():
    process = start("-D", "databse_url=x")
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 2
    assert "database_url?" in errors


def test_platform_that_breaks_is_told_in_a_few_lines(warm_cache):
    process = start("-D", f"cache={warm_cache}", "--platform-module", "tests.stack.fake_platform_that_breaks",
                    "--schema-module", FAKE)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "platform ended with exit code 7" in errors
    assert "Traceback" not in errors
