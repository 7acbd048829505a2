"""Clusters are kept between runs: whole, made once, and for exactly one schema."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import filelock
import psycopg
import pytest

from support.awaiting import await_value
from support.stack import PartNotReady, cluster_cache, keeper


def test_two_runs_at_once_make_their_cluster_once(make_stack, tmp_path):
    cache = tmp_path / "cache"
    stacks = [make_stack(cache=cache, logs=name) for name in ("one", "two")]
    for stack in stacks:
        stack.start()
    first, second = (stack.await_ready() for stack in stacks)
    assert sorted(folder.name for folder in (tmp_path / "one", tmp_path / "two") if (folder / "initdb.log").exists())
    assert not all((tmp_path / name / "initdb.log").exists() for name in ("one", "two"))
    assert len(kept(cache)) == 1
    assert first.base_url != second.base_url
    with psycopg.connect(first.database_url) as connection:
        connection.execute("INSERT INTO migrated DEFAULT VALUES")
    with psycopg.connect(second.database_url) as connection:
        assert connection.execute("SELECT count(*) FROM migrated").fetchone() == (1,)


def test_kept_cluster_is_migrated_by_nobody_again(make_stack, tmp_path):
    make_stack(logs="first").await_ready()
    make_stack(logs="second").await_ready()
    assert (tmp_path / "second" / "postgres.log").exists()
    assert not (tmp_path / "second" / "migration.log").exists()


def test_half_made_cluster_never_counts(make_stack, tmp_path):
    folder = tmp_path / "cache" / "clusters"
    folder.mkdir(parents=True)
    for name in (".partial-0.tar", ".partial-half.tar"):
        (folder / name).write_bytes(b"half a cluster")
    make_stack(cache=tmp_path / "cache").await_ready()
    assert [each.suffix for each in folder.iterdir()] == [".tar"]
    assert not [each for each in folder.iterdir() if each.name.startswith(".")]


def test_a_damaged_cluster_is_made_anew(make_stack, tmp_path):
    cache = tmp_path / "cache"
    make_stack(cache=cache, logs="first").await_ready()
    archive = kept(cache)[0]
    archive.write_bytes(archive.read_bytes()[:10_000])
    make_stack(cache=cache, logs="second").await_ready()
    assert (tmp_path / "second" / "initdb.log").exists()
    assert kept(cache)[0].stat().st_size > 10_000


class Kept:
    """One run's part in the cache: the cluster that it makes is one file."""

    def __init__(self, folder: Path, data: Path, meanwhile: Callable[[], None] = lambda: None):
        self.announced: list[Path] = []
        self.told: list[str] = []
        data.parent.mkdir()
        self._data = data
        self._meanwhile = meanwhile
        self._cache = cluster_cache.ClusterCache(folder, self._run, self.announced.append, lambda: False, seconds=30,
                                                tell=self.told.append)

    def take(self) -> bool:
        return self._cache.take("key", self._data, self._make)

    def _make(self) -> None:
        self._data.mkdir()
        (self._data / "PG_VERSION").write_text("18")

    def _run(self, command: list) -> None:
        ended = subprocess.run([str(each) for each in command], check=False, capture_output=True)
        if ended.returncode:
            raise PartNotReady("cluster", "tar did not take it")
        self._meanwhile()


@pytest.mark.parametrize("damage", ["empty", "zeros", "folder"])
def test_an_archive_without_a_cluster_in_it_is_made_anew(tmp_path, damage):
    (tmp_path / "clusters").mkdir()
    archive = tmp_path / "clusters/key.tar"
    if damage == "folder":
        (archive / "inside").mkdir(parents=True)
    else:
        archive.write_bytes(bytes(10240 if damage == "zeros" else 0))

    assert not Kept(tmp_path, tmp_path / "one/postgres").take()
    assert Kept(tmp_path, tmp_path / "two/postgres").take()


@pytest.mark.parametrize("damage", ["empty", "folder", "no text"])
def test_a_damaged_password_is_made_anew(tmp_path, damage):
    place = tmp_path / "password"
    if damage == "folder":
        (place / "inside").mkdir(parents=True)
    else:
        place.write_bytes(b"\xff" * 40 if damage == "no text" else b"")

    password = cluster_cache.kept_password(tmp_path)
    assert len(password) >= 32
    assert cluster_cache.kept_password(tmp_path) == password


