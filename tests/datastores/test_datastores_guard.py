"""What the guard refuses: each time with the reason, and with every row and key still there."""

from __future__ import annotations

import secrets
import socket
import threading
from collections.abc import Callable

import pytest

from support.datastores import guard
from support.datastores.guard import Datastores, Refused, Unreachable
from support.datastores.mark import Mark, read_identity, read_mark, write_key, write_mark
from support.datastores.same_database import answers_wait_for
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.settings import UsageError

pytestmark = pytest.mark.shows("SUI-036")


@pytest.fixture
def refused(shop) -> Callable[..., str]:
    """Asks the guard, expects a refusal, and makes sure that nothing was touched; gives the words."""
    shop.cache.set("cache:mission:1", "{}")

    def ask(given: Datastores | None = None, **how: bool) -> str:
        before, keys = shop.contents(), shop.cache.keys()
        with pytest.raises(Refused) as refusal:
            guard.check(given or shop.given, **how)
        assert (shop.contents(), shop.cache.keys()) == (before, keys)
        words = str(refusal.value)
        assert shop.servers.password not in words
        assert "Traceback" not in words
        assert isinstance(refusal.value, UsageError)  # ends with exit code 2
        return words

    return ask


def test_what_carries_the_mark_may_be_emptied(shop):
    guard.check(shop.marked().given, truncate=True)
    guard.check(Datastores.of(shop.database_url))
    guard.check(Datastores())


def test_the_guard_itself_leaves_no_trace(shop):
    before, keys = shop.marked().contents(), shop.cache.keys()
    guard.check(shop.given)
    assert (shop.contents(), shop.cache.keys()) == (before, keys)


def test_an_unmarked_database(shop, refused):
    words = refused()
    assert f"{shop.name} " in words
    assert "does not carry Muster's mark" in words
    assert f"support.datastores mark --database-url … --redis-url … --broker-url … --name {shop.name}" in words


def test_an_unmarked_database_that_is_empty(place):
    with pytest.raises(Refused, match="does not carry Muster's mark"):
        guard.check(place.given)


@pytest.mark.parametrize("name", ["muster", "test", "acceptance_test"])
def test_no_name_makes_a_database_safe(shop, refused, name):
    shop.database.script(f'COMMENT ON DATABASE "{shop.name}" IS \'{name}: may be emptied\'')
    assert "does not carry Muster's mark" in refused()


def test_a_mark_that_names_another_database(shop, refused):
    shop.marked()
    write_mark(shop.database, Mark("shop_before_it_was_copied"))
    assert "names another one: shop_before_it_was_copied" in refused()


def test_a_marked_database_that_was_renamed(shop, refused):
    shop.marked()
    shop.database.close()
    with_admin = Database(shop.servers.database_url("postgres"))
    renamed = f"{shop.name}_live"
    try:
        with_admin.script(f'ALTER DATABASE "{shop.name}" RENAME TO "{renamed}"')
        with pytest.raises(Refused, match=f"names another one: {shop.name}"):
            guard.check(Datastores(shop.servers.database_url(renamed)))
        moved = Database(shop.servers.database_url(renamed))
        assert moved.value("SELECT count(*) FROM people") == 6
        moved.close()
    finally:
        with_admin.script(f'ALTER DATABASE "{renamed}" RENAME TO "{shop.name}"')
        with_admin.close()


def test_a_mark_that_was_written_on_another_server(shop, refused):
    # As a dump that was made with its comment carries it to wherever it is restored under the same name.
    shop.marked()
    here = read_identity(shop.database).server
    assert here.isdigit()
    write_mark(shop.database, Mark(shop.name, server=here))
    guard.check(shop.given)
    write_mark(shop.database, Mark(shop.name, server="7000000000000000001"))
    assert f"names another server: 7000000000000000001, and this is {here}" in refused()
    shop.database.script(f'COMMENT ON DATABASE "{shop.name}" IS '
                         f"E'muster: may be emptied ({shop.name})\\nmuster: on the server 1\\nmuster: on the server {here}'")
    assert "names another server" in refused()


