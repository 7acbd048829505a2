"""``python -m support.datastores``: marks, unmarks, tells, and refuses."""

from __future__ import annotations

import secrets
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.datastores import guard
from support.datastores.__main__ import main
from support.datastores.guard import Datastores, Refused
from support.datastores.mark import MARK_KEY, Mark, read_identity, read_key, read_mark
from support.drivers.cache import Cache

pytestmark = pytest.mark.shows("SUI-036")


@pytest.fixture
def command(shop, capsys, monkeypatch) -> Callable[..., tuple[int, str]]:
    """Runs the command on the test's own datastores: its exit code and all that it said."""
    for variable in ("DATABASE_URL", "TESTING_DATABASE_URL", "MUSTER_DATABASE_URL", "MUSTER_REDIS_URL",
                     "MUSTER_BROKER_URL"):
        monkeypatch.delenv(variable, raising=False)
    addresses = ["--database-url", shop.database_url, "--redis-url", shop.redis_url, "--broker-url", shop.broker_url]

    def run(verb: str, *more: str, given: list[str] | None = None) -> tuple[int, str]:
        code = main([verb, *(addresses if given is None else given), *more])
        said = "".join(capsys.readouterr())
        assert shop.servers.password not in said
        return code, said

    return run


def test_mark_shows_what_may_be_deleted_and_marks_it(shop, command):
    before = shop.contents()
    code, said = command("mark", "--name", shop.name)
    assert code == 0
    assert "public.people: 6 rows" in said
    assert f"Marked: the database {shop.name}" in said
    assert read_mark(shop.database).server == read_identity(shop.database).server != ""
    assert "(Redis, the task queue): 0 keys" in said
    guard.check(shop.given)
    assert shop.contents() == before
    assert shop.cache.client.ttl(MARK_KEY) == -1


def test_which_platform_would_be_driven_says_nothing_of_the_datastores(shop, command, monkeypatch):
    monkeypatch.setenv("MUSTER_BASE_URL", "http://127.0.0.1:1")
    assert command("mark", "--name", shop.name)[0] == 0
    monkeypatch.setenv("MUSTER_TARGET", "deployed")
    assert command("status")[0] == 0


def test_mark_wants_the_name_repeated(shop, command):
    code, said = command("mark", "--name", "shop")
    assert code == 2
    assert f"--name is shop, and the database is {shop.name}: nothing was changed" in said
    assert read_mark(shop.database) == Mark(None)
    assert shop.cache.keys() == []


def test_unmark_takes_it_back(shop, command):
    shop.marked()
    assert command("unmark", "--name", "shop")[0] == 2
    guard.check(shop.given)
    code, said = command("unmark", "--name", shop.name)
    assert code == 0
    assert f"Unmarked: the database {shop.name}" in said
    assert read_mark(shop.database) == Mark(None)
    assert shop.cache.keys() == []
    assert "carried no mark" in command("unmark", "--name", shop.name)[1]


def test_status_tells_and_changes_nothing(shop, command):
    code, said = command("status")
    assert code == 2
    assert "May not be emptied." in said
    shop.marked()
    before = shop.contents()
    code, said = command("status")
    assert code == 0
    assert "May be emptied by Muster." in said
    assert shop.contents() == before


def test_mark_refuses_foreign_tables_until_they_are_named(shop, command):
    shop.database.script("CREATE TABLE ledger (id int); INSERT INTO ledger VALUES (1)")
    code, said = command("mark", "--name", shop.name)
    assert code == 2
    assert "public.ledger" in said
    assert read_mark(shop.database) == Mark(None)
    assert shop.cache.keys() == []
    assert command("mark", "--name", shop.name, "--also-table", "ledger")[0] == 0
    guard.check(shop.given)


def test_mark_leaves_a_redis_that_belongs_to_another_database(shop, command):
    shop.cache.set(MARK_KEY, "somebody_elses")
    code, said = command("mark", "--name", shop.name)
    assert code == 2
    assert "somebody_elses" in said
    assert read_mark(shop.database) == Mark(None)
    assert command("unmark", "--name", shop.name)[0] == 0
    assert read_key(shop.cache) == "somebody_elses"


def test_only_the_owner_marks(shop, command):
    role = f"writer_{secrets.token_hex(3)}"
    url = shop.as_role(role)
    shop.database.script(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role};"
                         f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {role}")
    try:
        code, said = command("mark", "--name", shop.name, given=["--database-url", url])
        assert code == 2
        assert "Only the owner" in said
    finally:
        shop.database.script(f"DROP OWNED BY {role}; DROP ROLE {role}")


def test_an_empty_database_is_marked_by_one_command(place, capsys):
    assert main(["mark", "--database-url", place.database_url, "--name", place.name]) == 0
    guard.check(Datastores(place.database_url))


def test_redis_alone_goes_with_a_database_that_the_run_boots(place, capsys):
    assert main(["mark", "--redis-url", place.redis_url, "--broker-url", place.broker_url, "--name", "muster"]) == 0
    guard.check(Datastores(redis_url=place.redis_url, broker_url=place.broker_url, database_name="muster"))
    with pytest.raises(Refused, match="belonging to the database muster"):
        guard.check(Datastores(redis_url=place.redis_url, broker_url=place.broker_url, database_name="other"))
    assert read_key(Cache(place.broker_url)) == "muster"


def test_addresses_from_the_environment(shop, command, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", shop.database_url)
    monkeypatch.setenv("MUSTER_REDIS_URL", shop.redis_url)
    code, said = command("mark", "--name", shop.name, given=[])
    assert code == 0
    assert "/2 (Redis, the task queue)" in said  # the number after the keys'
    Cache(shop.redis_url[:-1] + "2").delete(MARK_KEY)


def test_nothing_given(command):
    code, said = command("status", given=[])
    assert code == 2
    assert "which datastores?" in said


def test_as_a_person_types_it(shop):
    project = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-m", "support.datastores", "mark", shop.database_url.replace("/shop", "/no-shop")],
        cwd=project, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 2
    assert shop.servers.password not in ended.stderr + ended.stdout
    ended = subprocess.run(
        [sys.executable, "-m", "support.datastores", "status", "--database-url",
         "postgresql://me:hush-hush@127.0.0.1:9/shop"], cwd=project, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 3
    assert "does not answer" in ended.stderr
    assert "hush-hush" not in ended.stderr
    assert "Traceback" not in ended.stderr
