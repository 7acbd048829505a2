"""Houses for runs of behave, and one platform for all runs that do not boot their own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from house import House, addresses_of

from support.datastores.__main__ import main as datastores_command
from support.settings import Settings
from support.stack import Addresses, Stack


@contextmanager
def a_house(folder: Path) -> Iterator[House]:
    # PostgreSQL does not run as root: the folder of its cluster must be one that everybody may pass.
    with tempfile.TemporaryDirectory(prefix="muster-test-") as temporary:
        Path(temporary).chmod(0o755)
        yield House(folder, Path(temporary))


@pytest.fixture
def house(tmp_path) -> Iterator[House]:
    with a_house(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def make_house(tmp_path_factory) -> Iterator[Callable[[], House]]:
    """Makes houses that last for all tests of a file."""
    with ExitStack() as houses:
        yield lambda: houses.enter_context(a_house(tmp_path_factory.mktemp("house")))


@pytest.fixture(scope="session")
def platform() -> Iterator[Addresses]:
    """A platform that is there already, with its datastores marked."""
    stack = Stack(Settings.load({}, {}, {}))
    stack.start()
    addresses = stack.await_ready()
    assert datastores_command(["mark", "--name", "platform", *addresses_of(addresses)]) == 0
    yield addresses
    stack.stop()


@pytest.fixture(scope="session")
def deployed(platform) -> list[str]:
    """The arguments that let behave drive that platform through its API and its datastores."""
    return ["-Dtarget=deployed", f"-Dbase_url={platform.base_url}", f"-Ddatabase_url={platform.database_url}",
            f"-Dredis_url={platform.redis_url}", f"-Dbroker_url={platform.broker_url}"]


@pytest.fixture(scope="session")
def api_only(platform) -> list[str]:
    """The arguments that let behave drive that platform through its API alone."""
    return ["-Dtarget=deployed", f"-Dbase_url={platform.base_url}"]


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch):
    for name in [*os.environ]:
        if name.startswith("MUSTER_") or name in ("DATABASE_URL", "TESTING_DATABASE_URL"):
            monkeypatch.delenv(name)