def test_a_role_that_may_not_read_which_server_it_is(shop, refused):
    shop.marked()
    write_mark(shop.database, Mark(shop.name, server=read_identity(shop.database).server))
    role = f"writer_{secrets.token_hex(3)}"
    given = Datastores(shop.as_role(role), shop.redis_url, shop.broker_url)
    shop.database.script(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role};"
                         f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {role}")
    try:
        guard.check(given)
        shop.database.script("REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC")
        assert "may not read which server this is" in refused(given)
        write_mark(shop.database, Mark(shop.name))  # as this role would mark it
        guard.check(given)
    finally:
        shop.database.script(f"GRANT EXECUTE ON FUNCTION pg_control_system() TO PUBLIC; DROP OWNED BY {role};"
                             f"DROP ROLE {role}")


def test_two_marks_are_no_mark_of_either(shop, refused):
    shop.database.script(f'COMMENT ON DATABASE "{shop.name}" IS '
                         f"E'muster: may be emptied ({shop.name})\\nmuster: may be emptied (other)'")
    assert "names another one" in refused()


def test_an_address_that_points_at_another_database_than_the_marked_one(shop, refused):
    shop.marked()
    assert "The database postgres" in refused(Datastores(shop.servers.database_url("postgres"), shop.redis_url,
                                                         shop.broker_url))


def test_an_address_whose_name_leads_elsewhere(shop, refused):
    # As behind a pooler: the address says one name, and the server another.
    database = Database(shop.database_url)
    with pytest.raises(Refused, match=f"names the database elsewhere, and leads to {shop.name}"):
        guard.name_of(database, shop.servers.database_url("elsewhere"))
    database.close()


@pytest.mark.parametrize("number", ["redis_url", "broker_url"])
def test_redis_without_the_key(shop, refused, number):
    shop.marked()
    write_key(Cache(getattr(shop, number)), None)
    words = refused()
    assert "the key muster:mark" in words
    assert "mark --database-url" in words


def test_redis_that_belongs_to_another_database(shop, refused):
    shop.marked()
    write_key(shop.cache, "somebody_elses")
    assert "belonging to the database somebody_elses" in refused()


def test_keys_and_queue_on_one_number(shop, refused):
    shop.marked()
    for same in (shop.redis_url, shop.redis_url.replace("127.0.0.1", "localhost"), f"{shop.redis_url[:-1]}7?db=1"):
        assert "on one number of Redis" in refused(Datastores(shop.database_url, shop.redis_url, same))


def test_a_redis_that_is_read_only(shop, refused):
    shop.marked()
    shop.cache.client.acl_setuser("reader", enabled=True, passwords=["+reader-pass"], keys=["*"],
                                  commands=["+@read", "+ping", "+select", "+client", "+hello"])
    url = f"redis://reader:reader-pass@127.0.0.1:{shop.servers.valkey_port}/1"
    words = refused(Datastores(shop.database_url, url, shop.broker_url))
    assert "cannot be written to" in words
    assert "reader-pass" not in words


def test_foreign_tables(shop, refused):
    shop.marked()
    shop.database.script("CREATE SCHEMA books; CREATE TABLE books.invoices (id int);"
                         "INSERT INTO books.invoices VALUES (1); CREATE TABLE orders (id int, tenant_id int)")
    words = refused()
    assert "books.invoices, public.orders" in words
    assert "--also-table books.invoices" in words
    write_mark(shop.database, Mark(shop.name, frozenset({"books.invoices", "public.orders"})))
    guard.check(shop.given)


