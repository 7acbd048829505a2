"""Each broken variant still has what it replaces."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def test_each_variant_finds_what_it_replaces():
    tried = subprocess.run([sys.executable, "-m", "tests.broken._checking"], cwd=PROJECT, capture_output=True, text=True,
                           timeout=600, check=False)
    assert (tried.returncode, tried.stdout) == (0, ""), tried.stdout + tried.stderr
