from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from support.awaiting import await_value
from support.settings import Settings
from support.stack import Stack, keeper

FAKE = "tests.stack.fake_platform"


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory) -> Path:
    """A folder for clusters that the tests share: only the first has to make one."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def make_stack(warm_cache: Path, tmp_path: Path) -> Iterator[Callable[..., Stack]]:
    """Builds stacks of the fake platform, and stops them."""
    made: list[Stack] = []

    def make(module: str = FAKE, schema_module: str = FAKE, logs: str = "logs", **settings) -> Stack:
        settings = Settings(**{"cache": warm_cache, **settings})
        stack = Stack(settings, tmp_path / logs, platform_module=module, schema_module=schema_module)
        made.append(stack)
        return stack

    yield make
    for stack in made:
        stack.stop()


@pytest.fixture
def everything_is_gone() -> Callable[..., None]:
    """Asserts that no process of a run and no folder of it is left; ``within`` seconds, by default already now."""

    def check(folder: Path, pids: list[int], within: float = 0.0) -> None:
        def left() -> list:
            still = [psutil.Process(pid) for pid in pids if lives(pid)] + keeper.belonging_to((str(folder),))
            return [*still, folder] if folder.exists() else still

        await_value(left, lambda seen: not seen, within=within, words=lambda seen: f"still there: {seen}")

    return check


@pytest.fixture
def own_processes() -> Callable[[], list[psutil.Process]]:
    """Gives the processes below this one that were started since the test began: others serve other tests."""
    before = set(psutil.Process().children(recursive=True))
    return lambda: [each for each in psutil.Process().children(recursive=True) if each not in before]


def lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