def test_a_run_that_is_killed_takes_nothing_of_another_away(tmp_path):
    (tmp_path / "clusters").mkdir()
    killed = Kept(tmp_path, tmp_path / "one/postgres")
    assert not killed.take()
    kept(tmp_path)[0].unlink()

    def kill() -> None:  # what the first run's keeper does for it
        keeper.clear(*map(str, killed.announced))

    other = Kept(tmp_path, tmp_path / "two/postgres", meanwhile=kill)
    assert not other.take()
    assert Kept(tmp_path, tmp_path / "three/postgres").take()
    assert (tmp_path / "three/postgres/PG_VERSION").read_text() == "18"
    assert [each.name for each in (tmp_path / "clusters").iterdir()] == ["key.tar"]


def test_a_lock_that_is_a_folder_is_made_anew(tmp_path):
    (tmp_path / "clusters").mkdir()
    (tmp_path / "clusters.lock/inside").mkdir(parents=True)
    assert not Kept(tmp_path, tmp_path / "one/postgres").take()
    assert Kept(tmp_path, tmp_path / "two/postgres").take()


def test_a_lock_that_can_not_be_had_is_done_without(tmp_path):
    (tmp_path / "clusters").mkdir()
    (tmp_path / "clusters.lock").symlink_to(tmp_path / "nowhere/lock")
    run = Kept(tmp_path, tmp_path / "one/postgres")
    assert not run.take()
    assert (tmp_path / "one/postgres/PG_VERSION").read_text() == "18"
    assert kept(tmp_path) == []
    assert run.told[0].startswith(f"No cluster is kept in {tmp_path}, so this run makes its own: ")


def test_whoever_waits_for_another_run_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster_cache, "QUIET_SECONDS", 0.1)
    (tmp_path / "clusters").mkdir()
    run, over = Kept(tmp_path, tmp_path / "one/postgres"), threading.Event()
    with filelock.FileLock(tmp_path / "clusters.lock"):
        thread = threading.Thread(target=lambda: (run.take(), over.set()), daemon=True)
        thread.start()
        await_value(lambda: run.told, bool, within=20, words=lambda told: "nothing was told")
        assert not over.is_set()
    assert over.wait(20)
    assert run.told == ["Another run is making the cluster: waiting up to 30 s for it"]


def test_a_cluster_that_can_not_be_kept_is_said(tmp_path):
    folder = tmp_path / "clusters"
    folder.mkdir()
    run = Kept(tmp_path, tmp_path / "one/postgres", meanwhile=lambda: [each.unlink() for each in folder.iterdir()])
    with pytest.raises(PartNotReady, match="can't be kept in"):
        run.take()


def test_only_the_last_used_clusters_are_kept(make_stack, tmp_path):
    folder = tmp_path / "cache" / "clusters"
    folder.mkdir(parents=True)
    for number in range(6):
        (folder / f"{number}.tar").write_bytes(b"old")
    make_stack(cache=tmp_path / "cache").await_ready()
    assert len(kept(tmp_path / "cache")) == cluster_cache.KEPT


def test_stack_without_a_writable_cache_boots_all_the_same(make_stack, tmp_path):
    (tmp_path / "file").write_text("no folder")
    addresses = make_stack(cache=tmp_path / "file").await_ready()
    with psycopg.connect(addresses.database_url) as connection:
        assert connection.execute("SELECT count(*) FROM migrated").fetchone() == (1,)


def test_key_follows_every_word_and_file(tmp_path):
    file = tmp_path / "0001.py"
    file.write_text("one")
    keys = [cluster_cache.key_of(["18"], [file]), cluster_cache.key_of(["17"], [file]),
            cluster_cache.key_of(["18"], [])]
    file.write_text("two")
    keys.append(cluster_cache.key_of(["18"], [file]))
    assert len(set(keys)) == 4
    assert cluster_cache.key_of(["18"], [file]) == keys[-1]


def test_password_of_a_cache_is_made_once_and_for_its_owner(tmp_path):
    password = cluster_cache.kept_password(tmp_path)
    assert len(password) >= 32
    assert cluster_cache.kept_password(tmp_path) == password
    assert [(each.name, each.stat().st_mode & 0o777) for each in tmp_path.iterdir()] == [("password", 0o600)]


def kept(cache: Path) -> list[Path]:
    return list((cache / "clusters").glob("*.tar"))