def test_a_role_that_may_only_read(shop, refused):
    shop.marked()
    role = f"reader_{secrets.token_hex(3)}"
    url = shop.as_role(role)
    shop.database.script(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    try:
        words = refused(Datastores(url, shop.redis_url, shop.broker_url))
        assert f"The role {role} may not change" in words
        shop.database.script(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}")
        assert "may not set" in refused(Datastores(url, shop.redis_url, shop.broker_url))
        shop.database.script(f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {role}")
        guard.check(Datastores(url, shop.redis_url, shop.broker_url))
        shop.database.script("REVOKE USAGE ON SCHEMA public FROM PUBLIC")
        assert "may not change" in refused(Datastores(url, shop.redis_url, shop.broker_url))
        shop.database.script("GRANT USAGE ON SCHEMA public TO PUBLIC")
        assert "may not truncate" in refused(Datastores(url, shop.redis_url, shop.broker_url), truncate=True)
        shop.database.script("ALTER TABLE people ENABLE ROW LEVEL SECURITY")
        assert "Row security hides rows of public.people" in refused(Datastores(url, shop.redis_url, shop.broker_url))
    finally:
        shop.database.script(f"DROP OWNED BY {role}; DROP ROLE {role}")


def test_a_database_whose_sessions_are_read_only(shop, refused):
    shop.marked()
    shop.database.script(f'ALTER DATABASE "{shop.name}" SET default_transaction_read_only = on')
    assert "its sessions are read-only" in refused()


def test_nobody_answers(place):
    with socket.socket() as taken:  # bound and not listening: nobody else can take the port, and nobody answers
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        for given in (Datastores(f"postgresql://somebody:hush-hush@127.0.0.1:{port}/shop"),
                      Datastores(redis_url=f"redis://:hush-hush@127.0.0.1:{port}/1", database_name="shop")):
            with pytest.raises(Unreachable) as failure:
                guard.check(given, wait_seconds=0.1)
            assert f"127.0.0.1:{port}" in str(failure.value)
            assert "does not answer" in str(failure.value)
            assert "hush-hush" not in str(failure.value)


@pytest.mark.parametrize("url", ["database_url", "redis_url"])
def test_a_wrong_password_is_no_matter_of_waiting(shop, url):
    wrong = getattr(shop, url).replace(shop.servers.password, "not-the-password")
    with pytest.raises(Refused, match="does not let the suite in") as refusal:
        guard.check(Datastores(**{"database_name": shop.name, url: wrong}), wait_seconds=60)
    assert "not-the-password" not in str(refusal.value)


def test_a_database_that_does_not_exist(place):
    with pytest.raises(Refused, match='database "nowhere" does not exist'):
        guard.check(Datastores(place.servers.database_url("nowhere")), wait_seconds=60)


def test_a_platform_on_another_database(shop, servers):
    elsewhere = Database(servers.database_url("postgres"))
    before = shop.contents()

    def asks_elsewhere() -> None:
        elsewhere.rows("SELECT 1")

    assert not answers_wait_for(shop.database, asks_elsewhere)
    elsewhere.close()
    assert shop.contents() == before


def test_the_platforms_own_database(shop):
    platform = Database(shop.database_url, application_name="platform")
    before = shop.contents()
    asked = []

    def sign_in_at_an_unknown_tenant() -> None:
        asked.append(platform.rows("SELECT id FROM tenants WHERE slug = :slug", slug=secrets.token_hex(8)))

    assert answers_wait_for(shop.database, sign_in_at_an_unknown_tenant, seconds=30)
    assert asked == [[], [], []]
    assert shop.contents() == before
    platform.close()


def test_somebody_else_who_waits_does_not_count(shop, servers):
    # An engineer reads the given database at that moment, and the platform asks another one.
    reader, elsewhere = Database(shop.database_url), Database(servers.database_url("postgres"))
    stop = threading.Event()

    def read_all_the_time() -> None:
        while not stop.is_set():
            reader.rows("SELECT id FROM tenants")

    thread = threading.Thread(target=read_all_the_time)
    thread.start()
    try:
        seen = [answers_wait_for(shop.database, lambda: elsewhere.rows("SELECT 1")) for _ in range(2)]
    finally:
        stop.set()
        thread.join()
    assert seen == [False] * 2
    for database in (reader, elsewhere):
        database.close()


def test_no_tenants_no_platform(place):
    assert not answers_wait_for(place.database, lambda: None)


def test_a_comment_keeps_its_other_lines(shop):
    shop.database.script(f'COMMENT ON DATABASE "{shop.name}" IS E\'owned by: team one\\n100 % it\'\'s ours\'')
    for mark in (Mark(shop.name, frozenset({"public.extra"}), "70001"), Mark(shop.name, frozenset({"public.extra"}))):
        write_mark(shop.database, mark)
        assert read_mark(shop.database) == mark
    write_mark(shop.database, Mark(None))
    assert read_mark(shop.database) == Mark(None)
    assert shop.database.value("SELECT shobj_description(oid, 'pg_database') FROM pg_database "
                               "WHERE datname = current_database()") == "owned by: team one\n100 % it's ours"
